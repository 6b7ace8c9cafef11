import { isCurrency, type Ratio, ratio } from '../values';
import type { ComparedLine } from './comparedLine';

/**
 * A {@link ComparedLine} in JSON: whole numbers as decimal text, a quantity
 * as `numerator/denominator`.
 * @public
 */
export interface ComparedLineJson {
  /** Full ref of the record. */
  key: string;
  /** ISO 4217 code of the cost. */
  currency: string;
  /** What the record cost the node. */
  minor: string;
  /** What the record cost everybody. */
  wholeMinor: string;
  /** Unit-months paid for, or null. */
  quantity: string | null;
  /** The part that corrects closed months. */
  adjustmentMinor: string;
  /** The part that follows a schedule. */
  scheduleMinor: string;
  /** In the reporting currency, or null. */
  convertedMinor: string | null;
}

/**
 * A stored line that cannot be read.
 * @public
 */
export class InvalidComparedLineError extends Error {
  /** The field that is wrong; empty when the line is no object at all. */
  readonly facts: { field: keyof ComparedLineJson | '' };

  constructor(facts: InvalidComparedLineError['facts']) {
    super(`A compared line cannot be read: ${facts.field || 'not an object'}`);
    this.name = 'InvalidComparedLineError';
    this.facts = facts;
  }
}

/**
 * A line as JSON, from which {@link comparedLineFromJson} reads the same line.
 * @public
 */
export function comparedLineToJson(line: ComparedLine): ComparedLineJson {
  return {
    key: line.key,
    currency: line.currency,
    minor: String(line.minor),
    wholeMinor: String(line.wholeMinor),
    quantity:
      line.quantity === null
        ? null
        : `${line.quantity.numerator}/${line.quantity.denominator}`,
    adjustmentMinor: String(line.adjustmentMinor),
    scheduleMinor: String(line.scheduleMinor),
    convertedMinor:
      line.convertedMinor === null ? null : String(line.convertedMinor),
  };
}

/**
 * Reads a line from JSON, already parsed. Throws
 * {@link InvalidComparedLineError}.
 * @public
 */
export function comparedLineFromJson(value: unknown): ComparedLine {
  if (typeof value !== 'object' || value === null) {
    throw new InvalidComparedLineError({ field: '' });
  }
  const fields = new Map<string, unknown>(Object.entries(value));
  const text = (field: keyof ComparedLineJson): string => {
    const found = fields.get(field);
    if (typeof found !== 'string' || found === '') {
      throw new InvalidComparedLineError({ field });
    }
    return found;
  };
  const minor = (field: keyof ComparedLineJson): bigint => {
    const found = text(field);
    if (!/^-?\d+$/.test(found)) {
      throw new InvalidComparedLineError({ field });
    }
    return BigInt(found);
  };
  const currency = text('currency');
  if (!isCurrency(currency)) {
    throw new InvalidComparedLineError({ field: 'currency' });
  }
  return {
    key: text('key'),
    currency,
    minor: minor('minor'),
    wholeMinor: minor('wholeMinor'),
    quantity:
      fields.get('quantity') === null ? null : quantityOf(text('quantity')),
    adjustmentMinor: minor('adjustmentMinor'),
    scheduleMinor: minor('scheduleMinor'),
    convertedMinor:
      fields.get('convertedMinor') === null ? null : minor('convertedMinor'),
  };
}

function quantityOf(text: string): Ratio {
  const match = /^(-?\d+)\/(\d*[1-9]\d*)$/.exec(text);
  if (!match) {
    throw new InvalidComparedLineError({ field: 'quantity' });
  }
  return ratio(BigInt(match[1]), BigInt(match[2]));
}
