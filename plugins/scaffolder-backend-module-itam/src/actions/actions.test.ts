import {
  createMockDirectory,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConflictError, InputError } from '@backstage/errors';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import {
  startScaffolder,
  type Scaffolder,
} from '../__testUtils__/startScaffolder';
import { assetDeclareAction } from './assetDeclareAction';
import { assetRetireAction } from './assetRetireAction';
import { idempotencyKey } from './idempotencyKey';
import { licenceRequestAction } from './licenceRequestAction';
import { withoutEmpty } from './withoutEmpty';

jest.setTimeout(60_000);

const user = mockCredentials.user('user:default/amir');
const taskOf = (id: string) => ({
  task: { id },
  step: { id: 'step' },
  getInitiatorCredentials: async () => user,
});

describe('itam:asset:declare', () => {
  const workspace = createMockDirectory();
  beforeEach(() => workspace.clear());
  const declare = async (input: { path?: string; spec: object }) => {
    const output = jest.fn();
    await assetDeclareAction().handler({
      ...createMockActionContext({
        workspacePath: workspace.path,
        input: { title: 'A paper', ...input, spec: { ...input.spec } },
      }),
      output,
    });
    return Object.fromEntries(output.mock.calls);
  };
  const spec = {
    class: 'digital',
    type: 'document',
    stage: 'planning',
    owner: 'group:default/payments',
  };

  it('names the file after the record', async () => {
    expect(await declare({ spec: { ...spec, tag: '' } })).toEqual({
      path: 'a-paper.yaml',
      entityRef: 'asset:default/a-paper',
    });
    expect(workspace.content()).toEqual({
      'a-paper.yaml': expect.stringContaining('title: A paper'),
    });
  });

  it.each<[string, string, RegExp]>([
    ['outside the workspace', '../up.yaml', /outside|not allowed/i],
    ['that is no YAML', 'paper.sh', /does not end in \.yaml/],
  ])('refuses a file %s', async (_, path, why) => {
    await expect(declare({ spec, path })).rejects.toThrow(why);
    expect(workspace.content()).toEqual({});
  });

  it('replaces no file', async () => {
    workspace.setContent({ 'a-paper.yaml': 'mine' });
    await expect(declare({ spec })).rejects.toThrow(ConflictError);
    expect(workspace.content()).toEqual({ 'a-paper.yaml': 'mine' });
  });

  it('names every problem', async () => {
    const refused = declare({ spec: { class: 'iron', type: 'document' } });
    await expect(refused).rejects.toThrow(InputError);
    await expect(refused).rejects.toThrow(/spec\.class: .*iron/);
    await expect(refused).rejects.toThrow(/spec\.owner/);
  });
});

describe('a task that is run again', () => {
  let scaffolder: Scaffolder;
  beforeAll(async () => {
    scaffolder = await startScaffolder([]);
  });
  afterAll(async () => await scaffolder.stop());
  const deps = () => ({
    auth: mockServices.auth(),
    config: mockServices.rootConfig(),
    discovery: {
      getBaseUrl: async () => scaffolder.registerUrl,
      getExternalBaseUrl: async () => scaffolder.registerUrl,
    },
  });

  it('requests a licence once', async () => {
    const request = async (task: string) => {
      const output = jest.fn();
      await licenceRequestAction(deps()).handler({
        ...createMockActionContext({
          input: {
            product: 'Miro',
            units: 1,
            owner: 'group:default/payments',
            neededBy: '2027-01-01',
            benefit: 'Boards',
          },
        }),
        ...taskOf(task),
        output,
      });
      return Object.fromEntries(output.mock.calls);
    };
    const first = await request('task-1');
    expect(first).toEqual({
      recordRef: 'asset:default/miro-1-unit',
      page: '/it-assets/records/asset/default/miro-1-unit',
    });
    expect(await request('task-1')).toEqual(first);
    expect(await request('task-2')).not.toEqual(first);
  });

  it('takes the steps of a retirement once', async () => {
    await scaffolder.post('/api/itam/records', {
      kind: 'Asset',
      name: 'desk',
      title: 'A desk',
      spec: {
        class: 'fixed',
        type: 'cabinet',
        stage: 'maintenance',
        status: 'in-use',
        owner: 'group:default/payments',
        assignee: 'group:default/payments',
        location: 'Berlin',
      },
    });
    const retire = async () => {
      const output = jest.fn();
      await assetRetireAction(deps()).handler({
        ...createMockActionContext({
          input: {
            asset: 'asset:default/desk',
            to: 'disposed' as const,
            reason: 'Broken',
            method: 'disposed' as const,
          },
        }),
        ...taskOf('task-3'),
        output,
      });
      return Object.fromEntries(output.mock.calls);
    };
    const first = await retire();
    expect(first).toMatchObject({ status: 'disposed' });
    expect(await retire()).toEqual(first);
    const { body } = await scaffolder.get(
      '/api/itam/records/asset/default/desk',
    );
    expect(body.history).toHaveLength(3);
  });
});

it('keys tell tasks, steps, turns and writes apart', () => {
  const step = { task: { id: 't' }, step: { id: 'a' } };
  const keys = [
    idempotencyKey(step, 'x'),
    idempotencyKey(step, 'y'),
    idempotencyKey({ ...step, task: { id: 'u' } }, 'x'),
    idempotencyKey({ ...step, step: { id: 'b' } }, 'x'),
    idempotencyKey({ ...step, each: { key: '0', value: 'v' } }, 'x'),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(idempotencyKey(step, 'x')).toBe(keys[0]);
});

it('what a form left empty is left out', () => {
  expect(
    withoutEmpty({
      a: '',
      b: null,
      c: { d: '', e: {} },
      f: [{ ref: '' }, { ref: 'x' }],
      g: 0,
      h: false,
    }),
  ).toEqual({ f: [{ ref: 'x' }], g: 0, h: false });
});
