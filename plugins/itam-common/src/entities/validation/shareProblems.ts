import { readRef } from '../references/readRef';
import { datedListProblems } from './dateProblems';
import type { SpecField } from './SpecField';
import {
  problem,
  problemWithValue,
  type ValidationProblem,
} from './ValidationProblem';

/** All shares of a record together, in hundredths of a percent. */
const WHOLE_BASIS_POINTS = 10_000;

/**
 * Shares of services: more than two decimals, more than 100 percent together,
 * one service twice, nothing left for those without a share, and lists that mix
 * plain and dated entries.
 */
export function servicesProblems(
  services: SpecField,
  namespace: string,
): ValidationProblem[] {
  const entries = services.items().filter(entry => entry.isObject());
  const dated = entries.filter(entry => entry.at('services').isPresent());
  if (dated.length === 0) {
    return [
      ...entries
        .filter(entry => entry.at('from').isPresent())
        .map(entry =>
          problem({
            path: entry.at('from').path,
            rule: 'dated-services',
            found: 'a date on a single service',
            allowed: 'a date beside a list: { from: …, services: [ … ] }',
          }),
        ),
      ...shareListProblems(services, namespace),
    ];
  }
  const problems = datedListProblems(services);
  for (const entry of entries) {
    for (const name of ['ref', 'share']) {
      if (entry.at(name).isPresent()) {
        problems.push(
          problem({
            path: entry.at(name).path,
            rule: 'dated-services',
            found: 'plain and dated entries in one list',
            allowed: 'only entries of the form { from: …, services: [ … ] }',
          }),
        );
      }
    }
    problems.push(...shareListProblems(entry.at('services'), namespace));
  }
  return problems;
}

function shareListProblems(
  shares: SpecField,
  namespace: string,
): ValidationProblem[] {
  const problems: ValidationProblem[] = [];
  const seen = new Set<string>();
  const withoutShare: SpecField[] = [];
  let sumBasisPoints = 0;
  for (const entry of shares.items()) {
    if (!entry.isObject()) {
      continue;
    }
    const ref = entry.at('ref');
    const text = ref.text();
    if (!ref.isPresent()) {
      problems.push(
        problem({
          path: ref.path,
          rule: 'required',
          found: 'nothing',
          allowed: 'required: the service',
        }),
      );
    } else if (text !== undefined) {
      const read = readRef(text, 'service', namespace);
      if (read.ok && seen.has(read.ref)) {
        problems.push(
          problemWithValue({
            path: ref.path,
            rule: 'duplicate-service',
            value: text,
            allowed: 'each service once',
          }),
        );
      }
      if (read.ok) {
        seen.add(read.ref);
      }
    }
    const share = entry.at('share');
    const percent = share.finiteNumber();
    if (!share.isPresent()) {
      withoutShare.push(entry);
    } else if (percent !== undefined && percent > 0) {
      const basisPoints = Math.round(percent * 100);
      if (!hasTwoDecimals(percent)) {
        problems.push(
          problemWithValue({
            path: share.path,
            rule: 'share-decimals',
            value: percent,
            allowed: 'a percentage with at most two decimals',
          }),
        );
      }
      sumBasisPoints += basisPoints;
    }
  }
  if (sumBasisPoints > WHOLE_BASIS_POINTS) {
    problems.push(
      problem({
        path: shares.path,
        rule: 'share-sum',
        found: `${sumBasisPoints / 100} percent together`,
        allowed: 'at most 100 percent together',
      }),
    );
  } else if (withoutShare.length > WHOLE_BASIS_POINTS - sumBasisPoints) {
    problems.push(
      problem({
        path: withoutShare[0].at('share').path,
        rule: 'share-left',
        found: `${withoutShare.length} without a share`,
        allowed: 'a share of its own: the others leave too little to split',
      }),
    );
  }
  return problems;
}

/** Compared as people wrote it: 33.33 times 100 is not whole in binary. */
function hasTwoDecimals(percent: number): boolean {
  return Number(percent.toFixed(2)) === percent;
}
