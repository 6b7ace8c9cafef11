import { isPlainDate } from '../../values';
import type { SpecField } from './SpecField';
import {
  isMoneyPath,
  problem,
  problemWithValue,
  type ValidationProblem,
} from './ValidationProblem';

/** Dates that do not exist, have a time, or are written in another way. */
export function dateProblems(field: SpecField): ValidationProblem[] {
  const text = field.text();
  if (text === undefined || isPlainDate(text)) {
    return [];
  }
  const withTime = /^\d{4}-\d{2}-\d{2}[Tt ]/.test(text);
  return [
    problemWithValue({
      path: field.path,
      rule: withTime ? 'date-time' : 'date',
      value: text,
      allowed: withTime
        ? 'a date without time, written YYYY-MM-DD'
        : 'a date that exists, from 1900 on, written YYYY-MM-DD',
    }),
  ];
}

/** An end that is before its start. Both must be dates to be compared. */
export function endBeforeStart(
  start: SpecField,
  end: SpecField,
): ValidationProblem[] {
  const startDate = start.date();
  const endDate = end.date();
  if (
    startDate === undefined ||
    endDate === undefined ||
    startDate <= endDate
  ) {
    return [];
  }
  const showsStart = !isMoneyPath(start.path) && !isMoneyPath(end.path);
  return [
    problemWithValue({
      path: end.path,
      rule: 'end-before-start',
      value: endDate,
      allowed: `${start.path}${showsStart ? ` (${startDate})` : ''} or later`,
    }),
  ];
}

/**
 * Dated lists: one date twice, or more than one entry without a date, leave
 * open which entry is in force.
 */
export function datedListProblems(list: SpecField): ValidationProblem[] {
  const problems: ValidationProblem[] = [];
  const seen = new Set<string>();
  for (const entry of list.items()) {
    const from = entry.at('from');
    if (!entry.isObject() || (from.isPresent() && from.date() === undefined)) {
      continue;
    }
    const key = from.date() ?? '';
    if (seen.has(key)) {
      problems.push(
        problem({
          path: from.path,
          rule: 'duplicate-date',
          found:
            key === ''
              ? 'a second entry without a date'
              : 'a date an entry before has',
          allowed: 'a date of its own for each entry, at most one without',
        }),
      );
    }
    seen.add(key);
  }
  return problems;
}
