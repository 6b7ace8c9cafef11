import fc from 'fast-check';
import { seedProperties } from '../../__testUtils__/propertySeed';
import { addMonths, monthFromText } from '../../values';
import { estate, owner, services } from '../__testUtils__/randomRecords';
import { mergeDeclared } from '../mergeDeclared';
import { recordCosts } from '../recordCosts';
import { costByOwner, costByService } from '../rollUp';
import { contextOf, OPTIONS } from '../testing/estate';
import type { CostRecord, CostSegment } from '../types';
import { splitAtClosing } from './splitAtClosing';
import { withClosedMonths } from './withClosedMonths';

seedProperties();

/** Some month before the one that {@link OPTIONS} sees as the current one. */
const anyClosedMonth = fc.integer({
  min: monthFromText('2022-06'),
  max: monthFromText('2026-05'),
});

/** All costs of the estate, record by record. */
function costsOf(records: readonly CostRecord[], monthsLater = 0) {
  const context = contextOf(records);
  const options = {
    asOf: addMonths(OPTIONS.asOf, monthsLater),
    horizonMonth: OPTIONS.horizonMonth + monthsLater,
  };
  return records.map(record => recordCosts(record, context, options));
}

const closedOf = (segments: readonly CostSegment[]) =>
  segments.filter(({ closed }) => closed);

function sums(
  estateCosts: readonly CostSegment[][],
  view: CostSegment['view'],
  toMonthExclusive: number,
) {
  const actual = estateCosts
    .flat()
    .filter(each => each.view === view && each.certainty === 'actual');
  return [costByService, costByOwner].map(sum =>
    [...sum(actual, 0, toMonthExclusive)]
      .flatMap(([key, amounts]) =>
        [...amounts].map(([code, minor]) => `${key} ${code} ${minor}`),
      )
      .filter(text => !text.endsWith(' 0'))
      .sort(),
  );
}

describe('random estates with closed months', () => {
  it('need no adjustment only because time passes', () => {
    fc.assert(
      fc.property(
        estate,
        anyClosedMonth,
        fc.nat(40),
        (records, month, later) => {
          const closed = costsOf(records).map(costs =>
            closedOf(splitAtClosing(costs, month)),
          );
          costsOf(records, later).forEach((costs, index) => {
            const kept = withClosedMonths(costs, closed[index], month);
            expect(
              kept.filter(({ category }) => category === 'adjustment'),
            ).toEqual([]);
          });
        },
      ),
    );
  });

  it('keep the past and lose nothing, whatever a record changes to', () => {
    fc.assert(
      fc.property(
        estate,
        estate,
        owner,
        services,
        anyClosedMonth,
        (records, others, newOwner, newServices, month) => {
          const before = costsOf(records).map(costs =>
            splitAtClosing(costs, month),
          );
          const context = records.map((record, index) => {
            const other = others.find(({ ref }) => ref === record.ref);
            return index % 2 === 0 && other
              ? other
              : mergeDeclared(
                  record,
                  record.ref,
                  record.kind,
                  { ...record.spec, owner: newOwner, services: newServices },
                  '2023-03-20',
                );
          });
          const computed = costsOf(context);
          const after = computed.map((costs, index) =>
            withClosedMonths(costs, closedOf(before[index]), month),
          );
          for (const view of ['accrued', 'invoiced'] as const) {
            expect(sums(after, view, month + 1)).toEqual(
              sums(before, view, month + 1),
            );
            for (const end of [month + 2, month + 9, OPTIONS.horizonMonth]) {
              expect(sums(after, view, end)).toEqual(sums(computed, view, end));
            }
          }
        },
      ),
    );
  });
});
