import type { CostCategory } from '@backstage-itam/plugin-itam-common';

/** Minor units per month of a range, by ISO 4217 code. */
export class CurrencySums {
  readonly #months: number;
  readonly #sums = new Map<string, bigint[]>();

  constructor(months: number) {
    this.#months = months;
  }

  /** Adds to one month, counted from the first of the range. */
  add(currency: string, monthOfRange: number, minor: bigint): void {
    this.#of(currency)[monthOfRange] += minor;
  }

  /** Adds all months of other sums over the same range. */
  addAll(other: CurrencySums): void {
    for (const [currency, months] of other.entries()) {
      const sums = this.#of(currency);
      months.forEach((minor, index) => {
        sums[index] += minor;
      });
    }
  }

  /** Takes all months of other sums over the same range away. */
  takeAll(other: CurrencySums): void {
    for (const [currency, months] of other.entries()) {
      const sums = this.#of(currency);
      months.forEach((minor, index) => {
        sums[index] -= minor;
      });
    }
  }

  /** Minor units of one month of the range, without currencies at zero. */
  ofMonth(monthOfRange: number): Map<string, bigint> {
    return new Map(
      [...this.#sums].flatMap(([currency, months]) =>
        months[monthOfRange] === 0n
          ? []
          : [[currency, months[monthOfRange]] as const],
      ),
    );
  }

  /** Currencies with any cost, in order of their code. */
  entries(): [string, readonly bigint[]][] {
    return [...this.#sums]
      .filter(([, months]) => months.some(minor => minor !== 0n))
      .sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** Whether there is no cost at all; cost of zero counts as none. */
  get isEmpty(): boolean {
    return this.entries().length === 0;
  }

  #of(currency: string): bigint[] {
    let months = this.#sums.get(currency);
    if (!months) {
      months = new Array<bigint>(this.#months).fill(0n);
      this.#sums.set(currency, months);
    }
    return months;
  }
}

/** Figures of one line of a breakdown. */
export interface FigureGroup {
  key: string;
  sums: CurrencySums;
  /** Categories the line is made of, when known. */
  categories: Set<CostCategory>;
}

/** The figures of an answer, before conversion and naming. */
export interface CostFigures {
  total: CurrencySums;
  /** The part of the total that no service takes. */
  unallocated: CurrencySums;
  groups: FigureGroup[];
}
