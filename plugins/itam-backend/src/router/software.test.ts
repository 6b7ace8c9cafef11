import { ConfigReader } from '@backstage/config';
import { readRegisterConfig } from '../config';
import { evaluateAll } from '../usecases/policies/evaluateAll';
import { evaluatePending } from '../usecases/policies/evaluatePending';
import { describeShop, type ShopRegister } from './__testUtils__/shopRegister';
import { NOW, type Persona } from './__testUtils__/startRegister';

const PATH = '/services/component/default/payments-api/software';
const SERVICE = 'component:default/payments-api';
const TYPE = 'application/vnd.cyclonedx+json';

const library = (name: string, license?: string, over: object = {}) => ({
  type: 'library',
  name,
  version: '1.0.0',
  ...(license === undefined
    ? {}
    : { licenses: [{ license: { id: license } }] }),
  ...over,
});
const bomOf = (...components: object[]) =>
  JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', components });

function upload(
  { register }: ShopRegister,
  file: string,
  options: { persona?: Persona; path?: string; type?: string } = {},
) {
  const { persona = 'service', path = PATH, type = TYPE } = options;
  return register.put(persona, path).set('Content-Type', type).send(file);
}

async function uploaded(shop: ShopRegister, file: string, path = PATH) {
  const answer = await upload(shop, file, { path });
  expect([answer.status, answer.body.error?.message]).toEqual([200, undefined]);
  return answer.body;
}

async function findingsOf(shop: ShopRegister, persona: Persona = 'finance') {
  const answer = await shop.register.get(
    persona,
    `/findings?kind=Service&sort=rule&order=asc`,
  );
  expect(answer.status).toBe(200);
  return answer.body.items;
}

const MIXED = bomOf(
  library('express', 'MIT'),
  library('left-pad', 'MIT', { purl: 'pkg:npm/left-pad@1.0.0' }),
  library('ghost', 'AGPL-3.0-only'),
  library('old', undefined, { licenses: [{ license: { name: 'Apache 2' } }] }),
  library('bare'),
);

