import { WHOLE_BASIS_POINTS } from '../allocation';
import { accrualTotal, type Interval, type MonthIndex } from '../values';
import { coveredMonths } from './activity';
import { assetSpans } from './assetSpans';
import { replacesLicensePrice } from './contractSpans';
import { licensePriceSpans } from './licenseSpans';
import { changeMonths, valueInMonth } from './months';
import type { CostOptions } from './options';
import { serviceChangeMonths, servicesInMonth } from './services';
import { type CostSpan, untilRemoval } from './spans';
import type { CostContext, CostRecord } from './types';

/** A contract as the cost rules see it. @public */
export type ContractRecord = Extract<CostRecord, { kind: 'Contract' }>;

/** Weights per service; null collects what is nobody's. */
export type ServiceWeights = Map<string | null, bigint>;

/**
 * Distributes a contract over what it covers.
 *
 * Reads the covered records once; one instance serves all months of one
 * contract.
 */
export class ContractDistribution {
  private readonly items = new Map<string, CoveredItem>();
  private readonly replacing: boolean;

  constructor(
    private readonly contract: ContractRecord,
    private readonly context: CostContext,
    private readonly options: CostOptions,
  ) {
    this.replacing = replacesLicensePrice(contract.spec.type);
    const refs = new Set(
      contract.covers.flatMap(({ value }) => value.map(({ ref }) => ref)),
    );
    // A licence whose price the contract replaces must not lose its cost.
    if (this.replacing) {
      for (const license of context.licensesOf(contract.ref)) {
        refs.add(license.ref);
      }
    }
    for (const ref of refs) {
      this.items.set(ref, coveredItem(ref, contract, context));
    }
  }

  /** The months in which the distribution may change. */
  changeMonths(): MonthIndex[] {
    const months = changeMonths(this.contract.covers);
    for (const { record, active } of this.items.values()) {
      if (record) {
        months.push(
          active.from,
          active.toExclusive,
          ...serviceChangeMonths(record, this.context),
        );
      }
    }
    return months.filter(Number.isFinite);
  }

  /** Whether own costs decide, which may differ from month to month. */
  get isMonthly(): boolean {
    return this.contract.spec.distribute === 'cost';
  }

  /** The weights of services in a month, for charges in a currency. */
  weights(currency: string, month: MonthIndex): ServiceWeights {
    const items = this.activeItems(month);
    const itemWeights = this.itemWeights(items, currency, month);
    const weights: ServiceWeights = new Map();
    const add = (service: string | null, weight: bigint) =>
      weights.set(service, (weights.get(service) ?? 0n) + weight);
    items.forEach(({ ref, item }, index) => {
      const weight = itemWeights[index];
      if (!item.record) {
        add(item.isService ? ref : null, weight * BigInt(WHOLE_BASIS_POINTS));
        return;
      }
      const shares = servicesInMonth(item.record, this.context, month);
      let rest = WHOLE_BASIS_POINTS;
      for (const share of shares) {
        add(share.ref, weight * BigInt(share.basisPoints));
        rest -= share.basisPoints;
      }
      add(null, weight * BigInt(rest));
    });
    return weights;
  }

  /** The weights of the covered records themselves in a month. */
  itemShares(currency: string, month: MonthIndex): ServiceWeights {
    const items = this.activeItems(month);
    const weights = this.itemWeights(items, currency, month);
    return new Map(items.map(({ ref }, index) => [ref, weights[index]]));
  }

  private activeItems(
    month: MonthIndex,
  ): { ref: string; weight: number; item: CoveredItem }[] {
    const covers = [...(valueInMonth(this.contract.covers, month) ?? [])];
    if (this.replacing) {
      const named = new Set(covers.map(({ ref }) => ref));
      for (const { ref } of this.context.licensesOf(this.contract.ref)) {
        if (!named.has(ref)) {
          named.add(ref);
          covers.push({ ref, weight: 1 });
        }
      }
    }
    return covers.flatMap(({ ref, weight }) => {
      const item = this.items.get(ref);
      const active =
        item && month >= item.active.from && month < item.active.toExclusive;
      return item && active ? [{ ref, weight, item }] : [];
    });
  }

  private itemWeights(
    items: readonly { weight: number; item: CoveredItem }[],
    currency: string,
    month: MonthIndex,
  ): bigint[] {
    switch (this.contract.spec.distribute) {
      case 'equal':
        return items.map(() => 1n);
      case 'cost':
        return this.costWeights(items, currency, month) ?? items.map(() => 1n);
      default:
        return items.map(({ weight }) => BigInt(weight));
    }
  }

  /**
   * Own costs of the items in the month; undefined when they cannot be
   * compared because another currency is among them, or none has any.
   */
  private costWeights(
    items: readonly { item: CoveredItem }[],
    currency: string,
    month: MonthIndex,
  ): bigint[] | undefined {
    let comparable = true;
    const costs = items.map(({ item }) =>
      this.ownSpans(item).reduce((sum, own) => {
        const amount = accrualTotal(own, month, month + 1);
        if (amount !== 0n && own.currency !== currency) {
          comparable = false;
        }
        return sum + amount;
      }, 0n),
    );
    const weights = costs.map(cost => (cost > 0n ? cost : 0n));
    return comparable && weights.some(weight => weight > 0n)
      ? weights
      : undefined;
  }

  private ownSpans(item: CoveredItem): readonly CostSpan[] {
    if (!item.ownSpans) {
      item.ownSpans = item.record
        ? ownSpansOf(item.record, this.context, this.options)
        : [];
    }
    return item.ownSpans;
  }
}

interface CoveredItem {
  /** Undefined for services and for records the register does not know. */
  record: CostRecord | undefined;
  isService: boolean;
  active: Interval;
  ownSpans?: readonly CostSpan[];
}

function coveredItem(
  ref: string,
  contract: ContractRecord,
  context: CostContext,
): CoveredItem {
  const record = isItamRef(ref) ? context.record(ref) : undefined;
  return {
    record,
    isService: !isItamRef(ref),
    active: record
      ? coveredMonths(record, contract)
      : { from: -Infinity, toExclusive: Infinity },
  };
}

function isItamRef(ref: string): boolean {
  return /^(asset|license|contract):/.test(ref);
}

/** What an item costs by itself; the result of its disposal is no measure. */
function ownSpansOf(
  record: CostRecord,
  context: CostContext,
  options: CostOptions,
): CostSpan[] {
  switch (record.kind) {
    case 'Asset':
      return untilRemoval(
        record,
        assetSpans(record.spec, options).filter(
          ({ category }) =>
            category === 'depreciation' || category === 'charge',
        ),
      );
    case 'License':
      return untilRemoval(record, licensePriceSpans(record, context, options));
    default:
      return [];
  }
}
