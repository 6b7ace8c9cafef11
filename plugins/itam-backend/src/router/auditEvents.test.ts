import {
  listedConnector,
  ListedSource,
} from '../usecases/connectors/__testUtils__/listedSource';
import { billingConfig, billOf } from './__testUtils__/cloudBills';
import { operations } from './__testUtils__/fuzz/contract';
import { laptops, rowsOf } from './__testUtils__/imports';
import { routeMatrix } from './__testUtils__/routeMatrix';
import { describeShop, type ShopRegister } from './__testUtils__/shopRegister';
import type { Persona } from './__testUtils__/startRegister';

/** Asks much in one body and changes nothing. */
const READS = ['queryCosts'];

const writes = operations.filter(
  ({ id, method }) => method !== 'get' && !READS.includes(id),
);
// The calendar, whose caller is only known by its token, has a test of its own.
const exporting = operations.filter(({ csv }) => csv);

interface Sent {
  status: number;
  text: string;
  headers: Record<string, string>;
}

/** What was recorded of the requests since the last time this was asked. */
async function recorded(shop: ShopRegister) {
  const { createEvent } = shop.register.auditor;
  const events = await Promise.all(
    createEvent.mock.calls.map(async ([event], at) => {
      const made = await createEvent.mock.results[at].value;
      return {
        eventId: event.eventId,
        // Who acted is read from the request.
        fromRequest: event.request !== undefined,
        about: Object.keys(event.meta ?? {}).length > 0,
        succeeded: made.success.mock.calls.length,
        failed: made.fail.mock.calls.length,
        text: JSON.stringify([
          event.meta,
          made.success.mock.calls,
          made.fail.mock.calls,
        ]),
      };
    }),
  );
  createEvent.mockClear();
  return events;
}

