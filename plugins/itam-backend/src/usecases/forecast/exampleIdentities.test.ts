import {
  monthFromText,
  monthOf,
  plainDateOf,
} from '@backstage-itam/plugin-itam-common';
import { engines } from '../../__testUtils__/registerDatabases';
import { testRegisters } from '../../__testUtils__/testRegister';
import { explainDifference } from '@backstage-itam/plugin-itam-common';
import { readComparedLines } from '../comparison/readComparedLines';
import {
  declareExamples,
  exampleDay,
} from '../costs/__testUtils__/exampleOrganisation';
import { CurrencySums } from '../costs/costFigures';
import { readFiguresNow } from '../costs/__testUtils__/readFiguresNow';
import {
  readCostQuestion,
  type CostQuestionText,
} from '../costs/readCostQuestion';
import { figuresFromSegments } from '../costs/readFigures';
import { forecastTotal } from './convertForecast';
import {
  ALL_CERTAINTIES,
  forecastFromSegments,
  readForecastFigures,
} from './forecastFigures';

jest.setTimeout(180_000);

const currentMonth = monthOf(plainDateOf(exampleDay));
const clock = { today: plainDateOf(exampleDay), currentMonth };
const VIEWS = ['accrued', 'invoiced'] as const;

const text = (sums: CurrencySums) =>
  JSON.stringify(
    sums.entries().map(([currency, months]) => [currency, months.map(String)]),
  );

describe.each(engines)('the example organisation on %p', engine => {
  const start = testRegisters();

  it('adds up in every way it can be asked', async () => {
    const register = await start(engine);
    await declareExamples(register);
    const knex = register.database;
    const ask = (of: string, rest: CostQuestionText) =>
      readCostQuestion(of, rest, { currentMonth, reportingCurrency: 'EUR' });
    const nodes: string[] = (
      await knex('nodes')
        .whereIn('kind', ['group', 'system', 'component', 'domain'])
        .select('ref')
    ).map((row: { ref: string }) => row.ref);
    expect(nodes.length).toBeGreaterThan(10);

    for (const view of VIEWS) {
      // Services and the rest, owners and the rest, records: the same sum.
      const range = { from: '2026-01', to: '2026-12', view };
      const totals = new Set<string>();
      for (const [by, basis] of [
        ['category', 'used'],
        ['service', 'used'],
        ['owner', 'used'],
        ['owner', 'owned'],
        ['record', 'owned'],
        ['supplier', 'owned'],
        ['cost-center', 'owned'],
      ] as const) {
        const asked = ask('all', { ...range, by, basis });
        const [fast] = await readFiguresNow(knex, [asked]);
        const slow = await figuresFromSegments(knex, asked);
        const whole = new CurrencySums(12);
        fast.groups.forEach(({ sums }) => whole.addAll(sums));
        totals.add(text(whole)).add(text(fast.total)).add(text(slow.total));
      }
      expect(totals.size).toBe(1);

      // What is actual of a forecast is what any other answer shows.
      const past = { from: '2026-01', to: '2026-11', view };
      const questions = ['all', ...nodes].map(of => ask(of, past));
      const forecasts = await readForecastFigures(
        knex,
        questions,
        currentMonth,
      );
      const costs = await readFiguresNow(knex, questions);
      for (const [index, { node }] of questions.entries()) {
        expect([node.ref, text(forecasts[index].actual)]).toEqual([
          node.ref,
          text(costs[index].total),
        ]);
      }

      // And it is the same from the read model and the segments.
      const ahead = ask('all', { from: '2026-07', to: '2028-06', view });
      const [fast] = await readForecastFigures(knex, [ahead], currentMonth);
      const slow = await forecastFromSegments(knex, ahead, currentMonth);
      for (const part of ['actual', 'committed', 'expected'] as const) {
        expect(text(fast[part])).toBe(text(slow[part]));
        expect(fast[part].isEmpty).toBe(false);
      }

      // Records explain differences of forecasts as of costs.
      const [before, after] = await Promise.all(
        [
          { from: '2026-01', to: '2026-12' },
          { from: '2027-01', to: '2027-12' },
        ].map(({ from, to }) =>
          readComparedLines(
            knex,
            {
              ...ahead,
              fromMonth: monthFromText(from),
              toMonthExclusive: monthFromText(to) + 1,
            },
            ALL_CERTAINTIES,
            clock,
          ),
        ),
      );
      const explained = explainDifference(before.lines, after.lines);
      expect(
        explained.effects.reduce((sum, { minor }) => sum + minor, 0n),
      ).toBe(explained.differenceMinor);
      expect(
        forecastTotal(fast, 24)
          .entries()
          .map(([currency]) => currency),
      ).toContain('EUR');
    }
  });
});
