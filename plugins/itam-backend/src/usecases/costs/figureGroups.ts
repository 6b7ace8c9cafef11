import {
  COST_CATEGORIES,
  type CostCategory,
} from '@backstage-itam/plugin-itam-common';
import {
  CurrencySums,
  type CostFigures,
  type FigureGroup,
} from './costFigures';

/** Key of what is beyond the lines shown. */
export const OTHER = 'other';

/** Lines of one answer; what is beyond becomes one line "other". */
export const MAX_LINES = 1000;

/** Collects the lines of one answer. */
export class FigureGroups {
  readonly #months: number;
  readonly #groups = new Map<string, FigureGroup>();

  constructor(months: number) {
    this.#months = months;
  }

  /** Sums of nothing over the range. */
  empty(): CurrencySums {
    return new CurrencySums(this.#months);
  }

  /** The line of a key, empty at first. */
  of(key: string): FigureGroup {
    let group = this.#groups.get(key);
    if (!group) {
      group = { key, sums: this.empty(), categories: new Set() };
      this.#groups.set(key, group);
    }
    return group;
  }

  /** The lines that have any cost, with their total. */
  figures(unallocated: CurrencySums): CostFigures {
    const total = this.empty();
    const groups = [...this.#groups.values()].filter(
      group => !group.sums.isEmpty,
    );
    groups.forEach(group => total.addAll(group.sums));
    return { total, unallocated, groups };
  }
}

/** Reads a category. Throws for one that does not exist. */
export function categoryOf(text: string): CostCategory {
  const category = COST_CATEGORIES.find(candidate => candidate === text);
  if (!category) {
    throw new Error(`Unknown cost category ${text}`);
  }
  return category;
}
