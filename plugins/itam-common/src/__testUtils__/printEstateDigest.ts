import { estateDigest } from './estateDigest';

// Run as a program of its own, since a process has one time zone.
process.stdout.write(JSON.stringify(estateDigest()));
