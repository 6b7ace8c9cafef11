// Writes the files made from plugins/itam-backend/src/schema/openapi.yaml:
// the contract as a typed constant for the server, and the types of the API
// for every client. `--check` fails when a file on disk differs.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const source = 'plugins/itam-backend/src/schema/openapi.yaml';
const check = process.argv.includes('--check');
const spec = parse(readFileSync(source, 'utf8'));
const header = `// Generated from ${source} by \`yarn generate\`. Do not edit.\n/* eslint-disable */\n`;

const outputs = {
  'plugins/itam-backend/src/schema/generated/spec.ts': `${header}export const spec = ${JSON.stringify(
    spec,
    null,
    2,
  )} as const;\n`,
  'plugins/itam-common/src/api/generated/types.ts':
    header + astToString(await openapiTS(spec, { alphabetize: false })),
};

let drifted = false;
for (const [file, text] of Object.entries(outputs)) {
  if (check) {
    let onDisk = '';
    try {
      onDisk = readFileSync(file, 'utf8');
    } catch {
      // A missing file has drifted too.
    }
    if (onDisk !== text) {
      drifted = true;
      console.error(`${file} differs from ${source}: run \`yarn generate\`.`);
    }
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`wrote ${file}`);
  }
}
if (drifted) process.exit(1);
