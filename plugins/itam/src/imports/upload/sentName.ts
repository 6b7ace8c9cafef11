/** What the register refuses in the name of a file. */
const UNSHOWABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const MOST_CHARACTERS = 255;

/**
 * The name of a file as the register takes it; undefined when nothing is left
 * of it.
 */
export function sentName(name: string): string | undefined {
  const shown = [...name.replace(UNSHOWABLE, '').trim()]
    .slice(0, MOST_CHARACTERS)
    .join('');
  return shown === '' ? undefined : shown;
}
