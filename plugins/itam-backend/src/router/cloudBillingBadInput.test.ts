import { connect } from 'node:net';
import {
  billingConfig,
  billOf,
  deliver,
  delivered,
} from './__testUtils__/cloudBills';
import { describeShop } from './__testUtils__/shopRegister';
import { credentialsOf } from './__testUtils__/startRegister';

const GOOD = { BilledCost: '1', EffectiveCost: '1' };

describeShop(
  'a billing file',
  [],
  shop => {
    afterEach(async () => {
      await shop.knex('cloud_deliveries').delete();
    });

    it.each<[string, (text: string) => string | Buffer]>([
      ['UTF-8 with a byte order mark', text => `\ufeff${text}`],
      ['UTF-16', text => Buffer.from(`\ufeff${text}`, 'utf16le')],
      ['semicolons', text => text.replaceAll('","', '";"')],
      ['Windows line ends', text => text.replaceAll('\n', '\r\n')],
      ['rows at the end that hold nothing', text => `${text}\n,,,\n`],
    ])('is read: %s', async (_, write) => {
      const file = billOf([GOOD, { ...GOOD, Tags: '{"a": "x;y,z"}' }]);
      const answer = await deliver(shop, write(file), {
        query: { dryRun: 'true' },
      });
      expect([answer.status, answer.body.rows]).toEqual([200, 2]);
    });

    it.each<[string, string | Buffer, number, RegExp]>([
      ['nothing', '', 400, /file is empty/],
      ['a header and no rows', billOf([]), 400, /a header and no rows/],
      [
        'another file',
        'Tag,Title\n1,2\n',
        400,
        /line 1, BilledCost: allowed: the column, as FOCUS 1\.0 to 1\.3 writes it/,
      ],
      [
        'columns of an earlier draft',
        billOf([GOOD], { EffectiveCost: 'AmortizedCost' }),
        400,
        /EffectiveCost.*found 'AmortizedCost'|EffectiveCost: found 'AmortizedCost'/,
      ],
      [
        'a column twice',
        billOf([GOOD], { Id: 'BilledCost' }),
        400,
        /line 1, BilledCost: allowed: each column once/,
      ],
      [
        'a quote that is not closed',
        `${billOf([GOOD])}"x,y\n`,
        400,
        /record that begins in line 3 has a quote that is not closed/,
      ],
      [
        'a row cut short',
        `${billOf([GOOD])}"1","2"\n`,
        400,
        /line 3, row: found 2; allowed: 19 cells, as the header has/,
      ],
      [
        'NULL in a required column',
        billOf([GOOD, { ...GOOD, BillingCurrency: 'NULL' }]),
        400,
        /line 3, BillingCurrency: found no value/,
      ],
      [
        'two currencies in one bill',
        billOf([GOOD, { ...GOOD, BillingCurrency: 'EUR' }]),
        400,
        /line 3, BillingCurrency: found EUR; allowed: USD, as line 2 has/,
      ],
      [
        'an amount with a decimal comma',
        billOf([{ ...GOOD, BilledCost: '4711,12' }]),
        400,
        /line 2, BilledCost: allowed: a decimal number/,
      ],
      [
        'an amount that is too large',
        billOf([{ ...GOOD, BilledCost: '99999999999999.99' }]),
        400,
        /BilledCost: allowed: at most 15 digits/,
      ],
      [
        'bytes that are no UTF-8',
        Buffer.from(billOf([{ ...GOOD, ServiceName: 'Größe' }]), 'latin1'),
        400,
        /Line 2 has bytes that are no utf-8/,
      ],
      [
        'a compressed file',
        Buffer.from('504b0304aaaa', 'hex'),
        415,
        /workbook or archive/,
      ],
    ])('is refused as a whole: %s', async (_, file, status, message) => {
      for (const dryRun of ['true', 'false']) {
        const answer = await deliver(shop, file, { query: { dryRun } });
        expect(answer.status).toBe(status);
        expect(answer.body.error.message).toMatch(message);
        expect(answer.text).not.toContain('4711');
      }
      expect(await shop.knex('cloud_deliveries')).toEqual([]);
      expect(await shop.knex('cloud_amounts')).toEqual([]);
    });

    it('changes nothing when the connection is cut behind a whole row', async () => {
      const file = billOf([GOOD, { ...GOOD, BilledCost: '2' }]);
      await new Promise<void>((resolve, reject) => {
        const socket = connect(shop.register.port, 'localhost', () => {
          socket.write(
            [
              'POST /api/itam/cloud-billing/deliveries HTTP/1.1',
              'Host: localhost',
              `Authorization: ${credentialsOf('finance')}`,
              'Content-Type: text/csv',
              `Content-Length: ${Buffer.byteLength(file) + 100}`,
              '',
              file,
            ].join('\r\n'),
          );
          // All that came is read, and the rest is waited for.
          setTimeout(() => socket.destroy(), 500);
        });
        socket.on('error', reject);
        socket.on('close', () => resolve());
      });
      // A file that came whole is answered, and nothing is there but it.
      await delivered(shop, billOf([{ ...GOOD, BilledCost: '7' }]));
      const bills: { row_count: unknown }[] = await shop.knex(
        'cloud_deliveries',
      );
      expect(bills.map(bill => Number(bill.row_count))).toEqual([1]);
    });

    it('names fifty problems at most', async () => {
      const bad = Array.from({ length: 80 }, () => ({
        ...GOOD,
        ChargeCategory: 'Gift',
      }));
      const { body } = await deliver(shop, billOf(bad));
      expect(body.error.message.match(/found 'Gift'/g)).toHaveLength(50);
    });

    it('is taken with credits and corrections', async () => {
      const answer = await delivered(
        shop,
        billOf([
          {
            ChargeCategory: 'Credit',
            BilledCost: '-12.345',
            EffectiveCost: '-12.345',
          },
          { ChargeCategory: 'Tax', BilledCost: '1.9', EffectiveCost: '1.9' },
          { ChargeCategory: 'Adjustment', BilledCost: '1E-7' },
        ]),
      );
      expect(answer.deliveries[0]).toMatchObject({
        billed: {
          exact: '-10.4449999',
          rounded: { amount: '-10.44', currency: 'USD' },
        },
        effective: {
          exact: '-10.445',
          rounded: { amount: '-10.45', currency: 'USD' },
        },
      });
    });

    it('of version 1.3 takes the place of one of 1.2, by the names configured', async () => {
      await delivered(shop, billOf([GOOD]));
      const newer = billOf(
        [{ ...GOOD, BilledCost: '2', ProviderName: 'Amazon Web Services' }],
        { ProviderName: 'ServiceProviderName' },
      );
      const answer = await delivered(shop, newer);
      expect(answer.deliveries).toEqual([
        expect.objectContaining({ provider: 'AWS', state: 'replaces' }),
      ]);
      const stranger = billOf([{ ...GOOD, ProviderName: 'Amazon' }]);
      const refused = await deliver(shop, stranger);
      expect(refused.status).toBe(409);
      expect(refused.body.error.message).toMatch(
        /delivered for provider 'AWS'.*has 'Amazon'.*itam\.cloudBilling\.providers/,
      );
    });

    it('has to be text/csv', async () => {
      for (const contentType of ['application/json', 'application/gzip']) {
        const answer = await deliver(shop, billOf([GOOD]), { contentType });
        expect(answer.status).toBe(415);
      }
    });

    it('may have a name that is one line of text', async () => {
      const answer = await deliver(shop, billOf([GOOD]), {
        query: { fileName: 'a\nb' },
      });
      expect(answer.status).toBe(400);
    });
  },
  { itam: billingConfig },
);

describeShop('a billing file without configuration', [], shop => {
  it('is not taken, and the answer says what to set', async () => {
    const answer = await deliver(shop, billOf([GOOD]));
    expect(answer.status).toBe(409);
    expect(answer.body.error.message).toMatch(/set itam\.cloudBilling\.owner/);
  });
});
