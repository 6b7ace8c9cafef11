/**
 * The amount of a day, as Cost Insights draws it.
 * @public
 */
export interface CostInsightsDay {
  /** ISO calendar date. */
  date: string;
  /** In whole and parts of the currency. */
  amount: number;
}

/**
 * How a period differs from the one before.
 * @public
 */
export interface CostInsightsChange {
  /** Difference as part of the period before; absent when that cost nothing. */
  ratio?: number;
  /** The period less the one before. */
  amount: number;
}

/**
 * Daily cost of something over two or more periods.
 * @public
 */
export interface CostInsightsCost {
  /** Ref of what it is about, or key of a line. */
  id: string;
  /** Its days in order. */
  aggregation: CostInsightsDay[];
  /** The last period and the one before. */
  change?: CostInsightsChange;
  /** Under `product`, by category of cost. */
  groupedCosts?: Record<string, CostInsightsCost[]>;
}

/**
 * What a product costs in the period before and the last one.
 * @public
 */
export interface CostInsightsProduct {
  /** Category of cost. */
  id: string | null;
  /** The period before, and the last one. */
  aggregation: [number, number];
  /** What a product is made of; the register tells no parts of a category. */
  entities: Record<string, CostInsightsProduct[]>;
  /** The last period and the one before. */
  change: CostInsightsChange;
}

/**
 * A team somebody may look at.
 * @public
 */
export interface CostInsightsGroup {
  /** Ref of the group. */
  id: string;
  /** What it is called. */
  name?: string;
}
