import {
  able,
  complaints,
  having,
  requestsTo,
  rows,
} from './__testUtils__/badRequests';
import { describeShop } from './__testUtils__/shopRegister';
import { NOTHING, writtenTo } from './__testUtils__/untouchedRegister';
import { vaultRecords } from './__testUtils__/vaultRecords';

/** Over the cap of one megabyte. */
const OVER_CAP = 'x'.repeat(1_100_000);

const withBody = rows.filter(({ operation }) => operation.body !== undefined);
const withVersion = having(({ name }) => name === 'If-Match');
const withKey = having(({ name }) => name === 'Idempotency-Key');

describeShop('bad input', vaultRecords, shop => {
  const ask = requestsTo(shop);

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

  it('leaves everything as it was', async () => {
    expect(await writtenTo(shop)).toEqual(NOTHING);
  });
});
