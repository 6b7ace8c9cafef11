import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Resident memory of a process, now and at its highest since it was reset.
 */
export function residentMiB(
  pid: number,
  reset?: 'reset',
): { now: number; highest: number } {
  if (reset) {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  }
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kib = (name: string) =>
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
  return {
    now: Math.round(kib('VmRSS') / 1_024),
    highest: Math.round(kib('VmHWM') / 1_024),
  };
}