describeShop('the software of a service', [], shop => {
  afterEach(async () => {
    await shop.knex('findings').whereNotNull('service_ref').delete();
    await shop.knex('service_software').delete();
  });

  it('is what its bill of materials says, with licences judged', async () => {
    const before = await shop.register.get('member', PATH);
    expect(before.body).toMatchObject({ components: 0, items: [] });
    expect(await uploaded(shop, MIXED, `${PATH}?revision=4f2a91c`)).toEqual({
      service: SERVICE,
      state: 'new',
      components: 5,
      verdicts: [
        { verdict: 'allowed', components: 2 },
        { verdict: 'review', components: 2 },
        { verdict: 'forbidden', components: 1 },
      ],
    });
    const { body } = await shop.register.get('member', `${PATH}?limit=2`);
    expect(body).toMatchObject({
      revision: '4f2a91c',
      specVersion: '1.5',
      components: 5,
      licenses: [
        { text: 'AGPL-3.0-only', verdict: 'forbidden', components: 1 },
        { verdict: 'review', components: 1 },
        { verdict: 'review', components: 1 },
        {
          text: 'MIT',
          verdict: 'allowed',
          components: 2,
          examples: ['express 1.0.0', 'left-pad 1.0.0'],
        },
      ],
      items: [
        { name: 'express', license: 'MIT', verdict: 'allowed' },
        { name: 'left-pad', purl: 'pkg:npm/left-pad@1.0.0' },
      ],
    });
    expect(body.licenses.slice(1, 3)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ text: 'no licence' }),
        expect.objectContaining({
          text: 'Apache 2',
          suggestion: 'Apache-2.0',
        }),
      ]),
    );
    const next = await shop.register.get(
      'member',
      `${PATH}?limit=2&cursor=${encodeURIComponent(body.nextCursor)}`,
    );
    expect(next.body.items).toMatchObject([{ name: 'ghost' }, { name: 'old' }]);
    const review = await shop.register.get('member', `${PATH}?verdict=review`);
    expect(review.body.items).toMatchObject([
      { name: 'old' },
      { name: 'bare' },
    ]);
    const other = await shop.register.get(
      'member',
      `${PATH}?verdict=review&cursor=${encodeURIComponent(body.nextCursor)}`,
    );
    expect(other.status).toBe(400);
  });

  it('has findings, which are over when the licences are gone', async () => {
    await uploaded(shop, MIXED);
    expect(await findingsOf(shop)).toMatchObject([
      {
        rule: 'dependency-license-forbidden',
        severity: 'error',
        kind: 'Service',
        subject: { ref: SERVICE },
        about: 'AGPL-3.0-only',
        message:
          '1 component ("ghost 1.0.0") under "AGPL-3.0-only", which is forbidden. Replace them, or have the licence allowed.',
      },
      { rule: 'dependency-license-review' },
      { rule: 'dependency-license-review' },
    ]);
    expect(
      await uploaded(shop, bomOf(library('express', 'MIT'))),
    ).toMatchObject({
      state: 'replaced',
      components: 1,
    });
    expect(await findingsOf(shop)).toEqual([]);
  });

  it('is settled as other findings are', async () => {
    await uploaded(shop, bomOf(library('ghost', 'AGPL-3.0-only')));
    const [{ id }] = await findingsOf(shop);
    const seen = await shop.register.get('finance', `/findings/${id}`);
    expect(seen.body.canSettle).toBe(true);
    const accepted = await shop.register
      .post('finance', `/findings/${id}/accept`)
      .set('If-Match', seen.headers.etag)
      .send({ reason: 'Bought from the author', until: '2026-12-31' });
    expect(accepted.status).toBe(200);
    await uploaded(
      shop,
      bomOf(library('ghost', 'AGPL-3.0-only'), library('a', 'MIT')),
    );
    expect(await findingsOf(shop)).toEqual([]);
  });

  const found = async (persona: Persona) => {
    await uploaded(shop, bomOf(library('ghost', 'AGPL-3.0-only')));
    const [{ id }] = await findingsOf(shop);
    const seen = await shop.register.get(persona, `/findings/${id}`);
    const settle = async (step: string, etag: string, body: object) =>
      await shop.register
        .post(persona, `/findings/${id}/${step}`)
        .set('If-Match', etag)
        .send(body);
    return { seen, settle };
  };
  const acceptance = { reason: 'Bought from the author', until: '2026-12-31' };

  it.each<[string, Persona]>([
    ['a member of the owning group', 'member'],
    ['who may deliver lists', 'finance'],
  ])('may be settled by %s', async (_, persona) => {
    const { seen, settle } = await found(persona);
    expect([seen.status, seen.body.canSettle]).toEqual([200, true]);
    const accepted = await settle('accept', seen.headers.etag, acceptance);
    expect([accepted.status, accepted.body.finding.acceptedBy]).toEqual([
      200,
      `user:default/${persona}`,
    ]);
    expect(await findingsOf(shop)).toEqual([]);
    const reopened = await settle('reopen', accepted.headers.etag, {
      reason: 'It is not',
    });
    expect(reopened.status).toBe(200);
    expect(await findingsOf(shop)).toHaveLength(1);
  });

  it('may not be settled by who only reads what the owner has', async () => {
    const { seen, settle } = await found('narrow');
    expect([seen.status, seen.body.canSettle]).toEqual([200, false]);
    const accepted = await settle('accept', seen.headers.etag, acceptance);
    expect([accepted.status, accepted.body.error.message]).toEqual([
      403,
      `You may not settle findings of ${SERVICE}`,
    ]);
    expect(await findingsOf(shop)).toHaveLength(1);
  });

  it('is not settled by those who do not see it, nor by owners of other services', async () => {
    await uploaded(
      shop,
      bomOf(library('ghost', 'AGPL-3.0-only')),
      '/services/component/default/lonely/software',
    );
    const [{ id }] = await findingsOf(shop);
    const statusFor = async (persona: Persona) =>
      (
        await shop.register
          .post(persona, `/findings/${id}/accept`)
          .set('If-Match', '"1"')
          .send({ reason: 'Ours', until: '2026-12-31' })
      ).status;
    expect(await statusFor('member')).toBe(404);
    expect(await statusFor('denied')).toBe(404);
    expect(await statusFor('other')).toBe(200);
  });

  it('is judged anew by another policy', async () => {
    await uploaded(shop, MIXED);
    const config = readRegisterConfig(
      new ConfigReader({
        itam: {
          policies: {
            'dependency-license-forbidden': { forbid: ['MIT'] },
            'dependency-license-review': { enabled: false },
          },
        },
      }),
    );
    await evaluateAll({ database: shop.knex, config }, new Date(NOW));
    expect(await findingsOf(shop)).toMatchObject([
      { rule: 'dependency-license-forbidden', about: 'MIT' },
    ]);
  });

  it('breaks nothing once the service has left the catalog', async () => {
    await uploaded(shop, MIXED);
    const node = await shop.knex('nodes').where('ref', SERVICE).first();
    const evaluate = async () =>
      await evaluatePending(
        {
          database: shop.knex,
          config: readRegisterConfig(new ConfigReader({})),
        },
        new Date(NOW),
      );
    await shop.knex('nodes').where('ref', SERVICE).delete();
    await evaluate();
    expect(await findingsOf(shop)).toEqual([]);
    await shop.knex('nodes').insert(node);
    await evaluate();
    expect(await findingsOf(shop)).toHaveLength(3);
  });

  it('is left as it is by the same file of the same revision', async () => {
    await uploaded(shop, MIXED, `${PATH}?revision=1`);
    expect(await uploaded(shop, MIXED, `${PATH}?revision=1`)).toMatchObject({
      state: 'unchanged',
      components: 5,
    });
    expect(await uploaded(shop, MIXED, `${PATH}?revision=2`)).toMatchObject({
      state: 'replaced',
    });
  });

  it('is shown, and its findings, to those who may read what its owner has', async () => {
    await uploaded(shop, MIXED);
    const seenBy = async (persona: Persona) => [
      (await shop.register.get(persona, PATH)).status,
      (await findingsOf(shop, persona)).length,
    ];
    expect(await seenBy('member')).toEqual([200, 3]);
    expect(await seenBy('denied')).toEqual([404, 0]);
  });

  it.each<[string, Persona, string, string, string, number, RegExp]>([
    ['those who may not', 'member', PATH, TYPE, MIXED, 403, /may not/],
    [
      'a service that is not in the catalog',
      'service',
      '/services/component/default/nowhere/software',
      TYPE,
      MIXED,
      404,
      /catalog has no service/,
    ],
    [
      'a group',
      'service',
      '/services/group/default/payments/software',
      TYPE,
      MIXED,
      404,
      /catalog has no service/,
    ],
    [
      'XML',
      'service',
      PATH,
      'application/vnd.cyclonedx+xml',
      '<bom/>',
      415,
      /has to be application\/vnd\.cyclonedx\+json/,
    ],
    ['no JSON', 'service', PATH, TYPE, '<bom/>', 400, /is no JSON/],
    [
      'a component without name',
      'service',
      PATH,
      TYPE,
      bomOf({ type: 'library' }),
      400,
      /components\[0\]\.name: allowed: a name/,
    ],
    [
      'a revision of several lines',
      'service',
      `${PATH}?revision=a%0Ab`,
      TYPE,
      MIXED,
      400,
      /revision/,
    ],
    [
      'what is too large',
      'service',
      PATH,
      TYPE,
      bomOf(library('x'.repeat(17 * 1024 * 1024))),
      413,
      /more than 16777216 bytes/,
    ],
  ])(
    'is not taken from %s',
    async (_, persona, path, type, file, status, message) => {
      const answer = await upload(shop, file, { persona, path, type });
      expect([answer.status, answer.body.error.message]).toEqual([
        status,
        expect.stringMatching(message),
      ]);
      expect(await shop.knex('service_software')).toEqual([]);
    },
  );
});
