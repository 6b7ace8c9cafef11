import { mockServices } from '@backstage/backend-test-utils';
import { settingKeys } from '../database/settingKeys';
import { readSetting } from '../stores/settings/readSetting';
import {
  operations,
  type Operation,
  type Parameter,
} from './__testUtils__/fuzz/contract';
import { routeMatrix, type MatrixRow } from './__testUtils__/routeMatrix';
import { record, shopCatalog } from './__testUtils__/shop';
import { describeShop } from './__testUtils__/shopRegister';
import { startRegister, type Persona } from './__testUtils__/startRegister';

/** Over the cap of one megabyte. */
const OVER_CAP = 'x'.repeat(1_100_000);

/** Text that means something to some engine, and nothing to the register. */
const INJECTIONS = [
  "' OR '1'='1",
  "'; DROP TABLE records; --",
  '" OR ""="',
  '%',
  '_',
  '*',
  '\\',
  '1) OR (1=1',
  '${1+1}',
  '{"$ne":null}',
];

interface Row {
  operation: Operation;
  row: MatrixRow;
}

const rows: Row[] = operations.map(operation => {
  const row = routeMatrix[operation.id];
  if (!row) {
    throw new Error(`No row for ${operation.id}`);
  }
  return { operation, row };
});

const withBody = rows.filter(({ operation }) => operation.body !== undefined);

function having(test: (parameter: Parameter) => boolean) {
  return rows.flatMap(one =>
    one.operation.parameters
      .filter(test)
      .map(parameter => ({ ...one, parameter })),
  );
}

const withLimit = having(({ name }) => name === 'limit');
const withCursor = having(({ name }) => name === 'cursor');
const withSort = having(({ name }) => name === 'sort');
const withVersion = having(({ name }) => name === 'If-Match');
const withKey = having(({ name }) => name === 'Idempotency-Key');
const withPath = rows.filter(({ operation }) =>
  operation.parameters.some(parameter => parameter.in === 'path'),
);

/** Whether the row asks about something that does not exist. */
const isAbsent = ({ row }: (typeof rows)[number]): boolean =>
  row.expected.includes(404);

/** Adds a parameter, or puts another value in its place. */
function withQuery(path: string, name: string, value: string): string {
  const [before, query = ''] = path.split('?');
  const parameters = query
    .split('&')
    .filter(one => one !== '' && !one.startsWith(`${name}=`));
  return `${before}?${[...parameters, `${name}=${value}`].join('&')}`;
}

/** What only the record `secret`, and those like it, hold. */
const hidden = [
  record('Asset', 'aaa-vault', {
    class: 'hardware',
    type: 'hsm',
    stage: 'maintenance',
    owner: 'group:default/other',
    vendor: 'hiddenvendor',
    tag: 'HIDDEN-1',
    serialNumber: 'HIDDEN-SN',
    manufacturer: 'Hiddenmaker',
    location: 'Bunker',
    warranty: { until: '2026-10-20' },
    financials: {
      purchase: { amount: '918273.00', currency: 'EUR', date: '2026-01-01' },
    },
  }),
  record('License', 'zzz-vault', {
    type: 'subscription',
    product: 'Hiddenproduct',
    vendor: 'hiddenvendor',
    owner: 'group:default/other',
    metric: 'named-user',
    quantity: 7,
    term: { start: '2026-01-01', end: '2026-11-30' },
    financials: {
      price: {
        amount: '918273.00',
        currency: 'EUR',
        per: 'total',
        every: 'year',
      },
    },
  }),
];

