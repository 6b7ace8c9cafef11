/** An entity or record to choose, by its ref. */
export interface EntityOption {
  id: string;
  label: string;
}

/** Options of one sort under their heading. */
export interface OptionSection {
  title: string;
  options: EntityOption[];
}

/** What a search has come to. */
export interface Found<Option = EntityOption> {
  options: readonly Option[];
  /** An answer to what is typed now is on its way. */
  searching: boolean;
  /** It could not be asked. */
  failed: boolean;
}

/** Nothing was searched for. */
export const NOT_ASKED: Found = {
  options: [],
  searching: false,
  failed: false,
};

/** Searches of several places as one. */
export function foundTogether(searches: readonly Found[]): Found {
  return {
    options: searches.flatMap(({ options }) => options),
    searching: searches.some(({ searching }) => searching),
    failed: searches.some(({ failed }) => failed),
  };
}
