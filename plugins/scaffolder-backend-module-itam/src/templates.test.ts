import type { Entity } from '@backstage/catalog-model';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import { validateItamEntity } from '@backstage-itam/plugin-itam-common';
import type { JsonObject } from '@backstage/types';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import {
  startScaffolder,
  type Scaffolder,
} from './__testUtils__/startScaffolder';

jest.setTimeout(60_000);

const templateOf = (folder: string): Entity =>
  parse(
    readFileSync(
      resolve(__dirname, '../templates', folder, 'template.yaml'),
      'utf8',
    ),
  );
const registerAsset = templateOf('register-asset');
const requestLicence = templateOf('request-licence');
const retireAsset = templateOf('retire-asset');
const templates = [registerAsset, requestLicence, retireAsset];

const laptop: JsonObject = {
  title: "Mia's laptop",
  class: 'hardware',
  type: 'laptop',
  stage: 'maintenance',
  owner: 'group:default/payments',
  assignee: 'user:default/mia',
  tag: 'HW-000871',
  inService: '2026-11-02',
  warrantyUntil: '2029-11-01',
  purchase: { amount: '1740.00', currency: 'EUR', date: '2026-10-28' },
  repoUrl: 'github.com?owner=acme&repo=assets',
  folder: 'assets',
  fileName: 'laptop-mia.yaml',
};
const figma: JsonObject = {
  product: 'Figma Organization',
  units: 5,
  owner: 'group:default/storefront',
  neededBy: '2027-02-01',
  benefit: 'Design reviews without screenshots',
  approver: 'user:default/max',
  estimate: { amount: '540.00', currency: 'EUR', every: 'month' },
};

let scaffolder: Scaffolder;
beforeAll(async () => {
  scaffolder = await startScaffolder(templates);
});
afterAll(async () => {
  await scaffolder.stop();
});

const recordsCalled = async (text: string) =>
  (await scaffolder.get(`/api/itam/records?q=${encodeURIComponent(text)}`)).body
    .totalItems;

it.each(templates.map(one => [one.metadata.name, one] as const))(
  '%s is a template, and is listed among all',
  async (_, template) => {
    await expect(templateEntityV1beta3Validator.check(template)).resolves.toBe(
      true,
    );
    const all: { spec: { targets: string[] } } = parse(
      readFileSync(resolve(__dirname, '../templates/all.yaml'), 'utf8'),
    );
    expect(all.spec.targets).toContain(
      `./${template.metadata.name.replace('itam-', '')}/template.yaml`,
    );
  },
);

describe('the template that registers an asset in Git', () => {
  it('proposes a file that the catalog accepts', async () => {
    const ended = await scaffolder.run('itam-register-asset', laptop);
    expect(ended).toMatchObject({ status: 'completed' });
    expect([...scaffolder.published.keys()]).toEqual([
      'assets/laptop-mia.yaml',
    ]);
    const entity = parse(
      scaffolder.published.get('assets/laptop-mia.yaml') ?? '',
    );
    expect(validateItamEntity(entity)).toEqual([]);
    expect(entity).toEqual({
      apiVersion: 'itam/v1alpha1',
      kind: 'Asset',
      metadata: {
        name: 'hw-000871',
        namespace: 'default',
        title: "Mia's laptop",
      },
      spec: {
        class: 'hardware',
        type: 'laptop',
        stage: 'maintenance',
        owner: 'group:default/payments',
        assignee: 'user:default/mia',
        tag: 'HW-000871',
        inService: '2026-11-02',
        warranty: { until: '2029-11-01' },
        financials: {
          purchase: { amount: '1740.00', currency: 'EUR', date: '2026-10-28' },
        },
      },
    });
    expect(ended.output).toEqual({
      links: [
        { title: 'Pull request', url: 'https://github.com/acme/assets/pull/1' },
      ],
    });
  });

  it('says what is wrong by its path, and proposes nothing', async () => {
    scaffolder.published.clear();
    const { status, log } = await scaffolder.run('itam-register-asset', {
      ...laptop,
      assignee: 'component:default/web',
      inService: '2026-02-30',
      purchase: { amount: '1740.00' },
    });
    expect(status).toBe('failed');
    expect(log).toContain('spec.assignee');
    expect(log).toContain('spec.inService');
    expect(log).toContain('spec.financials.purchase.currency');
    expect(log).not.toContain('1740.00');
    expect(scaffolder.published.size).toBe(0);
  });

  it('writes the file in a dry run, to be looked at', async () => {
    scaffolder.published.clear();
    const { status, body } = await scaffolder.dryRun(registerAsset, laptop);
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(
      body.directoryContents.map((file: { path: string }) => file.path),
    ).toEqual(['assets/laptop-mia.yaml']);
    expect(scaffolder.published.size).toBe(0);
  });
});

