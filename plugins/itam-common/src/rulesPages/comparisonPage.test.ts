import { examplesOf, tableUnder } from '../__testUtils__/markdownTables';
import { readList, readObject, readText } from '../__testUtils__/readExample';
import {
  type ComparedLine,
  DIFFERENCE_CAUSES,
  explainDifference,
} from '../comparison';
import { formatAmount, minorOf, ratio } from '../values';

const PAGE = 'rules/comparisons.md';

const [example] = examplesOf(PAGE, 'comparison', value => ({
  to: readText(value.to),
  base: readList(value.base),
  current: readList(value.current),
}));

function lineOf(value: unknown): ComparedLine {
  const line = readObject(value);
  const currency = readText(line.currency);
  const minor = (text: unknown) =>
    text === undefined ? 0n : minorOf(readText(text), currency);
  return {
    key: readText(line.key),
    currency,
    minor: minor(line.amount),
    wholeMinor: minor(line.whole),
    quantity: typeof line.units === 'number' ? ratio(BigInt(line.units)) : null,
    adjustmentMinor: minor(line.adjustment),
    scheduleMinor: minor(line.schedule),
    convertedMinor: minorOf(readText(line.converted), example.to),
  };
}

const explained = explainDifference(
  example.base.map(lineOf),
  example.current.map(lineOf),
);
const text = (minor: bigint) => formatAmount(minor, example.to);

describe('comparisons on their page', () => {
  const rows = tableUnder(PAGE, 'Worked example');

  it.each(rows)('$record', row => {
    const found = explained.records.find(({ key }) => key === row.record);
    const effects = new Map(
      found?.effects.map(({ cause, minor }) => [cause, text(minor)]),
    );
    expect({
      record: found?.key,
      base: text(found?.baseMinor ?? 0n),
      current: text(found?.currentMinor ?? 0n),
      ...Object.fromEntries(
        DIFFERENCE_CAUSES.map(cause => [cause, effects.get(cause) ?? '']),
      ),
    }).toEqual(row);
  });

  it('explain the whole difference, and every record of it', () => {
    expect(explained.records).toHaveLength(rows.length);
    expect(text(explained.differenceMinor)).toBe('825.76');
    expect(
      text(explained.effects.reduce((sum, { minor }) => sum + minor, 0n)),
    ).toBe('825.76');
  });

  it('name every cause', () => {
    expect(
      tableUnder(PAGE, 'Comparisons')
        .map(({ effect }) => effect)
        .sort(),
    ).toEqual([...DIFFERENCE_CAUSES].sort());
  });
});
