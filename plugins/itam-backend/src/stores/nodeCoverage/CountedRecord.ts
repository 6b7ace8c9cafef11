/** Owner, services and traits a record is counted by. */
export interface CountedRecord {
  /** Owner as of now; null for none. */
  ownerRef: string | null;
  vendor: string | null;
  assetClass: string | null;
  costCenter: string | null;
  /** Services that use it as of now, in order. */
  serviceRefs: readonly string[];
  /** Whether it says what it costs. */
  priced: boolean;
  /** Whether it only promises cost: planning and procurement. */
  early: boolean;
  /**
   * The contract a priced licence names, when it is of a type that pays in its
   * place; null for all other records.
   */
  contractRef: string | null;
}

/**
 * A counted record as one text, the same for the same record.
 */
export function countedText(record: CountedRecord): string {
  return JSON.stringify([
    record.ownerRef,
    record.vendor,
    record.assetClass,
    record.costCenter,
    record.serviceRefs,
    record.priced,
    record.early,
    record.contractRef,
  ]);
}

/**
 * The record that {@link countedText} wrote down.
 *
 * Throws TypeError for any other text.
 */
export function countedFromText(text: string): CountedRecord {
  const parts: unknown = JSON.parse(text);
  if (!Array.isArray(parts) || parts.length !== 8) {
    throw new TypeError('A counted record is stored in an unknown form');
  }
  const [ownerRef, vendor, assetClass, costCenter, serviceRefs] = parts;
  const [priced, early, contractRef] = parts.slice(5);
  return {
    ownerRef: textOrNull(ownerRef),
    vendor: textOrNull(vendor),
    assetClass: textOrNull(assetClass),
    costCenter: textOrNull(costCenter),
    serviceRefs: Array.isArray(serviceRefs) ? serviceRefs.map(String) : [],
    priced: priced === true,
    early: early === true,
    contractRef: textOrNull(contractRef),
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
