import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  AMOUNT,
  assetYaml,
  contractYaml,
  licenseYaml,
} from '../__testUtils__/catalogFiles';
import { eventually } from '../__testUtils__/eventually';
import { FakeRegister } from '../__testUtils__/FakeRegister';
import {
  RunningCatalog,
  startCatalog,
  untilShown,
} from '../__testUtils__/startCatalog';

jest.setTimeout(60_000);

// Part of every amount below, right or wrong.
const TRACE = '73551';

const WRONG_MONEY: Record<string, string> = {
  'too-precise': `  financials:
    purchase: { amount: "${AMOUNT}3", currency: EUR, date: 2024-04-01 }`,
  negative: `  financials:
    purchase: { amount: "-${AMOUNT}", currency: EUR, date: 2024-04-01 }`,
  'a-number': `  financials:
    purchase: { amount: ${AMOUNT}, currency: EUR, date: 2024-04-01 }`,
  'unknown-currency': `  financials:
    purchase: { amount: "${AMOUNT}", currency: "${TRACE}", date: 2024-04-01 }`,
  'misspelt-block': `  financialz:
    purchase: { amount: "${AMOUNT}", currency: EUR, date: 2024-04-01 }`,
  'misspelt-key': `  financials:
    purchaze: { amount: "${AMOUNT}", currency: EUR, date: 2024-04-01 }`,
  'amount-as-key': `  financials:
    "${AMOUNT}": EUR`,
  'block-as-text': `  financials: "${AMOUNT} EUR"`,
  'block-as-list': `  financials: ["${AMOUNT}"]`,
  'below-the-wrong-parent': `  warranty:
    until: 2027-03-31
    financials: { purchase: { amount: "${AMOUNT}" } }`,
  'at-the-root': `financials:
  purchase: { amount: "${AMOUNT}", currency: EUR, date: 2024-04-01 }`,
  'from-another-file': `  financials:
    $json: ./amount.json`,
};

const BROKEN_YAML: Record<string, string> = {
  'unclosed-quote': `spec:
  financials:
    purchase: { amount: "${AMOUNT}, currency: EUR }`,
  'bad-indent': `spec:
  financials:
      purchase: ${AMOUNT}
    costCenter: ${AMOUNT}`,
  'key-twice': `spec:
  amount: ${AMOUNT}
  amount: ${AMOUNT}`,
  'nested-mapping': `spec:
  purchase: amount: ${AMOUNT}`,
  'stray-token': `spec: "a" "${AMOUNT}"`,
  'bad-alias': `spec: { amount: *a${TRACE} }`,
  'bad-escape': `spec: { amount: "\\q${AMOUNT}" }`,
  'bad-tag': `spec: { amount: !${TRACE}!x "${AMOUNT}" }`,
  'block-header': `spec:
  amount: | ${AMOUNT}
    x`,
  'only-a-text': `${AMOUNT}`,
};

const BROKEN_HEAD = `apiVersion: itam/v1alpha1
kind: Asset
metadata: { name: broken }
`;

