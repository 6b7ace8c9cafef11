import { examplesOf, tableUnder } from '../__testUtils__/markdownTables';
import {
  readList,
  readObject,
  readText,
  readTexts,
} from '../__testUtils__/readExample';
import { budgetStatus, plannedMonths } from '../budgets';
import { type ComparedLine, explainDifference } from '../comparison';
import { formatAmount, minorOf, ratio } from '../values';

const PAGE = 'rules/budgets.md';
const minor = (text: string) => minorOf(text, 'EUR');
const text = (amount: bigint) => formatAmount(amount, 'EUR');

describe('budgets on their page', () => {
  it.each(tableUnder(PAGE, 'Worked examples'))(
    '$budget with a forecast of $forecast is $state',
    row => {
      const status = budgetStatus({
        budgetMinor: minor(row.budget),
        actualMinor: minor(row.actual),
        committedMinor: minor(row.committed),
        expectedMinor: minor(row.expected),
        ratesMissing: false,
      });
      expect({
        ...row,
        forecast: text(status.forecastMinor),
        variance: text(status.varianceMinor),
        used: status.usedPercent ?? '',
        'of budget': status.forecastPercent ?? '',
        state: status.state,
      }).toEqual(row);
    },
  );

  it('know every state, those first that win', () => {
    expect(tableUnder(PAGE, 'Budgets').map(({ state }) => state)).toEqual([
      'unknown',
      'over',
      'at-risk',
      'on-track',
    ]);
  });

  it('are drawn as 8.33, 16.67, 25.00 … 100.00', () => {
    const months = plannedMonths(minor('100.00')).map(text);
    expect(months.slice(0, 3)).toEqual(['8.33', '16.67', '25.00']);
    expect(months.at(-1)).toBe('100.00');
  });

  it('differ by headroom and effects', () => {
    const [example] = examplesOf(PAGE, 'budget', value => ({
      budget: minor(readText(value.budget)),
      plan: readList(value.plan).map(lineOf),
      forecast: readList(value.forecast).map(lineOf),
      headroom: readText(value.headroom),
      effects: readTexts(value.effects),
      variance: readText(value.variance),
    }));
    const explained = explainDifference(example.plan, example.forecast);
    const headroom = explained.baseMinor - example.budget;
    expect(text(headroom)).toBe(example.headroom);
    expect(
      Object.fromEntries(
        explained.effects.map(effect => [effect.cause, text(effect.minor)]),
      ),
    ).toEqual(example.effects);
    expect(text(headroom + explained.differenceMinor)).toBe(example.variance);
    expect(text(explained.currentMinor - example.budget)).toBe(
      example.variance,
    );
  });
});

function lineOf(value: unknown): ComparedLine {
  const { key, amount, units } = readObject(value);
  const booked = minor(readText(amount));
  return {
    key: readText(key),
    currency: 'EUR',
    minor: booked,
    wholeMinor: booked,
    quantity: typeof units === 'number' ? ratio(BigInt(units)) : null,
    adjustmentMinor: 0n,
    scheduleMinor: 0n,
    convertedMinor: booked,
  };
}
