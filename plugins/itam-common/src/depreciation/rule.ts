import type {
  AssetSpec,
  DepreciationSpec,
  PurchaseSpec,
} from '../entities/types';
import {
  minorOf,
  type Money,
  monthOf,
  parseAmount,
  type PlainDate,
  ratio,
  type Ratio,
  ratioFromDecimal,
  timesRatio,
} from '../values';
import { UnsupportedDepreciationError } from './errors';
import type {
  DepreciationEvent,
  DepreciationOptions,
  DepreciationRule,
} from './types';

/** Double declining balance is what people mean when they give no factor. */
const DEFAULT_DECLINING_FACTOR = 2;

/** A record nobody gave a rule for is expensed at once, so it is counted. */
const EXPENSED: DepreciationSpec = { method: 'immediate' };

/**
 * The resolved depreciation of an asset; undefined when it has no purchase or
 * no date from which it could be depreciated yet.
 *
 * `purchase.booked` replaces the purchase; salvage and events, written in the
 * purchase currency, are carried over at the same historical rate. Throws
 * {@link UnsupportedDepreciationError}.
 * @public
 */
export function depreciationRuleOf(
  spec: AssetSpec,
  options: DepreciationOptions,
): DepreciationRule | undefined {
  const purchase = spec.financials?.purchase;
  const inService = depreciationStart(spec);
  if (!purchase || inService === undefined) {
    return undefined;
  }
  const cost = costOf(purchase);
  const depreciation = ruleFor(spec, cost, options);
  const { method } = depreciation;
  const carry = carryOver(purchase, method);
  const salvageMinor = salvageOf(depreciation, purchase, cost, carry);
  if (salvageMinor > cost.minor) {
    throw new UnsupportedDepreciationError({
      rule: 'salvage-above-cost',
      method,
    });
  }
  return {
    currency: cost.currency,
    costMinor: cost.minor,
    salvageMinor,
    method,
    convention: depreciation.convention ?? 'full-month',
    lifeMonths: lifeOf(spec, depreciation, options),
    factor: depreciation.factor ?? DEFAULT_DECLINING_FACTOR,
    inService,
    events: eventsOf(spec, purchase, carry),
    disposedOn: spec.disposal?.date ?? null,
    fiscalYearStartMonth: options.fiscalYearStartMonth ?? 1,
  };
}

/**
 * The date depreciation starts: `inService`, else the purchase date once the
 * asset is deployed. Planned and ordered assets are forecast from the date
 * they are expected or needed.
 * @public
 */
export function depreciationStart(spec: AssetSpec): PlainDate | undefined {
  if (spec.inService !== undefined) {
    return spec.inService;
  }
  const purchased = spec.financials?.purchase?.date;
  return spec.stage === 'planning' || spec.stage === 'procurement'
    ? spec.expected ?? spec.planned?.neededBy ?? purchased
    : purchased;
}

/**
 * What a purchase cost: the ledger's amount where there is one.
 * @public
 */
export function costOf(purchase: PurchaseSpec): Money {
  const { amount, currency } = purchase.booked ?? purchase;
  return { minor: minorOf(amount, currency), currency };
}

function ruleFor(
  spec: AssetSpec,
  cost: Money,
  options: DepreciationOptions,
): DepreciationSpec {
  const own = spec.financials?.depreciation;
  if (own) {
    return own;
  }
  const threshold = options.capitalisationThresholds?.find(
    ({ currency }) => currency === cost.currency,
  );
  if (threshold && cost.minor < threshold.minor) {
    return EXPENSED;
  }
  return options.defaultDepreciation?.[spec.class] ?? EXPENSED;
}

function lifeOf(
  spec: AssetSpec,
  depreciation: DepreciationSpec,
  options: DepreciationOptions,
): number {
  const { method } = depreciation;
  if (method === 'immediate' || method === 'none') {
    return 1;
  }
  const months =
    depreciation.months ?? options.defaultDepreciation?.[spec.class]?.months;
  if (months === undefined || months < 1) {
    throw new UnsupportedDepreciationError({ rule: 'life-missing', method });
  }
  return months;
}

/** From the purchase currency to the booked one, at the ledger's own rate. */
type CarryOver = (minor: bigint) => bigint;

function carryOver(purchase: PurchaseSpec, method: string): CarryOver {
  const { booked } = purchase;
  if (!booked || booked.currency === purchase.currency) {
    return minor => minor;
  }
  const paid = minorOf(purchase.amount, purchase.currency);
  const ledger = minorOf(booked.amount, booked.currency);
  return minor => {
    if (minor === 0n) {
      return 0n;
    }
    if (paid === 0n) {
      throw new UnsupportedDepreciationError({ rule: 'currency', method });
    }
    return timesRatio(minor, ratio(ledger, paid), 'half-up');
  };
}

function salvageOf(
  depreciation: DepreciationSpec,
  purchase: PurchaseSpec,
  cost: Money,
  carry: CarryOver,
): bigint {
  const { salvage, method } = depreciation;
  if (salvage === undefined) {
    return 0n;
  }
  const percent = percentOf(salvage);
  if (percent) {
    return timesRatio(cost.minor, percent, 'half-up');
  }
  const parsed = parseAmount(salvage, purchase.currency);
  if (!parsed.ok || parsed.minor < 0n) {
    throw new UnsupportedDepreciationError({ rule: 'salvage-text', method });
  }
  return carry(parsed.minor);
}

function percentOf(text: string): Ratio | undefined {
  if (!text.endsWith('%')) {
    return undefined;
  }
  const percent = ratioFromDecimal(text.slice(0, -1).trim());
  return percent && percent.numerator >= 0n
    ? ratio(percent.numerator, percent.denominator * 100n)
    : undefined;
}

function eventsOf(
  spec: AssetSpec,
  purchase: PurchaseSpec,
  carry: CarryOver,
): DepreciationEvent[] {
  const events: DepreciationEvent[] = [];
  const written = [...(spec.financials?.events ?? [])].sort(
    (a, b) => monthOf(a.date) - monthOf(b.date),
  );
  for (const event of written) {
    const month = monthOf(event.date);
    if (event.kind === 'life') {
      if (event.months !== undefined) {
        events.push({ kind: 'life', month, months: event.months });
      }
    } else if (event.amount !== undefined) {
      const minor = carry(minorOf(event.amount, purchase.currency));
      events.push({ kind: event.kind, month, minor });
    }
  }
  return events;
}
