import { endBeforeStart } from '../validation/dateProblems';
import { amountProblems, minorIfValid } from '../validation/moneyProblems';
import type { SpecField } from '../validation/SpecField';
import {
  problem,
  type ValidationProblem,
} from '../validation/ValidationProblem';

/** Titles that say nothing but that the charge is a lease instalment. */
const LEASE_TITLE =
  /^\s*((monthly|quarterly|yearly|annual)\s+)?(lease|leasing)(\s+(rates?|payments?|fees?|charges?|instal?ments?))?\s*$/i;

/** The rules about an Asset's money. */
export function assetFinancialRules(spec: SpecField): ValidationProblem[] {
  const financials = spec.at('financials');
  const purchase = financials.at('purchase');
  return [
    ...endBeforeStart(purchase.at('date'), spec.at('disposal').at('date')),
    ...salvageProblems(financials),
    ...conventionProblems(financials.at('depreciation')),
    ...eventProblems(financials, spec.at('disposal').at('date')),
    ...leaseProblems(financials),
  ];
}

/** Salvage: at most the cost; as an amount it needs the purchase's currency. */
function salvageProblems(financials: SpecField): ValidationProblem[] {
  const salvage = financials.at('depreciation').at('salvage');
  const text = salvage.text();
  if (text === undefined) {
    return [];
  }
  if (text.endsWith('%')) {
    return percentProblems(salvage, text.slice(0, -1));
  }
  const purchase = financials.at('purchase');
  if (!purchase.isPresent()) {
    return [needsPurchase(salvage)];
  }
  const currency = purchase.at('currency').text();
  const problems = amountProblems(salvage, currency);
  const cost = minorIfValid(purchase.at('amount').text(), currency);
  const value = minorIfValid(text, currency);
  return problems.length === 0 &&
    cost !== undefined &&
    value !== undefined &&
    value > cost
    ? [aboveCost(salvage)]
    : problems;
}

function percentProblems(
  salvage: SpecField,
  percent: string,
): ValidationProblem[] {
  if (!/^\d{1,15}(\.\d{1,2})?$/.test(percent)) {
    return [
      problem({
        path: salvage.path,
        rule: 'not-a-number',
        found: 'text',
        allowed: 'a percentage such as 10%, with at most two decimals',
      }),
    ];
  }
  return Number(percent) > 100 ? [aboveCost(salvage)] : [];
}

function aboveCost(field: SpecField): ValidationProblem {
  return problem({
    path: field.path,
    rule: 'salvage-above-cost',
    found: 'more than the cost',
    allowed: 'at most the cost',
  });
}

function needsPurchase(field: SpecField): ValidationProblem {
  return problem({
    path: field.path,
    rule: 'purchase-missing',
    found: 'an amount without a purchase',
    allowed: 'spec.financials.purchase beside it, whose currency it is in',
  });
}

/** Half a year is only exact with whole years. */
function conventionProblems(depreciation: SpecField): ValidationProblem[] {
  const months = depreciation.at('months');
  const value = months.finiteNumber();
  return depreciation.at('convention').text() === 'half-year' &&
    value !== undefined &&
    value % 12 !== 0
    ? [
        problem({
          path: months.path,
          rule: 'half-year',
          found: 'a life that is not in whole years',
          allowed: 'a multiple of 12 with the half-year convention',
        }),
      ]
    : [];
}

function eventProblems(
  financials: SpecField,
  disposedOn: SpecField,
): ValidationProblem[] {
  const purchase = financials.at('purchase');
  const currency = purchase.at('currency').text();
  return financials
    .at('events')
    .items()
    .flatMap(event => {
      const kind = event.at('kind').text();
      if (kind === undefined) {
        return [];
      }
      const [wanted, unwanted] =
        kind === 'life'
          ? [event.at('months'), event.at('amount')]
          : [event.at('amount'), event.at('months')];
      const problems: ValidationProblem[] = [
        ...endBeforeStart(purchase.at('date'), event.at('date')),
        ...afterDisposal(event.at('date'), disposedOn),
        ...amountProblems(event.at('amount'), currency),
      ];
      if (!wanted.isPresent()) {
        problems.push(
          problem({
            path: wanted.path,
            rule: 'required',
            found: 'nothing',
            allowed: 'required for this kind of event',
          }),
        );
      }
      if (unwanted.isPresent()) {
        problems.push(
          problem({
            path: unwanted.path,
            rule: 'event-field',
            found: 'a field of another kind of event',
            allowed: 'months with life, amount with the other kinds',
          }),
        );
      }
      if (event.at('amount').isPresent() && !purchase.isPresent()) {
        problems.push(needsPurchase(event.at('amount')));
      }
      if (kind === 'salvage' && salvageEventAboveCost(financials, event)) {
        problems.push(aboveCost(event.at('amount')));
      }
      return problems;
    });
}

/** It would be invoiced, but nothing is left that it could change. */
function afterDisposal(
  date: SpecField,
  disposedOn: SpecField,
): ValidationProblem[] {
  const eventDate = date.date();
  const lastDate = disposedOn.date();
  return eventDate !== undefined &&
    lastDate !== undefined &&
    eventDate > lastDate
    ? [
        problem({
          path: date.path,
          rule: 'event-after-disposal',
          found: 'a date after the disposal',
          allowed: `${disposedOn.path} or earlier`,
        }),
      ]
    : [];
}

/** Compared with purchase and all improvements up to the date. */
function salvageEventAboveCost(
  financials: SpecField,
  salvage: SpecField,
): boolean {
  const purchase = financials.at('purchase');
  const currency = purchase.at('currency').text();
  const value = minorIfValid(salvage.at('amount').text(), currency);
  let cost = minorIfValid(purchase.at('amount').text(), currency);
  const date = salvage.at('date').date();
  if (value === undefined || cost === undefined || date === undefined) {
    return false;
  }
  for (const event of financials.at('events').items()) {
    const eventDate = event.at('date').date();
    if (
      event.at('kind').text() === 'improvement' &&
      eventDate !== undefined &&
      eventDate <= date
    ) {
      cost += minorIfValid(event.at('amount').text(), currency) ?? 0n;
    }
  }
  return value > cost;
}

/** Bought and leased at once would count the asset twice. */
function leaseProblems(financials: SpecField): ValidationProblem[] {
  if (!financials.at('purchase').isPresent()) {
    return [];
  }
  return financials
    .at('charges')
    .items()
    .filter(
      charge =>
        charge.at('lease').flag() === true ||
        LEASE_TITLE.test(charge.at('title').text()?.slice(0, 200) ?? ''),
    )
    .map(charge =>
      problem({
        path: charge.path,
        rule: 'leased-and-purchased',
        found: 'a lease charge beside a purchase',
        allowed: 'either a purchase or lease charges',
      }),
    );
}
