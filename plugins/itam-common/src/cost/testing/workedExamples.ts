import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type {
  AssetSpec,
  ChargeSpec,
  ContractSpec,
  ItamKind,
  ItamSpec,
  LicenseSpec,
  ServiceShareSpec,
} from '../../entities/types';

/** Amounts per currency, as text. */
export type Amounts = Record<string, string>;

/** The worked examples the documentation prints, by rule. */
export interface WorkedExamples {
  segment: {
    total: string;
    currency: string;
    months: number;
    shares: number[];
    slices: string[][];
    together: string[];
  };
  records: {
    records: { kind: ItamKind; name: string; spec: ItamSpec }[];
    months?: Record<string, Amounts>;
    total?: Amounts;
    services?: Record<string, Amounts>;
    owners?: Record<string, Amounts>;
  };
  depreciation: {
    asset: Partial<AssetSpec>;
    months?: Record<string, string>;
    fiscalYears?: Record<string, string>;
    lastMonth: string;
    left: string;
  };
  charge: { charge: ChargeSpec; months: Record<string, string>; total: string };
  position: {
    license: LicenseSpec;
    assignedUsers: number;
    asOf: string;
    position: number;
    trueUp: string;
  };
  shares: {
    services: ServiceShareSpec[];
    basisPoints: Record<string, number>;
  };
  allocate: {
    total: string;
    currency: string;
    weights: Record<string, number>;
    parts: Record<string, string>;
  };
  conversion: {
    rates: string[][];
    month: string;
    asOf: string;
    sums: Amounts;
    to: string;
    converted: string;
    parts: Amounts;
    unconverted: Amounts;
  };
  renewal: {
    contract: ContractSpec;
    asOf: string;
    lastNoticeDay: string;
    lastNoticeDayWithThreeMonths: string;
    state: string;
    nextTerms: { start: string; endExclusive: string; amount: string }[];
  };
}

const FOLDER = resolve(__dirname, '../../../../../docs/rules');

/**
 * The examples of one rule on one page of the documentation, so that what it
 * prints is what the code computes.
 */
export function workedExamples<R extends keyof WorkedExamples>(
  page: string,
  rule: R,
): WorkedExamples[R][] {
  const text = readFileSync(resolve(FOLDER, `${page}.md`), 'utf8');
  const examples: ({ rule: string } & WorkedExamples[R])[] = [
    ...text.matchAll(/```json\n([\s\S]*?)```/g),
  ].map(([, json]) => JSON.parse(json));
  const found = examples.filter(example => example.rule === rule);
  if (found.length === 0) {
    throw new Error(`${page}.md has no example of the rule '${rule}'`);
  }
  return found;
}