describeShop(
  'audit events',
  [],
  shop => {
    async function send(
      persona: Persona,
      method: 'get' | 'post' | 'put' | 'delete',
      path: string,
      options: {
        headers?: Readonly<Record<string, string>>;
        body?: object | string;
      } = {},
    ): Promise<Sent> {
      const sent = shop.register[method](persona, path);
      for (const [name, value] of Object.entries(options.headers ?? {})) {
        sent.set(name, value);
      }
      return await (options.body === undefined
        ? sent
        : sent.send(options.body));
    }

    beforeEach(() => {
      shop.register.auditor.createEvent.mockClear();
    });

    const REFUSED: readonly Persona[] = [
      'member',
      'manager',
      'finance',
      'service',
      'denied',
    ];

    it.each(
      writes.flatMap(operation =>
        REFUSED.map(persona => ({ operation, persona })),
      ),
    )(
      'tell of $operation.id by $persona, whether it succeeds or not',
      async ({ operation, persona }) => {
        const row = routeMatrix[operation.id];
        if (!row) {
          throw new Error(`No row for ${operation.id}`);
        }
        const { status } = await send(persona, operation.method, row.path, {
          headers: row.headers,
          body: row.file ?? row.body,
        });
        const events = await recorded(shop);
        expect(events).toEqual([
          {
            eventId: expect.any(String),
            fromRequest: true,
            about: true,
            succeeded: status < 400 ? 1 : 0,
            failed: status < 400 ? 0 : 1,
            text: expect.any(String),
          },
        ]);
      },
    );

    it.each(exporting)('tell of exports by $id', async ({ id }) => {
      const row = routeMatrix[id];
      const { path } = row ?? { path: '' };
      for (const persona of ['finance', 'denied'] as const) {
        const { status } = await send(
          persona,
          'get',
          `${path}${path.includes('?') ? '&' : '?'}format=csv`,
        );
        const events = await recorded(shop);
        expect([persona, status, events.length]).toEqual([persona, status, 1]);
        expect(events[0]).toMatchObject(
          status < 400
            ? { fromRequest: true, succeeded: 1, failed: 0 }
            : { fromRequest: true, succeeded: 0, failed: 1 },
        );
      }
    });

    it('tell of every change that is made', async () => {
      const made = new Set<string>();
      /** Makes a change that succeeds; its event has to say so. */
      async function change(
        id: string,
        path: string,
        options: {
          persona?: Persona;
          headers?: Readonly<Record<string, string>>;
          body?: object | string;
        } = {},
      ): Promise<Sent> {
        const operation = writes.find(one => one.id === id);
        if (!operation) {
          throw new Error(`${id} is no write of the contract`);
        }
        const { persona = 'finance', ...rest } = options;
        const answer = await send(persona, operation.method, path, rest);
        const events = await recorded(shop);
        expect([id, answer.status < 300, answer.text]).toEqual([
          id,
          true,
          answer.text,
        ]);
        // The work that goes on afterwards has events of its own.
        expect(events.filter(({ fromRequest }) => fromRequest)).toMatchObject([
          { succeeded: 1, failed: 0 },
        ]);
        made.add(id);
        return answer;
      }
      const current = async (path: string) => {
        const { headers } = await send('finance', 'get', path);
        await recorded(shop);
        return { 'If-Match': headers.etag };
      };

      const spec = {
        class: 'hardware',
        type: 'laptop',
        stage: 'deployment',
        status: 'in-stock',
        owner: 'group:default/payments',
        tag: 'AUDITED',
        location: 'Berlin',
      };
      await change('createRecord', '/records', {
        body: { kind: 'Asset', title: 'A laptop', spec },
      });
      const path = '/records/asset/default/audited';
      await change('updateRecord', path, {
        headers: await current(path),
        body: { spec: { ...spec, model: 'X1' } },
      });
      await change('assignRecord', `${path}/assignments`, {
        headers: await current(path),
        body: { to: ['user:default/member'] },
      });
      await change('returnAssignments', `${path}/assignments/return`, {
        headers: await current(path),
        body: {},
      });
      await change('transitionRecord', `${path}/transition`, {
        headers: await current(path),
        body: { to: 'staging' },
      });
      await change('transitionRecords', '/records/transitions', {
        body: { refs: ['asset:default/audited'], to: 'in-stock' },
      });
      const servicing = await change('addServicing', `${path}/servicings`, {
        body: { date: '2026-10-01', kind: 'repair', title: 'A new fan' },
      });
      const { id } = JSON.parse(servicing.text);
      await change('voidServicing', `${path}/servicings/${id}`);
      const bill = await change(
        'deliverCloudBill',
        '/cloud-billing/deliveries',
        {
          headers: { 'Content-Type': 'text/csv' },
          body: billOf([{ BilledCost: '1', EffectiveCost: '1' }]),
        },
      );
      const { deliveries } = JSON.parse(bill.text);
      await change(
        'takeCloudBillBack',
        `/cloud-billing/deliveries/${deliveries[0].id}`,
      );
      const bom = routeMatrix.putServiceSoftware;
      await change('putServiceSoftware', bom?.path ?? '', {
        headers: bom?.headers,
        body: bom?.file,
      });
      await change('deleteServiceSoftware', bom?.path ?? '');
      await change('retireRecord', path, { headers: await current(path) });
      await change('restoreRecord', `${path}/restore`, {
        headers: await current(path),
        body: { reason: 'Found again' },
      });
      for (const same of ['addUsage', 'putRates'] as const) {
        const row = routeMatrix[same];
        await change(same, row?.path ?? '', row);
      }
      await change('deleteRate', '/rates?date=2026-10-01&currency=USD');
      const supplier = '/suppliers/dell/title';
      await change('putSupplierTitle', supplier, { body: { title: 'Dell' } });
      await change('deleteSupplierTitle', supplier);
      const budget = '/budgets/2026/group%3Adefault%2Fother';
      await change('putBudget', budget, {
        headers: { 'If-None-Match': '*' },
        body: { amount: { amount: '1.00', currency: 'EUR' } },
      });
      await change('deleteBudget', budget, { headers: await current(budget) });
      const token = await change('createCalendarToken', '/calendar-tokens', {
        persona: 'member',
        body: { name: 'Phone' },
      });
      await change(
        'revokeCalendarToken',
        `/calendar-tokens/${JSON.parse(token.text).id}`,
        { persona: 'member' },
      );
      for (const ofCatalog of [
        'stageDeclaration',
        'reportDeclarationIncidents',
      ] as const) {
        const row = routeMatrix[ofCatalog];
        await change(ofCatalog, row?.path ?? '', {
          ...row,
          persona: 'service',
        });
      }
      const itemsOf = async (list: string): Promise<{ id: number }[]> => {
        const { text } = await send('finance', 'get', list);
        await recorded(shop);
        return JSON.parse(text).items;
      };
      const [finding] = await itemsOf('/findings');
      const findingPath = `/findings/${finding.id}`;
      await change('acceptFinding', `${findingPath}/accept`, {
        headers: await current(findingPath),
        body: { reason: 'Known', until: '2027-01-31' },
      });
      await change('reopenFinding', `${findingPath}/reopen`, {
        headers: await current(findingPath),
        body: { reason: 'Not any more' },
      });
      for (const list of [
        'addDiscoveredSoftware',
        'addDiscoveredSpend',
      ] as const) {
        const row = routeMatrix[list];
        await change(list, row?.path ?? '', row);
      }
      const [software] = await itemsOf('/discoveries?kind=software');
      const [spent] = await itemsOf('/discoveries?kind=spend');
      for (const [operation, item, step, body] of [
        ['dismissDiscovery', software, 'dismiss', { reason: 'A toy' }],
        ['mapDiscovery', spent, 'map', { to: 'dell' }],
        ['reopenDiscovery', spent, 'reopen', { reason: 'Was another' }],
      ] as const) {
        const discovery = `/discoveries/${item.id}`;
        const headers = await current(discovery);
        await change(operation, `${discovery}/${step}`, { headers, body });
      }
      const audit = await change('createAudit', '/audits', {
        body: { name: 'All', scope: { kind: 'Asset' } },
      });
      const auditPath = `/audits/${JSON.parse(audit.text).id}`;
      await change('observeAuditItem', `${auditPath}/items`, {
        body: { tag: 'AUDITED', outcome: 'found' },
      });
      await change('closeAudit', `${auditPath}/close`, {
        headers: await current(auditPath),
        body: { apply: false },
      });
      const upload = await change('uploadImport', '/imports', {
        headers: { 'Content-Type': 'text/csv' },
        body: laptops(['AE-1']),
      });
      const imported = `/imports/${JSON.parse(upload.text).id}`;
      const afterWork = async () => {
        await shop.register.imported();
        return await current(imported);
      };
      const headers = await afterWork();
      const [row] = await rowsOf(shop, JSON.parse(upload.text).id);
      await recorded(shop);
      await change('correctImportRow', `${imported}/rows/1`, {
        headers,
        body: { cells: row.cells },
      });
      for (const [operation, step] of [
        ['checkImportAgain', 'mapping'],
        ['commitImport', 'commit'],
        ['undoImport', 'undo'],
      ] as const) {
        await change(operation, `${imported}/${step}`, {
          headers: await afterWork(),
          body: {},
        });
      }
      await change('deleteImport', imported, { headers: await afterWork() });
      await change('runConnector', '/connectors/listed/runs', { body: {} });
      await change('putClosing', '/closing', {
        headers: await current('/closing'),
        body: { closedThrough: '2026-01' },
      });
      expect([...made].sort()).toEqual(writes.map(one => one.id).sort());
    });
  },
  {
    itam: billingConfig,
    connectors: [listedConnector([new ListedSource('laptops', 'Asset')])],
  },
);
