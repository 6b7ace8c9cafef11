import type { PolicyList } from '@backstage-itam/plugin-itam-common';
import { PRACTICES, SEVERITIES } from './findingsView';

type Rule = PolicyList['rules'][number];

/** How one chapter of the policy is kept. */
export interface Scorecard {
  practice: Rule['practice'];
  /** Rules that are run. */
  rules: number;
  /** Of these, rules that nothing breaks. */
  kept: number;
  /** Open findings, the gravest first. */
  open: { severity: Rule['severity']; findings: number }[];
  accepted: number;
  /** The gravest rules that are broken most, first. */
  list: Rule[];
}

/**
 * Sums up the rules of each chapter, in the order of an asset's life. Rules
 * that are switched off count for nothing and come last.
 */
export function scorecardsOf(rules: readonly Rule[]): Scorecard[] {
  return PRACTICES.flatMap(practice => {
    const list = rules
      .filter(rule => rule.practice === practice)
      .sort(
        (a, b) =>
          Number(b.enabled) - Number(a.enabled) ||
          Number(b.open > 0) - Number(a.open > 0) ||
          SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
          b.open - a.open,
      );
    const run = list.filter(({ enabled }) => enabled);
    return list.length === 0
      ? []
      : [
          {
            practice,
            rules: run.length,
            kept: run.filter(({ open }) => open === 0).length,
            open: SEVERITIES.map(severity => ({
              severity,
              findings: sum(
                list
                  .filter(rule => rule.severity === severity)
                  .map(({ open }) => open),
              ),
            })),
            accepted: sum(list.map(({ accepted }) => accepted)),
            list,
          },
        ];
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
