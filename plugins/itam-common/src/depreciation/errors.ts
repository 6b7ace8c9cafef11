/**
 * A depreciation that cannot be computed as written.
 *
 * `life-missing`: the method needs a life in months and neither the record nor
 * its class names one. `salvage-above-cost`: more is to be left than was paid.
 * `salvage-text`: the salvage is neither an amount nor a percent.
 * `currency`: a salvage or event of a purchase without amount cannot be
 * expressed in the booked currency.
 * @public
 */
export class UnsupportedDepreciationError extends Error {
  /** The rule that is broken, and the method asked for. */
  readonly facts: {
    rule: 'life-missing' | 'salvage-above-cost' | 'salvage-text' | 'currency';
    method: string;
  };

  constructor(facts: UnsupportedDepreciationError['facts']) {
    super(`Depreciation '${facts.method}' cannot be computed: ${facts.rule}`);
    this.name = 'UnsupportedDepreciationError';
    this.facts = facts;
  }
}