describe('the template that requests a licence', () => {
  it('registers it as planned, in the name of who asked', async () => {
    const ended = await scaffolder.run('itam-request-licence', figma, 'erin');
    expect(ended).toMatchObject({ status: 'completed' });
    expect(ended.output).toEqual({
      links: [
        {
          title: 'The request',
          url: '/assets/records/asset/default/figma-organization-5-units',
        },
      ],
    });
    const { body } = await scaffolder.get(
      '/api/itam/records/asset/default/figma-organization-5-units',
    );
    expect(body.spec).toEqual({
      class: 'software',
      type: 'application',
      stage: 'planning',
      status: 'requested',
      owner: 'group:default/storefront',
      planned: {
        neededBy: '2027-02-01',
        benefit: 'Design reviews without screenshots',
        approver: 'user:default/max',
      },
      financials: {
        charges: [
          {
            title: 'Estimate',
            amount: '540.00',
            currency: 'EUR',
            every: 'month',
            from: '2027-02-01',
          },
        ],
      },
    });
    expect(body.history).toEqual([
      expect.objectContaining({
        action: 'registered',
        actor: 'user:default/erin',
      }),
    ]);
  });

  it('says what is wrong by its path', async () => {
    const { status, log } = await scaffolder.run('itam-request-licence', {
      ...figma,
      product: 'Wrong tool',
      neededBy: '2027-02-30',
      estimate: { amount: '540.00' },
    });
    expect(status).toBe('failed');
    expect(log).toContain('spec.planned.neededBy');
    expect(log).toContain('spec.financials.charges[0].currency');
    expect(await recordsCalled('Wrong tool')).toBe(0);
  });

  it('registers nothing in a dry run', async () => {
    const { status, body } = await scaffolder.dryRun(requestLicence, {
      ...figma,
      product: 'Dry tool',
      estimate: {},
    });
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(await recordsCalled('Dry tool')).toBe(0);
  });

  it('fails for who may not register', async () => {
    const { status, log } = await scaffolder.run(
      'itam-request-licence',
      { ...figma, product: 'Strange tool' },
      'stranger',
    );
    expect(status).toBe('failed');
    expect(log).toContain('403');
    expect(await recordsCalled('Strange tool')).toBe(0);
  });
});

describe('the template that retires an asset', () => {
  const registered = async (serialNumber: string) => {
    const { body } = await scaffolder.post('/api/itam/records', {
      kind: 'Asset',
      name: serialNumber.toLowerCase(),
      title: `Server ${serialNumber}`,
      spec: {
        class: 'hardware',
        type: 'server',
        stage: 'maintenance',
        status: 'in-use',
        owner: 'group:default/payments',
        assignee: 'group:default/payments',
        location: 'Frankfurt',
        serialNumber,
      },
    });
    return String(body.record.ref);
  };
  const read = async (ref: string) =>
    (await scaffolder.get(`/api/itam/records/${ref.replace(':', '/')}`)).body;

  it('takes it out of use and records where it went', async () => {
    const asset = await registered('SRV-1');
    const ended = await scaffolder.run(
      'itam-retire-asset',
      {
        asset,
        to: 'disposed',
        reason: 'Replaced',
        method: 'recycled',
        erasureEvidence: 'https://evidence.example/1.pdf',
      },
      'erin',
    );
    expect(ended).toMatchObject({
      status: 'completed',
      output: {
        links: [
          { title: 'The asset', url: '/assets/records/asset/default/srv-1' },
        ],
      },
    });
    const { spec, history } = await read(asset);
    expect(spec).toMatchObject({
      stage: 'decommission',
      status: 'disposed',
      disposal: {
        method: 'recycled',
        reason: 'Replaced',
        erasureEvidence: 'https://evidence.example/1.pdf',
      },
    });
    expect(
      history.map((entry: { action: string; actor: string }) => [
        entry.action,
        entry.actor,
      ]),
    ).toEqual([
      ['transitioned', 'user:default/erin'],
      ['transitioned', 'user:default/erin'],
      ['registered', 'user:default/amir'],
    ]);
  });

  it('says which evidence is missing', async () => {
    const asset = await registered('SRV-2');
    const { status, log } = await scaffolder.run('itam-retire-asset', {
      asset,
      to: 'sold',
      reason: 'Replaced',
      proceeds: { amount: '120.00', currency: 'EUR' },
    });
    expect(status).toBe('failed');
    expect(log).toContain('erasureEvidence');
    expect((await read(asset)).record.status).toBe('retired');
  });

  it('changes nothing in a dry run', async () => {
    const asset = await registered('SRV-3');
    const { status, body } = await scaffolder.dryRun(retireAsset, {
      asset,
      to: 'retired',
      reason: 'Replaced',
    });
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(JSON.stringify(body.log)).toContain('in-use → retired');
    expect((await read(asset)).record.status).toBe('in-use');
  });

  it('does not find what who started it may not see', async () => {
    const asset = await registered('SRV-4');
    const { status, log } = await scaffolder.run(
      'itam-retire-asset',
      { asset, to: 'retired', reason: 'Mine now' },
      'stranger',
    );
    expect(status).toBe('failed');
    expect(log).toContain('404');
    expect((await read(asset)).record.status).toBe('in-use');
  });
});
