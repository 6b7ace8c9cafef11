import {
  able,
  complaints,
  having,
  requestsTo,
  rows,
  type Row,
} from './__testUtils__/badRequests';
import { describeShop } from './__testUtils__/shopRegister';
import { expectUntouched } from './__testUtils__/untouchedRegister';
import { vaultRecords } from './__testUtils__/vaultRecords';

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

const withLimit = having(({ name }) => name === 'limit');
const withCursor = having(({ name }) => name === 'cursor');
const withSort = having(({ name }) => name === 'sort');
const withPath = rows.filter(({ operation }) =>
  operation.parameters.some(parameter => parameter.in === 'path'),
);

/** Whether the row asks about something that does not exist. */
const isAbsent = ({ row }: Row): boolean => row.expected.includes(404);

/** Adds a parameter, or puts another value in its place. */
function withQuery(path: string, name: string, value: string): string {
  const [before, query = ''] = path.split('?');
  const parameters = query
    .split('&')
    .filter(one => one !== '' && !one.startsWith(`${name}=`));
  return `${before}?${[...parameters, `${name}=${value}`].join('&')}`;
}

describeShop('bad input', vaultRecords, shop => {
  const ask = requestsTo(shop);

  afterAll(async () => {
    await expectUntouched(shop);
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
});