describe('money and the catalog', () => {
  const directory = createMockDirectory();
  const register = new FakeRegister();
  let catalog: RunningCatalog;

  const fileOf = (name: string) => directory.resolve(`${name}.yaml`);
  const metadataMoney = `apiVersion: itam/v1alpha1
kind: Asset
metadata:
  name: in-metadata
  financials: { purchase: { amount: "${AMOUNT}" } }
spec: { class: hardware, type: server, stage: maintenance, owner: payments }
`;

  beforeAll(async () => {
    directory.setContent({
      'good.yaml': assetYaml('good'),
      'license.yaml': licenseYaml('github'),
      'contract.yaml': contractYaml('github-2026'),
      'claimant.yaml': assetYaml('good'),
      'other-version.yaml': assetYaml('other-version').replace(
        'itam/v1alpha1',
        'itam/v1beta7',
      ),
      'other-case.yaml': assetYaml('other-case').replace(
        'kind: Asset',
        'kind: asset',
      ),
      'in-metadata.yaml': metadataMoney,
      'amount.json': `{ "amount": ${AMOUNT}, oops }`,
      ...Object.fromEntries(
        Object.entries(WRONG_MONEY).flatMap(([name, financials]) => [
          [`${name}.yaml`, assetYaml(name, { financials })],
          // These enter the catalog in good state, and then break.
          [`was-good-${name}.yaml`, assetYaml(`was-good-${name}`)],
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(BROKEN_YAML).map(([name, yaml]) => [
          `${name}.yaml`,
          name === 'only-a-text' ? yaml : `${BROKEN_HEAD}${yaml}\n`,
        ]),
      ),
    });
    catalog = await startCatalog({
      register: register.plugin,
      files: [
        'good',
        'claimant',
        'license',
        'contract',
        'other-version',
        'other-case',
        'in-metadata',
        ...Object.keys(WRONG_MONEY),
        ...Object.keys(WRONG_MONEY).map(name => `was-good-${name}`),
        ...Object.keys(BROKEN_YAML),
      ].map(fileOf),
    });
    const wasGood = Object.entries(WRONG_MONEY).map(
      ([name, financials]) => [`was-good-${name}`, financials] as const,
    );
    await untilShown(
      catalog,
      wasGood.map(([name]) => `asset:default/${name}`),
    );
    for (const [name, financials] of wasGood) {
      directory.addContent({
        [`${name}.yaml`]: assetYaml(name, { financials }),
      });
    }
    await eventually(async () => {
      for (const [name] of wasGood) {
        const entity = await catalog.entity(`asset:default/${name}`);
        if (entity?.status?.items?.[0].level !== 'error') {
          throw new Error(`${name} shows no error`);
        }
      }
      if (catalog.events.length < 50 || register.incidents.length < 20) {
        throw new Error('too few errors were published');
      }
    }, 40_000);
  });

  afterAll(() => catalog.stop());

  it('delivers it to the register', async () => {
    await eventually(() =>
      expect(register.latest('asset:default/good')?.entity.spec).toMatchObject({
        financials: { purchase: { amount: AMOUNT } },
      }),
    );
    expect(register.latest('license:default/github')).toBeDefined();
    expect(register.latest('contract:default/github-2026')).toBeDefined();
  });

  it('delivers nothing of what is wrong', () => {
    const refs = new Set(register.staged.map(({ ref }) => ref));
    for (const name of [
      ...Object.keys(WRONG_MONEY),
      'other-version',
      'other-case',
      'in-metadata',
      'broken',
    ]) {
      expect(refs).not.toContain(`asset:default/${name}`);
    }
  });

  it.each([
    '/entities',
    '/entities?fields=spec',
    '/entities/by-query?limit=500',
    `/entities/by-query?fullTextFilterTerm=${TRACE}`,
    '/entities/by-query?orderField=spec.financials.purchase.amount,asc',
    '/entities/by-name/asset/default/good',
    '/entities/by-name/asset/default/was-good-negative',
    '/entities/by-name/asset/default/good/ancestry',
    '/entities/by-name/asset/default/was-good-too-precise/ancestry',
    '/entity-facets?facet=spec.financials.purchase.amount&facet=kind',
    '/entity-facets?facet=spec.financials.price.amount',
    '/locations',
  ])('is not in GET %s', async path => {
    const { status, text } = await catalog.get(path);
    expect(status).toBe(200);
    expect(text).not.toContain(TRACE);
  });

  it.each([
    'spec.financials',
    'spec.financials.purchase.amount',
    `spec.financials.purchase.amount=${AMOUNT}`,
    'spec.financials.purchase.currency=EUR',
  ])('cannot be filtered by: %s', async filter => {
    const { body } = await catalog.get(`/entities?filter=${filter}`);
    expect(body).toEqual([]);
  });

  it('is not in batch answers', async () => {
    const response = await catalog.post('/entities/by-refs', {
      entityRefs: ['asset:default/good', 'license:default/github'],
    });
    expect(response.body.items[0]).toMatchObject({ kind: 'Asset' });
    expect(response.text).not.toContain(TRACE);
  });

  it.each(Object.entries(WRONG_MONEY))(
    'is not in the answer of validate-entity: %s',
    async (_name, financials) => {
      const spec: object = financials.startsWith('  ')
        ? {
            financials: { purchase: { amount: `${AMOUNT}9`, currency: 'EUR' } },
          }
        : { financialz: AMOUNT };
      const response = await catalog.post('/validate-entity', {
        location: 'url:https://example.com/asset.yaml',
        entity: {
          apiVersion: 'itam/v1alpha1',
          kind: 'Asset',
          metadata: { name: 'preview' },
          spec: { class: 'hardware', type: 'server', owner: 'x', ...spec },
        },
      });
      expect(response.status).toBe(400);
      expect(response.text).not.toContain(TRACE);
    },
  );

  it('is not in the answer of a dry run, right or wrong', async () => {
    for (const name of [
      'good',
      'license',
      'contract',
      ...Object.keys(WRONG_MONEY),
      ...Object.keys(BROKEN_YAML),
    ]) {
      const response = await catalog.post('/locations?dryRun=true', {
        type: 'file',
        target: fileOf(name),
      });
      expect([name, response.status]).toEqual([name, expect.any(Number)]);
      expect(response.text).not.toContain(TRACE);
    }
  });

  it('is in no error event', () => {
    const errors = catalog.events
      .filter(({ topic }) => topic === 'experimental.catalog.errors')
      .map(({ eventPayload }) => eventPayload);
    expect(errors.length).toBeGreaterThan(0);
    expect(renderErrors(errors)).not.toContain(TRACE);
  });

  it('is in no incident, although the catalog puts it into its conflict event', async () => {
    await eventually(() =>
      expect(register.incidents).toContainEqual({
        kind: 'conflict',
        ref: 'asset:default/good',
        holder: expect.stringMatching(/good|claimant/),
        claimant: expect.stringMatching(/good|claimant/),
        location: expect.any(String),
      }),
    );
    expect(JSON.stringify(register.incidents)).not.toContain(TRACE);
  });

  it('is in no log line, debug included', () => {
    const telling = catalog.logs.filter(
      line =>
        line.includes(TRACE) &&
        // The queries of this test, which name the amount themselves.
        !line.startsWith('debug catalog.entity-fetch'),
    );
    // On SQLite, and when two files claim one ref, the catalog's own database
    // code logs the failed statement with its values. Nothing but that.
    expect(
      telling.filter(
        line =>
          !line.startsWith(
            'debug Unable to insert a new refresh state row, SqliteError',
          ),
      ),
    ).toEqual([]);
    expect(catalog.logs.length).toBeGreaterThan(100);
  });

  it('reports unreadable files with rule and position', () => {
    const messages = register.incidents
      .filter(({ ref }) => ref.startsWith('location:'))
      .flatMap(incident => incident.messages ?? []);
    expect(messages).toContainEqual(
      expect.stringMatching(
        /key-twice\.yaml: a key is used twice in one mapping at line 6, column 3$/,
      ),
    );
  });

  it('reports mistakes in files that never got into the catalog', () => {
    expect(register.incidents).toContainEqual({
      kind: 'error',
      ref: 'asset:default/too-precise',
      location: expect.stringContaining('too-precise.yaml'),
      messages: [expect.stringContaining('spec.financials.purchase.amount')],
    });
  });

  it('never trusts a revision written by hand', async () => {
    const good = await catalog.entity('asset:default/good');
    const revision = good?.metadata.annotations?.['itam/declaration-revision'];
    expect(register.staged.map(staged => staged.revision)).toContain(revision);
  });

  it('names the API version that is allowed', () => {
    expect(register.incidents).toContainEqual(
      expect.objectContaining({
        ref: 'asset:default/other-version',
        messages: [expect.stringContaining('itam/v1alpha1')],
      }),
    );
  });
});

/** Everything a subscriber could read from errors, causes and stacks too. */
function renderErrors(value: unknown): string {
  return JSON.stringify(value, (_key, item) =>
    item instanceof Error
      ? {
          ...item,
          name: item.name,
          message: item.message,
          stack: item.stack,
          cause: item.cause,
        }
      : item,
  );
}
