import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import {
  billingConfig,
  billOf,
  deliver,
  delivered,
  type BillRow,
} from './__testUtils__/cloudBills';
import { parquetBillOf, type BillTypes } from './__testUtils__/parquetBills';
import { describeShop } from './__testUtils__/shopRegister';

const contentType = 'application/vnd.apache.parquet';
const GOOD = { BilledCost: '1', EffectiveCost: '1' };

/** Amounts of a dozen decimals, whose sums in doubles are others. */
const ROWS = Array.from(
  { length: 1_200 },
  (_, row): BillRow => ({
    BilledCost: `${row % 4 === 0 ? '-' : ''}${row % 3}.${String(
      (row * 7_919_000_017) % 10 ** 12,
    ).padStart(12, '0')}`,
    EffectiveCost: `0.${String((row * 104_729_001) % 10 ** 12).padStart(
      12,
      '0',
    )}`,
    ServiceName: `Service ${row % 5}`,
    SubAccountId: row % 2 === 0 ? '777' : '999',
    Tags: row % 3 === 0 ? '{"service":"payments-api"}' : 'NULL',
    ResourceId: row % 10 === 0 ? 'NULL' : `arn:${row}`,
  }),
);

describeShop(
  'a billing file in Parquet',
  [],
  shop => {
    afterEach(async () => {
      await shop.knex('cloud_deliveries').delete();
    });

    const answered = async (file: string | Buffer, type?: string) => {
      const query = { dryRun: 'true' };
      const { rows, deliveries, targets } = await delivered(
        shop,
        file,
        query,
        type,
      );
      return {
        rows,
        targets,
        deliveries: deliveries.map(
          ({ deliveredAt: _, ...one }: { deliveredAt: string }) => one,
        ),
      };
    };

    it.each<[string, BillTypes]>([
      ['decimals, times and JSON', {}],
      ['a map of tags', { Tags: 'map' }],
      [
        'text only',
        {
          BilledCost: 'text',
          EffectiveCost: 'text',
          BillingPeriodStart: 'text',
          ChargePeriodStart: 'bytes',
        },
      ],
      [
        'other decimals and times',
        {
          BilledCost: 'longDecimal',
          BillingPeriodStart: 'nanos',
          BillingPeriodEnd: 'day',
          ChargePeriodEnd: 'day',
          BillingAccountId: 'integer',
        },
      ],
      [
        'doubles, as the shortest decimals that read as them',
        { BilledCost: 'double', EffectiveCost: 'double' },
      ],
    ])(
      'says what the same CSV says, to the last digit: %s',
      async (_, types) => {
        const expected = await answered(billOf(ROWS));
        const parquet = parquetBillOf(ROWS, types, { rowGroupSize: 500 });
        expect(await answered(parquet, contentType)).toEqual(expected);
      },
    );

    it('changes nothing after the same CSV', async () => {
      await delivered(shop, billOf([GOOD]));
      const { deliveries } = await delivered(
        shop,
        parquetBillOf([GOOD]),
        {},
        contentType,
      );
      expect(deliveries).toMatchObject([{ state: 'unchanged' }]);
    });

    it.each<[string, Buffer, number, RegExp]>([
      [
        'nothing',
        Buffer.alloc(0),
        415,
        /no Parquet file; send CSV as text\/csv/,
      ],
      ['CSV', Buffer.from(billOf([GOOD])), 415, /no Parquet file/],
      [
        'a file cut short',
        parquetBillOf([GOOD]).subarray(0, -20),
        400,
        /cut short; send the whole file/,
      ],
      [
        'a file without rows',
        parquetBillOf([]),
        400,
        /columns and no rows; nothing is taken/,
      ],
      [
        'a missing column',
        parquetBillOf([GOOD], {}, { without: 'EffectiveCost' }),
        400,
        /EffectiveCost: allowed: the column, as FOCUS 1\.0 to 1\.3 writes it/,
      ],
      [
        'amounts of four bytes, which have seven digits',
        parquetBillOf([GOOD], { BilledCost: 'float' }),
        400,
        /BilledCost: found FLOAT; allowed: DECIMAL, DOUBLE, an integer or text/,
      ],
      [
        'a map where text is',
        parquetBillOf([{ ...GOOD, ServiceName: '{"a":"b"}' }], {
          ServiceName: 'map',
        }),
        400,
        /ServiceName: found MAP; allowed: text or an integer/,
      ],
      [
        'numbers where times are',
        parquetBillOf([{ ...GOOD, ChargePeriodStart: '1' }], {
          ChargePeriodStart: 'integer',
        }),
        400,
        /ChargePeriodStart: found INT64; allowed: TIMESTAMP, INT96, DATE or text/,
      ],
      [
        'an amount that is no number',
        parquetBillOf([GOOD, { ...GOOD, BilledCost: 'x4711' }], {
          BilledCost: 'double',
        }),
        400,
        /row 2, BilledCost: allowed: a decimal number/,
      ],
      [
        'no value where one is needed',
        parquetBillOf([GOOD, { ...GOOD, BillingCurrency: 'NULL' }]),
        400,
        /row 2, BillingCurrency: found no value/,
      ],
      [
        'two currencies in one bill',
        parquetBillOf([GOOD, { ...GOOD, BillingCurrency: 'EUR' }]),
        400,
        /row 2, BillingCurrency: found EUR; allowed: USD, as row 1 has/,
      ],
    ])(
      'is refused as a whole, and nothing of it is left: %s',
      async (_, file, status, message) => {
        for (const dryRun of ['true', 'false']) {
          const answer = await deliver(shop, file, {
            query: { dryRun },
            contentType,
          });
          expect([answer.status, answer.body.error.message]).toEqual([
            status,
            expect.stringMatching(message),
          ]);
          expect(answer.text).not.toContain('4711');
        }
        expect(await shop.knex('cloud_deliveries')).toEqual([]);
        const left = await readdir(tmpdir());
        expect(left.filter(name => /^itam-[0-9a-f-]{36}$/.test(name))).toEqual(
          [],
        );
      },
    );

    it('is told from CSV by what it is', async () => {
      const answer = await deliver(shop, parquetBillOf([GOOD]));
      expect([answer.status, answer.body.error.message]).toEqual([
        415,
        expect.stringContaining('sent as application/vnd.apache.parquet'),
      ]);
    });
  },
  { itam: billingConfig },
);

describeShop(
  'a billing file in Parquet that is too large',
  [],
  shop => {
    it('is not taken', async () => {
      const answer = await deliver(shop, parquetBillOf(ROWS), { contentType });
      expect([answer.status, answer.body.error.message]).toEqual([
        413,
        'The file has more than 2000 bytes; split it',
      ]);
    });
  },
  { itam: { ...billingConfig, imports: { maxBytes: 2_000 } } },
);
