import type { Knex } from 'knex';
import { engines, registerDatabases } from '../__testUtils__/registerDatabases';
import { expireImports } from '../usecases/imports/forgetImport';
import { act, checked, laptops, upload } from './__testUtils__/imports';
import { shopCatalog } from './__testUtils__/shop';
import {
  credentialsOf,
  NOW,
  seedRegister,
  startRegister,
  type Register,
} from './__testUtils__/startRegister';

jest.setTimeout(120_000);

describe.each(engines)('the limits of imports on %s', engine => {
  const databases = registerDatabases();
  let shop: { knex: Knex; register: Register };

  beforeAll(async () => {
    const knex = await databases.empty(engine);
    await seedRegister(knex, { catalog: shopCatalog, records: [] });
    shop = {
      knex,
      register: await startRegister(knex, {
        catalog: shopCatalog,
        itam: {
          imports: {
            maxBytes: 20_000,
            maxWorkbookBytes: 2_000,
            atomicRows: 10,
          },
        },
      }),
    };
  });

  afterAll(async () => {
    await shop.register.stop();
  });

  const tags = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${prefix}-${at}`);

  it('are told with 413, whether the length is announced or not', async () => {
    const file = laptops(tags('BIG', 200));
    const answer = await upload(shop, file);
    expect([answer.status, answer.body.error.message]).toEqual([
      413,
      'The file has more than 20000 bytes; split it',
    ]);
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers: {
        'Content-Type': 'text/csv',
        Authorization: credentialsOf('finance'),
      },
      body: new ReadableStream({
        start(controller) {
          controller.enqueue(Buffer.from(file.slice(0, 15_000)));
          controller.enqueue(Buffer.from(file.slice(15_000)));
          controller.close();
        },
      }),
      duplex: 'half',
    };
    const chunked = await fetch(
      `http://localhost:${shop.register.port}/api/itam/imports`,
      init,
    );
    expect(chunked.status).toBe(413);
    expect(await shop.knex('imports')).toEqual([]);
    expect(await shop.knex('import_rows')).toEqual([]);
    const packed = await upload(shop, Buffer.alloc(3_000), {
      contentType:
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    });
    expect([packed.status, packed.body.error.message]).toEqual([
      413,
      expect.stringMatching(
        /more than 2000 bytes; split it, or save it as CSV/,
      ),
    ]);
  });

  it('do not matter to how many rows are written', async () => {
    const { id } = await checked(shop, laptops(tags('MA', 25)));
    expect(await act(shop, id, 'commit')).toMatchObject({
      state: 'committed',
      rowsDone: 25,
      results: { created: 25 },
    });
  });

  it('end what nobody has worked on for long', async () => {
    const { id } = await checked(shop, laptops(tags('EX', 2)));
    const later = (hours: number) =>
      new Date(Date.parse(NOW) + hours * 3_600_000);
    const deps = { database: shop.knex, keepMs: 48 * 3_600_000 };
    expect(await expireImports(deps, later(47))).toEqual({ expired: 0 });
    const { expired } = await expireImports(deps, later(49));
    expect(expired).toBeGreaterThan(0);
    expect(await shop.knex('import_rows')).toEqual([]);
    expect((await shop.register.get('finance', `/imports/${id}`)).status).toBe(
      404,
    );
  });
});
