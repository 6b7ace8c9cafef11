import type { CostAnswer, CostQuery } from '../api';
import {
  addDays,
  formatAmount,
  monthOf,
  monthText,
  plainDateOf,
} from '../values';
import type {
  CostInsightsChange,
  CostInsightsCost,
  CostInsightsGroup,
  CostInsightsProduct,
} from './costInsightsTypes';
import { dailyAmounts } from './dailyAmounts';
import { periodsOf, type Period } from './periods';

/**
 * Answers the community plugin Cost Insights from the register: an
 * implementation of its `CostInsightsApi`, without depending on it.
 *
 * The register knows months. A day is its month's accrued amount spread evenly,
 * so that the days of a month add up to it exactly; a period is the sum of its
 * days, in minor units. Only then amounts become numbers, as Cost Insights takes
 * them: up to 15 digits they are exact. Parts without an exchange rate are
 * missing, as everywhere in the register.
 * @public
 */
export class ItamCostInsights {
  readonly #api: { getCosts(query: CostQuery): Promise<CostAnswer> };
  readonly #identity: {
    getBackstageIdentity(): Promise<{ ownershipEntityRefs: string[] }>;
  };
  readonly #currency: string | undefined;
  readonly #now: () => Date;

  constructor(options: {
    /** The register, such as the API of `itamApiRef`. */
    api: { getCosts(query: CostQuery): Promise<CostAnswer> };
    /** Who is signed in, such as the API of `identityApiRef`. */
    identityApi: {
      getBackstageIdentity(): Promise<{ ownershipEntityRefs: string[] }>;
    };
    /** ISO 4217 code that Cost Insights shows; the register's by default. */
    currency?: string;
    /** The clock. */
    now?: () => Date;
  }) {
    this.#api = options.api;
    this.#identity = options.identityApi;
    this.#currency = options.currency;
    this.#now = options.now ?? (() => new Date());
  }

  /** Yesterday: what accrues is known for each day that is over. */
  async getLastCompleteBillingDate(): Promise<string> {
    return addDays(plainDateOf(this.#now()), -1);
  }

  /** The groups that who is signed in acts for; nobody else's are told. */
  async getUserGroups(_userId: string): Promise<CostInsightsGroup[]> {
    const { ownershipEntityRefs } = await this.#identity.getBackstageIdentity();
    return ownershipEntityRefs
      .filter(ref => ref.startsWith('group:'))
      .map(ref => ({ id: ref, name: ref.slice(ref.indexOf('/') + 1) }));
  }

  /** None: the register has no projects of clouds to choose. */
  async getGroupProjects(_group: string): Promise<CostInsightsGroup[]> {
    return [];
  }

  /** Cost of a service, system, team or record by day. */
  async getCatalogEntityDailyCost(
    catalogEntityRef: string,
    intervals: string,
  ): Promise<CostInsightsCost> {
    return await this.#dailyCost(catalogEntityRef, intervals);
  }

  /** Cost of what a team owns, sub-teams included, by day. */
  async getGroupDailyCost(
    group: string,
    intervals: string,
  ): Promise<CostInsightsCost> {
    return await this.#dailyCost(group, intervals);
  }

  /** Cost of anything the register knows by ref, by day. */
  async getProjectDailyCost(
    project: string,
    intervals: string,
  ): Promise<CostInsightsCost> {
    return await this.#dailyCost(project, intervals);
  }

  /** Throws: the register has no metrics of the business. */
  async getDailyMetricData(metric: string, _intervals: string): Promise<never> {
    throw new Error(`The register has no metric ${metric}`);
  }

  /** What a team spends in a category of cost, such as `depreciation`. */
  async getProductInsights(options: {
    product: string;
    group: string;
    intervals: string;
    project: string | null;
  }): Promise<CostInsightsProduct> {
    const { product, group, intervals } = options;
    const periods = periodsOf(intervals);
    const costs = await this.#costs(group, periods);
    const line = costs.groups.find(({ key }) => key === product);
    const days = line
      ? daysOf(costs, line.series.converted.months)
      : new Map<string, bigint>();
    const { currency } = costs.total.converted;
    const [before = 0n, last = 0n] = periods
      .slice(-2)
      .map(period => sumOf(days, period));
    return {
      id: product,
      aggregation: [numberOf(before, currency), numberOf(last, currency)],
      entities: {},
      change: changeOf(before, last, currency),
    };
  }

  /** None: the portal's alerts tell of budgets and deadlines. */
  async getAlerts(_group: string): Promise<never[]> {
    return [];
  }

  async #dailyCost(of: string, intervals: string): Promise<CostInsightsCost> {
    const periods = periodsOf(intervals);
    const costs = await this.#costs(of, periods);
    const { currency } = costs.total.converted;
    const costOf = (id: string, months: readonly string[]) => {
      const days = daysOf(costs, months);
      const [before = 0n, last = 0n] = periods
        .slice(-2)
        .map(period => sumOf(days, period));
      return {
        id,
        aggregation: [...days]
          .filter(([date]) => isWithin(date, periods))
          .map(([date, amount]) => ({
            date,
            amount: numberOf(amount, currency),
          })),
        ...(periods.length > 1
          ? { change: changeOf(before, last, currency) }
          : {}),
      };
    };
    return {
      ...costOf(costs.of.ref, costs.total.converted.months),
      groupedCosts: {
        product: costs.groups.map(({ key, series }) =>
          costOf(key, series.converted.months),
        ),
      },
    };
  }

  async #costs(of: string, periods: readonly Period[]): Promise<CostAnswer> {
    const [{ start }] = periods;
    const last = addDays(periods[periods.length - 1].endExclusive, -1);
    return await this.#api.getCosts({
      of,
      from: monthText(monthOf(start)),
      to: monthText(monthOf(last)),
      by: 'category',
      currency: this.#currency,
    });
  }
}

function daysOf(
  costs: CostAnswer,
  months: readonly string[],
): Map<string, bigint> {
  return dailyAmounts(costs.months, months, costs.total.converted.currency);
}

function isWithin(date: string, periods: readonly Period[]): boolean {
  return (
    date >= periods[0].start && date < periods[periods.length - 1].endExclusive
  );
}

function sumOf(days: ReadonlyMap<string, bigint>, period: Period): bigint {
  return [...days]
    .filter(([date]) => isWithin(date, [period]))
    .reduce((sum, [, amount]) => sum + amount, 0n);
}

function changeOf(
  before: bigint,
  last: bigint,
  currency: string,
): CostInsightsChange {
  const amount = numberOf(last - before, currency);
  return before === 0n
    ? { amount }
    : { ratio: Number(last - before) / Number(before), amount };
}

function numberOf(minor: bigint, currency: string): number {
  return Number(formatAmount(minor, currency));
}
