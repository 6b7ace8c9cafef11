// What Debian's and Ubuntu's own packages bring: PostgreSQL for the tests, and
// a browser.
import { existsSync, readdirSync } from 'node:fs';
import { run, answers } from './command.mjs';
import { SetupError, asDownload, skipped, step } from './progress.mjs';

/** The folder with initdb and pg_ctl, newest version first. */
export function postgresFolder() {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base) : [];
  return versions
    .sort((a, b) => Number(b) - Number(a))
    .map(version => `${base}/${version}/bin`)
    .find(folder => existsSync(`${folder}/initdb`));
}

/** The path of a Chromium or Chrome that can be driven. */
export function chromiumPath() {
  return [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find(existsSync);
}

/** Installs what the tests need and the machine lacks. */
export async function ensureTestPackages() {
  const missing = [];
  if (!postgresFolder()) missing.push('postgresql');
  if (!chromiumPath()) missing.push('chromium');
  if (missing.length === 0) {
    skipped('PostgreSQL and Chromium');
    return;
  }
  if (!answers('apt-get')) {
    throw new SetupError(
      `The tests need ${missing.join(
        ' and ',
      )}. They are installed for you on ` +
        'Debian and Ubuntu only: install them with the package manager of this ' +
        'system and run the same command again.',
    );
  }
  const asRoot = process.getuid?.() === 0;
  if (!asRoot && !answers('sudo', ['-n', 'true'])) {
    throw new SetupError(
      `The tests need ${missing.join(' and ')}. Run this once, then the same ` +
        `command again:\n  sudo apt-get install -y --no-install-recommends ${missing.join(
          ' ',
        )}`,
    );
  }
  const apt = args =>
    run(
      asRoot ? 'apt-get' : 'sudo',
      asRoot ? args : ['-n', 'apt-get', ...args],
      {
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      },
    );
  await step(`Installing ${missing.join(' and ')}`, () =>
    asDownload(async () => {
      await apt(['update', '-qq']);
      await apt([
        'install',
        '-y',
        '-qq',
        '--no-install-recommends',
        ...missing,
      ]);
    }),
  );
}
