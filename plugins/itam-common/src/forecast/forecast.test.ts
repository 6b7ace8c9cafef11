import { recordCosts } from '../cost/recordCosts';
import { segmentTotal } from '../cost/segmentValue';
import { asset, contextOf, contract, OPTIONS } from '../cost/testing/estate';
import { euro } from '../cost/testing/monthlyCosts';
import type { CostRecord, CostView } from '../cost/types';
import { monthFromText, monthText } from '../values';
import { forecastEvents } from './forecastEvents';
import { forecastPart } from './forecastPart';
import { renewalStartMonths } from './renewalStartMonths';

describe('the part of a forecast', () => {
  it.each([
    ['actual', 9, 'actual'],
    ['actual', 10, 'actual'],
    ['actual', 11, 'committed'],
    ['committed', 9, 'committed'],
    ['committed', 11, 'committed'],
    ['forecast', 9, 'expected'],
    ['forecast', 11, 'expected'],
  ] as const)(
    'of %s cost in month %i seen in 10: %s',
    (certainty, month, part) => {
      expect(forecastPart(certainty, month, 10)).toBe(part);
    },
  );
});

const FROM = monthFromText('2026-01');
const TO = monthFromText('2029-01');

function events(
  records: CostRecord[],
  view: CostView = 'accrued',
  toMonthExclusive = TO,
) {
  const context = contextOf(records);
  const segments = records
    .flatMap(record => recordCosts(record, context, OPTIONS))
    .filter(segment => segment.view === view);
  return forecastEvents(
    segments,
    segment => segmentTotal(segment, FROM, toMonthExclusive),
    ref => {
      const found = context.record(ref);
      return found?.kind === 'Contract'
        ? renewalStartMonths(found.spec, toMonthExclusive)
        : [];
    },
  ).map(
    ({ kind, certainty, month, recordRef, minor, currency }) =>
      `${monthText(
        month,
      )} ${kind} ${certainty} ${recordRef} ${minor} ${currency}`,
  );
}

describe('events of a forecast', () => {
  const renewed = contract('renewed', {
    term: { start: '2026-01-15', end: '2027-01-14' },
    renewal: {
      kind: 'automatic',
      months: 12,
      noticeMonths: 3,
      upliftPercent: 5,
    },
    financials: {
      charges: [{ ...euro('100.00'), every: 'month', from: '2026-01-15' }],
    },
  });

  it('are one for each renewed term, in both views', () => {
    const expected = [
      '2027-01 renewal expected contract:default/renewed 126000 EUR',
      '2028-01 renewal expected contract:default/renewed 132300 EUR',
    ];
    expect(events([renewed])).toEqual(expected);
    expect(events([renewed], 'invoiced')).toEqual(expected);
  });

  it('are dated by the charge where no terms are known', () => {
    const segments = recordCosts(renewed, contextOf([renewed]), OPTIONS);
    expect(
      forecastEvents(
        segments.filter(({ view }) => view === 'accrued'),
        segment => segmentTotal(segment, FROM, TO),
      ).map(({ month }) => monthText(month)),
    ).toEqual(['2027-01', '2028-01']);
  });

  it('are committed once notice is too late', () => {
    const late = contract('late', {
      term: { start: '2026-01-01', end: '2026-07-31' },
      renewal: { kind: 'automatic', months: 12, noticeMonths: 3 },
      financials: {
        charges: [{ ...euro('700.00'), every: 'year', from: '2026-01-01' }],
      },
    });
    expect(events([late])[0]).toMatch(/^2026-08 renewal committed/);
  });

  it('are planned, ordered and replaced assets', () => {
    const financials = {
      purchase: { ...euro('4800.00'), date: '2026-09-10' },
      depreciation: { method: 'straight-line' as const, months: 48 },
    };
    const planned = asset('planned', {
      stage: 'planning',
      planned: { neededBy: '2026-10-01' },
      financials,
    });
    const ordered = asset('ordered', {
      stage: 'procurement',
      expected: '2026-08-01',
      financials,
    });
    const old = asset('old', {
      inService: '2024-01-01',
      endOfLife: '2027-12-31',
      financials: {
        ...financials,
        purchase: { ...euro('2400.00'), date: '2024-01-01' },
      },
    });
    expect(events([planned, ordered, old])).toEqual([
      '2026-08 ordered committed asset:default/ordered 290000 EUR',
      '2026-10 planned expected asset:default/planned 270000 EUR',
      '2027-12 replacement expected asset:default/old 65000 EUR',
    ]);
    expect(events([planned, ordered, old], 'invoiced')).toEqual([
      '2026-09 ordered committed asset:default/ordered 480000 EUR',
      '2026-09 planned expected asset:default/planned 480000 EUR',
      '2027-12 replacement expected asset:default/old 240000 EUR',
    ]);
  });

  it('are none of costs outside the months asked for', () => {
    expect(events([renewed], 'accrued', monthFromText('2027-01'))).toEqual([]);
  });
});

describe('the months in which terms start', () => {
  it('go on as long as they are asked for', () => {
    const months = (record: CostRecord) =>
      record.kind === 'Contract'
        ? renewalStartMonths(record.spec, TO).map(monthText)
        : [];
    expect(
      months(
        contract('c', {
          term: { start: '2026-01-31', end: '2027-07-30' },
          renewal: { kind: 'automatic', months: 6 },
        }),
      ),
    ).toEqual(['2026-01', '2027-07', '2028-01', '2028-07']);
    expect(months(contract('c', { term: { start: '2026-01-01' } }))).toEqual([
      '2026-01',
    ]);
    expect(months(contract('c', { term: { start: '2029-01-01' } }))).toEqual(
      [],
    );
  });
});
