import {
  sumMovements,
  type FixedAssetLine,
  type FixedAssetMovements,
} from '@backstage-itam/plugin-itam-common';

/** Movements of the assets of one key and currency, added up. */
export interface ReportGroup {
  key: string;
  /** Title of the record, for reports by record. */
  title: string;
  /** ISO 4217 code of all amounts. */
  currency: string;
  /** Assets in the books at any time of the range. */
  assets: number;
  movements: FixedAssetMovements;
}

/** Adds movements up by key and currency as they come. */
export class ReportGroups {
  readonly #groups = new Map<string, ReportGroup>();

  /** Adds one asset. */
  add(key: string, title: string, line: FixedAssetLine): void {
    this.addGroup({
      key,
      title,
      currency: line.currency,
      assets: 1,
      movements: line,
    });
  }

  /** Adds the assets of a group. */
  addGroup(group: ReportGroup): void {
    const name = `${group.currency} ${group.key}`;
    const known = this.#groups.get(name);
    this.#groups.set(name, {
      ...(known ?? group),
      assets: (known?.assets ?? 0) + group.assets,
      movements: sumMovements([
        ...(known ? [known.movements] : []),
        group.movements,
      ]),
    });
  }

  /**
   * The groups in order of the cost in the books, largest first; currencies
   * are not comparable to the cent, for an order they are. Those of one key
   * stand together.
   */
  sorted(): ReportGroup[] {
    const weights = new Map<string, bigint>();
    for (const { key, movements } of this.#groups.values()) {
      const weight = movements.closingCostMinor + movements.disposalsMinor;
      weights.set(key, (weights.get(key) ?? 0n) + weight);
    }
    return [...this.#groups.values()].sort((a, b) => {
      const difference =
        (weights.get(b.key) ?? 0n) - (weights.get(a.key) ?? 0n);
      if (difference !== 0n) {
        return difference > 0n ? 1 : -1;
      }
      return compare(a.key, b.key) || compare(a.currency, b.currency);
    });
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
