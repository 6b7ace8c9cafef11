import { tableUnder, type MarkdownRow } from '../__testUtils__/markdownTables';
import {
  billingTargetOf,
  type BillingRule,
  exactDecimalText,
  FOCUS_COLUMNS,
  focusColumnsAt,
  type FocusCharge,
  readFocusCharge,
  roundBilled,
  sumOfDecimals,
} from '../billing';
import { docPage } from '../entities/testing/docSection';
import { formatAmount, monthFromText, monthText } from '../values';

const PAGE = 'rules/cloud-billing.md';
const OWNER = 'group:default/cloud';
const RULES: BillingRule[] = [
  {
    when: {},
    service: { tag: 'service', kind: 'component', namespace: 'default' },
  },
  { when: { subAccounts: ['777'] }, service: 'component:default/web' },
];

/** The tables of the example: the rows, then what they come to. */
const rows = tableUnder(PAGE, 'Worked example');
const results: MarkdownRow[] = (() => {
  const lines = docPage(PAGE)
    .slice(docPage(PAGE).lastIndexOf('\n| service '))
    .trim()
    .split('\n')
    .filter(line => line.startsWith('|'))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    );
  const [head, , ...body] = lines;
  return body.map(cells =>
    Object.fromEntries(
      head.map((name, at) => [name, cells[at].replace(/^`(.*)`$/, '$1')]),
    ),
  );
})();

function chargeOf(row: MarkdownRow): FocusCharge {
  const values = {
    BilledCost: row.billed,
    EffectiveCost: row.effective,
    BillingCurrency: 'USD',
    ProviderName: 'Cloud',
    BillingAccountId: '1',
    BillingPeriodStart: '2026-09-01',
    ChargePeriodStart: `${row.month}-15`,
    ChargeCategory: 'Usage',
    ServiceName: row['service name'],
    SubAccountId: row['sub-account'],
    Tags: row.tag === '' ? 'NULL' : JSON.stringify({ service: row.tag }),
  };
  const { columns } = focusColumnsAt(Object.keys(values));
  const read = readFocusCharge(Object.values(values), columns, '2027-01-01');
  if ('problems' in read) {
    throw new Error(JSON.stringify(read.problems));
  }
  return read.charge;
}

const charges = rows.map(row => {
  const charge = chargeOf(row);
  const { service } = billingTargetOf(charge, RULES, OWNER);
  return { charge, key: service?.replace(/.*\//, '') ?? 'unallocated' };
});

/** Exact and rounded sums by key and month, of one of the costs. */
function sumsOf(
  what: 'billed' | 'effective',
  monthOfCharge: (charge: FocusCharge) => number,
) {
  const parts = new Map<string, FocusCharge[]>();
  for (const { charge, key } of charges) {
    const at = `${key} ${monthOfCharge(charge)}`;
    parts.set(at, [...(parts.get(at) ?? []), charge]);
  }
  const rounded = roundBilled(
    [...parts].map(([at, list]) => {
      const [key, month] = at.split(' ');
      return {
        key,
        month: Number(month),
        exact: sumOfDecimals(list.map(charge => charge[what])),
      };
    }),
    'USD',
  );
  return (key: string, month: string) => {
    const found = rounded.find(
      ({ part }) => part.key === key && monthText(part.month) === month,
    );
    return found ? formatAmount(found.minor, 'USD') : '';
  };
}

describe('bills of clouds on their page', () => {
  const billed = sumsOf('billed', () => monthFromText('2026-09'));
  const effective = sumsOf('effective', charge => charge.chargeMonth);

  it('has three results', () => {
    expect(rows).toHaveLength(5);
    expect(results).toHaveLength(3);
  });

  it.each(results)('$service', row => {
    const exact = (what: 'billed' | 'effective') =>
      exactDecimalText(
        sumOfDecimals(
          charges
            .filter(({ key }) => key === row.service)
            .map(({ charge }) => charge[what]),
        ),
      );
    expect({
      service: row.service,
      'billed exact': exact('billed'),
      billed: billed(row.service, '2026-09'),
      'effective exact': exact('effective'),
      'effective 2026-08': effective(row.service, '2026-08'),
      'effective 2026-09': effective(row.service, '2026-09'),
    }).toEqual(row);
  });

  it('name every column that is read and has to be there', () => {
    const named = new Set(
      tableUnder(PAGE, 'What a row is').flatMap(({ column }) =>
        column.split(', ').map(name => name.replaceAll('`', '')),
      ),
    );
    const wanted = Object.values(FOCUS_COLUMNS).flatMap(
      ({ names, required }): string[] => (required ? [...names] : []),
    );
    expect(wanted.filter(name => !named.has(name))).toEqual([]);
  });
});
