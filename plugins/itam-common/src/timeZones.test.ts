import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { type EstateDigest, estateDigest } from './__testUtils__/estateDigest';

const run = promisify(execFile);

/** Computes the same estate in a process whose time zone is another. */
async function digestIn(zone: string): Promise<EstateDigest> {
  const { stdout } = await run(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      resolve(__dirname, '__testUtils__/printEstateDigest.ts'),
    ],
    { env: { ...process.env, TZ: zone } },
  );
  const digest: EstateDigest = JSON.parse(stdout);
  return digest;
}

jest.setTimeout(120_000);

describe('all results are the same in any time zone', () => {
  const here = estateDigest();

  it.each([
    // Furthest ahead of and behind UTC, half an hour off, over the date line
    // (Apia had no 30 December 2011), and with summer time.
    ['Pacific/Kiritimati', -840, -840],
    ['Pacific/Pago_Pago', 660, 660],
    ['Asia/Kolkata', -330, -330],
    ['Pacific/Apia', -780, -780],
    ['America/Los_Angeles', 480, 420],
    ['Europe/Berlin', -60, -120],
    ['UTC', 0, 0],
  ])('%s', async (zone, january, july) => {
    const there = await digestIn(zone);
    // Else the zone would not have been in force and nothing been tried.
    expect(there.offsets).toEqual([january, july]);
    expect(there.digests).toEqual(here.digests);
  });

  it('and cover every rule', () => {
    expect(new Set(Object.values(here.digests)).size).toBe(
      Object.keys(here.digests).length,
    );
  });
});
