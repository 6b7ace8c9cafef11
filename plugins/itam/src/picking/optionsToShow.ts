import type { EntityOption, Found, OptionSection } from './found';

/** An option as the list has it. */
export interface ShownOption extends EntityOption {
  description?: string;
  disabled?: boolean;
}

/** Options under their heading, as the list has them. */
export interface ShownSection {
  title: string;
  options: ShownOption[];
}

/** Marks the line that says how the search goes; no ref is like it. */
const SAYS = '?';

/**
 * What the list shows: what was found, the reference that was typed, or how
 * the search goes. The list is never empty, so that it opens at once.
 */
export function optionsToShow(
  found: Found<EntityOption | OptionSection>,
  input: {
    /** What somebody types; undefined while they do not. */
    typed: string | undefined;
    /** What is chosen: it has to be among the options. */
    current: EntityOption | undefined;
    /** A reference that was typed. */
    named: EntityOption | undefined;
    texts: { searching: string; none: string; failed: string };
  },
): {
  options: (ShownOption | ShownSection)[];
  /** How the search goes, where nothing is to be chosen. */
  says: string | undefined;
} {
  const { typed, current, named, texts } = input;
  // What an earlier text found is no answer to this one.
  const fits = ({ id, label }: EntityOption) =>
    !found.searching ||
    typed === undefined ||
    `${label} ${id}`
      .toLocaleLowerCase('en-US')
      .includes(typed.trim().toLocaleLowerCase('en-US'));
  const options = found.options.flatMap<ShownOption | ShownSection>(one => {
    if (!isSection(one)) {
      return fits(one) ? [{ ...one, description: one.id }] : [];
    }
    const fitting = one.options.filter(fits);
    return fitting.length > 0 ? [{ ...one, options: fitting }] : [];
  });
  const has = (id: string) =>
    flatOptions(options).some(option => option.id === id);
  if (named && !has(named.id)) {
    options.push(named);
  }
  const says = options.length > 0 ? undefined : saysOf(found, texts);
  if (says !== undefined) {
    options.push({ id: SAYS, label: says, disabled: true });
  }
  if (current && !has(current.id)) {
    // Last, so that a search begins at what it found.
    options.push(current);
  }
  return { options, says };
}

/** Options of all sections, one after the other. */
export function flatOptions<Option extends EntityOption>(
  options: readonly (Option | { title: string; options: Option[] })[],
): Option[] {
  return options.flatMap(one => (isSection(one) ? one.options : [one]));
}

function isSection<Option>(
  one: Option | { title: string; options: Option[] },
): one is { title: string; options: Option[] } {
  return typeof one === 'object' && one !== null && 'options' in one;
}

function saysOf(
  { searching, failed }: Pick<Found, 'searching' | 'failed'>,
  texts: { searching: string; none: string; failed: string },
): string {
  if (searching) {
    return texts.searching;
  }
  return failed ? texts.failed : texts.none;
}