describeShop('bad input', hidden, shop => {
  const ask = (
    persona: Persona,
    { operation, row }: Row,
    options: {
      path?: string;
      headers?: Readonly<Record<string, string>>;
      body?: string | object;
      type?: string;
    } = {},
  ) => {
    const { path = row.path, headers = row.headers ?? {}, type } = options;
    const sent = shop.register[operation.method](persona, path);
    for (const [name, value] of Object.entries(headers)) {
      sent.set(name, value);
    }
    if (type !== undefined) {
      sent.set('Content-Type', type);
    }
    const body = options.body ?? row.file ?? row.body;
    return body === undefined ? sent : sent.send(body);
  };
  /** Who may do what is asked, so that nothing else refuses it. */
  const able = ({ operation }: Row): Persona =>
    operation.id.includes('CalendarToken') ? 'member' : 'service';
  /** What is wrong with how a request is refused; empty when nothing is. */
  const complaints = async (
    sent: ReturnType<typeof ask>,
    status: number,
    about?: string,
  ): Promise<string[]> => {
    const { status: actual, text, body } = await sent;
    const told = `${about}: ${actual} ${text}`;
    const formed =
      typeof body?.error?.name === 'string' &&
      typeof body.error.message === 'string' &&
      body.response?.statusCode === status;
    return [
      ...(actual === status && formed ? [] : [told]),
      ...(/select |insert |SQLITE|node_modules/i.test(text)
        ? [`insides: ${told}`]
        : []),
    ];
  };

  describe('in a body', () => {
    it.each(withBody)('$operation.id: other types are 415', async one => {
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'application/xml',
      ]) {
        expect(
          await complaints(
            ask(able(one), one, { type, body: '{}' }),
            415,
            type,
          ),
        ).toEqual([]);
      }
    });

    it.each(withBody)('$operation.id: over the cap is 413', async one => {
      const body = { ...one.row.body, note: OVER_CAP };
      expect(await complaints(ask(able(one), one, { body }), 413)).toEqual([]);
    });

    it.each(withBody)(
      '$operation.id: what is no JSON object is 400',
      async one => {
        for (const body of ['{', 'null', '[]', '"x"', '1', '{"a":1}}']) {
          expect(
            await complaints(
              ask(able(one), one, { type: 'application/json', body }),
              400,
              body,
            ),
          ).toEqual([]);
        }
      },
    );

    it.each(withBody)(
      '$operation.id: numbers without an end are 400',
      async one => {
        const inside = JSON.stringify(one.row.body).slice(1);
        const comma = inside === '}' ? '' : ',';
        for (const number of ['1e999', '-1e999']) {
          const body = `{"quantity":${number}${comma}${inside}`;
          const type = 'application/json';
          expect(
            await complaints(ask(able(one), one, { type, body }), 400, number),
          ).toEqual([]);
        }
      },
    );

    it.each(withBody)('$operation.id: other fields are 400', async one => {
      for (const [name, value] of Object.entries({
        surprise: 1,
        version: 7,
        createdBy: 'user:default/member',
        updatedAt: '2020-01-01T00:00:00.000Z',
        origin: 'declared',
      })) {
        const body = { ...one.row.body, [name]: value };
        expect(
          await complaints(ask(able(one), one, { body }), 400, name),
        ).toEqual([]);
      }
    });

    it.each(withBody)(
      '$operation.id: names of the prototype are 400',
      async one => {
        const inside = JSON.stringify(one.row.body).slice(1);
        const comma = inside === '}' ? '' : ',';
        for (const name of ['__proto__', 'constructor', 'prototype']) {
          for (const body of [
            `{"${name}":{"admin":true}${comma}${inside}`,
            `{"x":{"y":[{"${name}":1}]}${comma}${inside}`,
          ]) {
            expect(
              await complaints(
                ask(able(one), one, { type: 'application/json', body }),
                400,
                body,
              ),
            ).toEqual([]);
          }
        }
        expect(Reflect.get({}, 'admin')).toBeUndefined();
      },
    );
  });

  describe('in an address', () => {
    it.each(rows)(
      '$operation.id: unknown, repeated and nested parameters are 400',
      async one => {
        const { path } = one.row;
        const more = path.includes('?') ? '&' : '?';
        for (const query of [
          'surprise=1',
          'surprise=1&surprise=2',
          'limit[]=1',
          'kind[$ne]=Asset',
          '__proto__=1',
          '__proto__[a]=1',
          'constructor=1',
          'q=%00',
        ]) {
          expect(
            await complaints(
              ask(able(one), one, { path: `${path}${more}${query}` }),
              400,
              query,
            ),
          ).toEqual([]);
        }
      },
    );

    it.each(withPath)(
      '$operation.id: NUL and bad encoding are 400',
      async one => {
        const [path] = one.row.path.split('?');
        const at = path.indexOf('/', 1) + 1;
        for (const part of ['%00', 'a%00b', '%E0%A4%A', '%zz']) {
          const end = path.indexOf('/', at);
          const bad = `${path.slice(0, at)}${part}${
            end < 0 ? '' : path.slice(end)
          }`;
          expect(
            await complaints(ask(able(one), one, { path: bad }), 400, bad),
          ).toEqual([]);
        }
      },
    );

    it.each(withLimit)(
      '$operation.id: limits out of range are 400',
      async one => {
        for (const limit of [
          '0',
          '-1',
          '501',
          '1e9',
          '1.5',
          'NaN',
          'Infinity',
          '',
          '99999999999999999999',
        ]) {
          const path = withQuery(one.row.path, 'limit', limit);
          expect(
            await complaints(ask(able(one), one, { path }), 400, limit),
          ).toEqual([]);
        }
      },
    );

    // Of what does not exist nothing more is told.
    it.each(withCursor.filter(one => !isAbsent(one)))(
      '$operation.id: cursors the register did not make are 400',
      async one => {
        for (const cursor of [
          'x',
          'eyJhIjoxfQ',
          'eyJhIjoxfQ.eyJhIjoxfQ',
          '..',
          'bnVsbA.AAAA',
          '%F0%9F%8E%88',
        ]) {
          const path = withQuery(one.row.path, 'cursor', cursor);
          expect(
            await complaints(ask(able(one), one, { path }), 400, cursor),
          ).toEqual([]);
        }
      },
    );

    it.each(withSort)('$operation.id: other orders are 400', async one => {
      for (const sort of [
        'surprise',
        'monthlyCost',
        'spec',
        'title;drop',
        'records.id',
        '',
      ]) {
        const path = withQuery(one.row.path, 'sort', sort);
        expect(
          await complaints(ask(able(one), one, { path }), 400, sort),
        ).toEqual([]);
      }
    });

    it('an order by amounts one may not see is 403', async () => {
      for (const sort of ['waste', 'trueUp']) {
        const answer = await shop.register.get(
          'denied',
          `/licenses/position?sort=${sort}`,
        );
        expect([sort, answer.status]).toEqual([sort, 403]);
      }
    });

    const texts = having(
      parameter =>
        parameter.in === 'query' &&
        !['cursor', 'format', 'token'].includes(parameter.name),
    ).filter(({ operation }) => operation.method === 'get');

    it.each(texts)(
      '$operation.id: $parameter.name takes no statement',
      async ({ parameter, ...one }) => {
        const plain = await ask('member', one);
        const known: unknown = plain.body.totalItems ?? 0;
        for (const text of INJECTIONS) {
          const path = withQuery(
            one.row.path,
            parameter.name,
            encodeURIComponent(text),
          );
          const answer = await ask('member', one, { path });
          expect([text, answer.status < 500]).toEqual([text, true]);
          expect(answer.text).not.toMatch(/SQLITE|syntax error|hidden|vault/i);
          expect(Number(answer.body.totalItems ?? 0)).toBeLessThanOrEqual(
            Number(known),
          );
        }
        await expect(shop.knex('records').count()).resolves.toHaveLength(1);
      },
    );
  });

  describe('in headers', () => {
    it.each(withVersion)('$operation.id: no If-Match is 428', async one => {
      expect(
        await complaints(ask(able(one), one, { headers: {} }), 428),
      ).toEqual([]);
    });

    it.each(withVersion)('$operation.id: what is no ETag is 400', async one => {
      for (const tag of ['3', '', '"3', 'W/3', '"1";"2"']) {
        const headers = { 'If-Match': tag };
        expect(
          await complaints(ask(able(one), one, { headers }), 400, tag),
        ).toEqual([]);
      }
    });

    it.each(withKey)('$operation.id: keys out of form are 400', async one => {
      for (const key of ['', 'a'.repeat(201), 'ü']) {
        const headers = {
          ...one.row.headers,
          'Idempotency-Key': Buffer.from(key).toString('latin1'),
        };
        expect(
          await complaints(ask(able(one), one, { headers }), 400, key),
        ).toEqual([]);
      }
    });

    it.each(rows.filter(({ operation }) => !operation.open))(
      '$operation.id: no credentials are 401',
      async one => {
        expect(await complaints(ask('anonymous', one), 401)).toEqual([]);
      },
    );
  });

  describe('about what one may not see', () => {
    const totalOf = async (persona: Persona, path: string) => {
      const { body } = await shop.register.get(persona, path);
      return [path, body.totalItems];
    };

    it('no filter, search or range counts hidden records', async () => {
      for (const path of [
        '/records?q=vault',
        '/records?q=HIDDEN-1',
        '/records?q=HIDDEN-SN',
        '/records?vendor=hiddenvendor',
        '/records?owner=group:default/other&kind=Asset',
        '/records?kind=Asset&endsFrom=2026-10-19&endsTo=2026-10-21',
        '/licenses/position?q=hiddenproduct',
        '/licenses/position?vendor=hiddenvendor',
        '/renewals?vendor=hiddenvendor',
        '/renewals?from=2026-11-29&to=2026-12-01',
      ]) {
        const [, seen] = await totalOf('finance', path);
        expect([path, seen]).not.toEqual([path, 0]);
        const expected = path.includes('owner=') ? 1 : 0;
        // The seat of a licence does not show the others of its owner.
        expect((await totalOf('member', path))[1]).toBeLessThanOrEqual(
          expected,
        );
      }
    });

    it('no order and no page shows where hidden records are', async () => {
      for (const sort of [
        'title',
        'ref',
        'kind',
        'owner',
        'vendor',
        'endsOn',
      ]) {
        const refs: string[] = [];
        let query = '';
        do {
          const { body } = await shop.register.get(
            'member',
            `/records?sort=${sort}&limit=1${query}`,
          );
          expect(body.items).toHaveLength(1);
          refs.push(body.items[0].ref);
          query = body.nextCursor
            ? `&cursor=${encodeURIComponent(body.nextCursor)}`
            : '';
        } while (query !== '');
        const whole = await shop.register.get(
          'member',
          `/records?sort=${sort}&limit=500`,
        );
        expect(refs).toEqual(
          whole.body.items.map(({ ref }: { ref: string }) => ref),
        );
        expect(refs.join()).not.toMatch(/vault/);
      }
    });

    it("somebody else's cursor shows no more than one's own", async () => {
      const { body } = await shop.register.get('finance', '/records?limit=1');
      expect(body.items[0].ref).toMatch(/vault|db/);
      const next = await shop.register.get(
        'member',
        `/records?limit=500&cursor=${encodeURIComponent(body.nextCursor)}`,
      );
      expect(next.status).toBe(200);
      expect(next.text).not.toMatch(/vault|hidden/i);
      const other = await shop.register.get(
        'finance',
        `/records?limit=1&sort=ref&cursor=${encodeURIComponent(
          body.nextCursor,
        )}`,
      );
      expect(other.status).toBe(400);
    });

    it('a hidden record and none are the same', async () => {
      const paths = rows.filter(({ row }) =>
        /^\/records\/\w+\/default\/\w+/.test(row.path),
      );
      expect(paths.length).toBeGreaterThan(10);
      for (const one of paths) {
        const at = (name: string) =>
          one.row.path.replace(/\/records\/(\w+)\/default\/\w+/, (_, kind) =>
            ['/records', kind, 'default', name].join('/'),
          );
        const vault = one.row.path.includes('/license/') ? 'zzz' : 'aaa';
        const [there, nowhere] = await Promise.all(
          [`${vault}-vault`, 'no-such-thing'].map(async name => {
            const { status, body } = await ask('member', one, {
              path: at(name),
            });
            return [status, JSON.stringify(body).replaceAll(name, 'NAME')];
          }),
        );
        expect([one.operation.id, ...there]).toEqual([
          one.operation.id,
          ...nowhere,
        ]);
        expect(there[0]).toBe(404);
      }
    });
  });

  it('is not logged, nor are secrets and amounts', async () => {
    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    const register = await startRegister(shop.knex, {
      catalog: shopCatalog,
      features: [logger.factory],
    });
    const secret = await readSetting(shop.knex, settingKeys.secret);
    const body = {
      kind: 'Asset',
      spec: {
        class: 'hardware',
        financials: { purchase: { amount: '918273.00', currency: 'XXX' } },
      },
    };
    await register.post('finance', '/records').send(body);
    await register.post('broken', '/records').send(body);
    await register.get('broken', `/renewals.ics?token=1.${secret}`);
    // What fails inside is logged, without the values it failed on.
    await shop.knex.schema.renameTable('records', 'records_away');
    const failed = await register.get('finance', '/records?q=918273.00');
    await shop.knex.schema.renameTable('records_away', 'records');
    await register.stop();
    expect(failed.status).toBe(500);
    expect(failed.text).not.toMatch(/records_away|no such table|relation/);
    const logged = JSON.stringify([
      logger.error.mock.calls,
      logger.warn.mock.calls,
      logger.info.mock.calls,
      logger.debug.mock.calls,
    ]);
    expect(logged).not.toBe('[[],[],[],[]]');
    expect(logged).not.toMatch(/918273|select \*|mock-user-token/);
    expect(logged).not.toContain(secret);
  });

  it('leaves everything as it was', async () => {
    const records: { ref: string; origin: string }[] = await shop
      .knex('records')
      .where('origin', 'registered')
      .select('ref', 'origin');
    // Only well-formed requests of the matrix itself may have made any.
    for (const { ref } of records) {
      expect(ref).toMatch(/^asset:default\/a-paper/);
    }
    const versions: unknown[] = await shop
      .knex('records')
      .where('origin', 'declared')
      .distinct('version')
      .pluck('version');
    expect(versions.map(Number)).toEqual([1]);
  });
});
