import type { Entity } from '@backstage/catalog-model';
import { act, checked, laptops } from './__testUtils__/imports';
import { describeShop } from './__testUtils__/shopRegister';

const XLSX =
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Records of every kind with what is hard to write in a cell. */
const written: Record<'Asset' | 'License' | 'Contract', object[]> = {
  Asset: [
    {
      class: 'hardware',
      type: 'laptop',
      stage: 'maintenance',
      status: 'in-use',
      owner: 'group:default/payments',
      assignee: 'user:default/member',
      location: '=Berlin',
      tag: "'-EX-1",
      serialNumber: '0012',
      manufacturer: ' Dell, "the" maker',
      inService: '2026-01-01',
      notes: 'two\r\nlines; and = more',
      warranty: { until: '2028-01-31' },
      documents: [
        { title: 'Invoice, "paid"', url: 'https://documents.example.com/1' },
      ],
      services: [
        { ref: 'component:default/payments-api', share: 33.33 },
        { ref: 'component:default/web', share: 66.67 },
      ],
      financials: {
        purchase: { amount: '1234.56', currency: 'EUR', date: '2026-01-01' },
        depreciation: { method: 'straight-line', months: 36, salvage: '10%' },
        costCenter: '@CC-1',
        charges: [
          {
            amount: '9.90',
            currency: 'USD',
            every: 'month',
            from: '2026-01-01',
          },
        ],
      },
    },
    {
      class: 'digital',
      type: 'document',
      stage: 'planning',
      owner: 'group:default/payments',
    },
  ],
  License: [
    {
      type: 'subscription',
      product: '-Studio',
      owner: 'group:default/payments',
      metric: 'named-user',
      quantity: 3,
      assignments: [
        { to: 'user:default/member' },
        { to: 'user:default/manager', from: '2026-01-01' },
      ],
      term: { start: '2026-01-01', end: '2026-12-31' },
      financials: {
        price: {
          amount: '3.50',
          currency: 'USD',
          per: 'unit',
          every: 'month',
        },
      },
    },
  ],
  Contract: [
    {
      type: 'maintenance',
      number: '+F-1',
      vendor: 'dell',
      owner: 'group:default/payments',
      term: { start: '2026-01-01', end: '2026-12-31' },
      covers: ['asset:default/db', { ref: 'asset:default/laptop', weight: 2 }],
      financials: {
        charges: [
          {
            amount: '1200.00',
            currency: 'EUR',
            every: 'year',
            from: '2026-01-01',
          },
        ],
      },
    },
  ],
};

const hidden: Entity = {
  apiVersion: 'itam/v1alpha1',
  kind: 'Asset',
  metadata: { name: 'not-for-all', namespace: 'default' },
  spec: {
    class: 'digital',
    type: 'document',
    stage: 'planning',
    owner: 'group:default/other',
  },
};

describeShop('an export', [hidden], shop => {
  const detail = async (ref: string) =>
    await shop.register.get('finance', `/records/${ref.replace(':', '/')}`);

  it.each(['csv', 'xlsx'] as const)(
    'as %s is imported again without any loss, on an empty register too',
    async format => {
      for (const kind of ['Asset', 'License', 'Contract'] as const) {
        const refs: string[] = [];
        for (const [at, spec] of written[kind].entries()) {
          const over =
            format === 'xlsx' && 'tag' in spec
              ? { ...spec, tag: '=EX-2', serialNumber: '0013' }
              : spec;
          const answer = await shop.register.post('finance', '/records').send({
            kind,
            name: `ex-${format}-${at}`,
            title: '=1+1',
            description: 'A, "quoted" thing',
            spec: over,
          });
          expect([answer.status, answer.body.error?.message]).toEqual([
            201,
            undefined,
          ]);
          refs.push(answer.body.record.ref);
        }
        const answer = await shop.register
          .get('finance', `/records/export?kind=${kind}&format=${format}`)
          .buffer(true)
          .parse((res, done) => {
            const parts: Buffer[] = [];
            res.on('data', part => parts.push(part));
            res.on('end', () => done(null, Buffer.concat(parts)));
          });
        expect(answer.status).toBe(200);
        const options = {
          contentType: format === 'csv' ? 'text/csv' : XLSX,
          query: { kind, decimalSeparator: 'point' },
        };
        const again = await checked(shop, answer.body, options);
        expect(again.outcomes).toEqual({
          create: 0,
          update: 0,
          unchanged: again.rows,
          error: 0,
        });
        expect(
          again.columns.every(({ field }: { field?: string }) => field),
        ).toBe(true);

        // What was registered is taken away and comes back from the file.
        const before = await Promise.all(refs.map(detail));
        for (const { body } of before) {
          const { ref, version } = body.record;
          const gone = await shop.register
            .delete('finance', `/records/${ref.replace(':', '/')}`)
            .set('If-Match', `"${version}"`);
          expect(gone.status).toBe(204);
        }
        const back = await checked(shop, answer.body, options);
        expect(back.outcomes).toMatchObject({
          create: refs.length,
          error: 0,
        });
        await act(shop, back.id, 'commit');
        for (const [at, { body }] of (
          await Promise.all(refs.map(detail))
        ).entries()) {
          expect(body.spec).toEqual(before[at].body.spec);
          expect(body.record.title).toBe('=1+1');
          expect(body.record.description).toBe(
            before[at].body.record.description,
          );
          expect(body.record.monthlyCost).toEqual(
            before[at].body.record.monthlyCost,
          );
        }
      }
    },
  );

  it('has no formula in it', async () => {
    const { text } = await shop.register.get(
      'finance',
      '/records/export?kind=Asset',
    );
    expect(text).toContain("'=1+1");
    expect(text).not.toMatch(/(^|[,"])[=+@]/m);
  });

  it('has what the caller may read only, and is an audit event', async () => {
    await act(shop, (await checked(shop, laptops(['SE-1']))).id, 'commit');
    const { createEvent } = shop.register.auditor;
    createEvent.mockClear();
    const mine = await shop.register.get(
      'narrow',
      '/records/export?kind=Asset',
    );
    expect(mine.text).toContain('se-1');
    expect(mine.text).not.toContain('not-for-all');
    expect(createEvent.mock.calls.map(([{ eventId }]) => eventId)).toEqual([
      'records-export',
    ]);
    const none = await shop.register.get(
      'denied',
      '/records/export?kind=Asset',
    );
    expect(none.text.trimEnd().split('\r\n')).toHaveLength(1);
    expect((await shop.register.get('finance', '/records/export')).status).toBe(
      400,
    );
  });

  it('leaves money out that the caller may not see', async () => {
    const { text } = await shop.register.get(
      'member',
      '/records/export?kind=Asset',
    );
    const all = await shop.register.get(
      'finance',
      '/records/export?kind=Asset',
    );
    const amounts = (csv: string) => csv.match(/\d+\.\d\d\b/g)?.length ?? 0;
    expect(amounts(text)).toBeLessThan(amounts(all.text));
  });
});
