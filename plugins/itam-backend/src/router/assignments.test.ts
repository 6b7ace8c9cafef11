import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readRegisterConfig } from '../config';
import { activateRevision } from '../usecases/declarations/activateRevision';
import { stageDeclaration } from '../usecases/declarations/stageDeclaration';
import { record } from './__testUtils__/shop';
import { describeShop } from './__testUtils__/shopRegister';
import type { Persona } from './__testUtils__/startRegister';

const stored = {
  class: 'hardware',
  type: 'laptop',
  stage: 'deployment',
  status: 'in-stock',
  owner: 'payments',
  location: 'Store',
};

const cables = { ...stored, type: 'accessory', quantity: 40, tag: 'CABLES' };

const seats = {
  type: 'subscription',
  product: 'Diagrams',
  vendor: 'acme',
  owner: 'payments',
  metric: 'named-user',
  quantity: 5,
  term: { start: '2026-01-01', end: '2026-12-31' },
};

describeShop(
  'assignments',
  [record('Asset', 'mice', { ...cables, tag: 'MICE', quantity: 3 })],
  shop => {
    const pathOf = (ref: string) => `/records/${ref.replace(':', '/')}`;
    const registered = async (
      name: string,
      spec: JsonObject,
      kind = 'Asset',
    ) => {
      const answer = await shop.register
        .post('finance', '/records')
        .send({ kind, name, spec });
      expect([answer.status, answer.text]).toEqual([201, expect.anything()]);
      return answer.body.record.ref as string;
    };
    const send = (
      persona: Persona,
      ref: string,
      version: number,
      way: 'assignments' | 'assignments/return',
      body: object,
    ) =>
      shop.register
        .post(persona, `${pathOf(ref)}/${way}`)
        .set('If-Match', `"${version}"`)
        .send(body);
    const assign = (ref: string, version: number, body: object) =>
      send('finance', ref, version, 'assignments', body);
    const giveBack = (ref: string, version: number, body: object) =>
      send('finance', ref, version, 'assignments/return', body);
    const list = async (ref: string, query = '') =>
      (await shop.register.get('finance', `${pathOf(ref)}/assignments${query}`))
        .body;

    it('of an asset pass from one to the next, and stay as history', async () => {
      const ref = await registered('passed', { ...stored, tag: 'PASSED' });
      const first = await assign(ref, 1, {
        to: ['user:default/member'],
        from: '2026-09-01',
      });
      expect([first.status, first.body.error?.message]).toEqual([
        200,
        undefined,
      ]);
      expect(first.headers.etag).toBe('"2"');
      expect(first.body.record).toMatchObject({
        status: 'in-use',
        assignee: { ref: 'user:default/member' },
      });
      expect(first.body.history[0]).toMatchObject({ action: 'assigned' });
      // The holder may read what they hold.
      const seen = await shop.register.get('member', pathOf(ref));
      expect(seen.status).toBe(200);

      const early = await assign(ref, 2, {
        to: ['manager'],
        from: '2026-08-01',
      });
      expect([early.status, early.body.error.message]).toEqual([
        409,
        expect.stringContaining('from then on'),
      ]);
      const second = await assign(ref, 2, {
        to: ['manager'],
        from: '2026-10-01',
        note: 'Moves to the other team',
      });
      expect([second.status, second.body.error?.message]).toEqual([
        200,
        undefined,
      ]);
      const lent = await giveBack(ref, 3, {
        date: '2026-10-10',
        note: 'No longer needed',
      });
      expect([lent.status, lent.body.error?.message]).toEqual([200, undefined]);
      expect(lent.body.record).toMatchObject({ status: 'in-stock' });
      expect(lent.body.history[0]).toMatchObject({
        action: 'returned',
        reason: 'No longer needed',
      });
      const page = await list(ref);
      expect(page).toMatchObject({ totalItems: 2, open: 0, canAssign: true });
      expect(page.items).toEqual([
        {
          id: expect.any(Number),
          to: {
            ref: 'user:default/manager',
            title: 'User manager',
            resolved: true,
          },
          from: '2026-10-01',
          until: '2026-10-10',
          quantity: 1,
          note: 'Moves to the other team',
          assignedBy: 'user:default/finance',
          returnedBy: 'user:default/finance',
        },
        expect.objectContaining({ from: '2026-09-01', until: '2026-09-30' }),
      ]);
      const rest = await list(
        ref,
        `?limit=1&cursor=${encodeURIComponent(
          (
            await list(ref, '?limit=1')
          ).nextCursor,
        )}`,
      );
      expect(rest.items).toEqual([page.items[1]]);
      expect(rest.nextCursor).toBeUndefined();
      const again = await giveBack(ref, 4, {});
      expect(again.status).toBe(409);
      expect(again.body.error.message).toMatch(/Nobody holds/);
    });

    it('with a day of return are loans, overdue afterwards', async () => {
      const ref = await registered('lent', { ...stored, tag: 'LENT' });
      const lent = await assign(ref, 1, {
        to: ['member'],
        from: '2026-09-01',
        dueBack: '2026-10-01',
      });
      expect(lent.body.record.status).toBe('on-loan');
      expect((await list(ref, '?open=true')).items).toEqual([
        expect.objectContaining({ dueBack: '2026-10-01', overdue: true }),
      ]);
      const longer = await assign(ref, 2, {
        to: ['member'],
        dueBack: '2026-11-01',
      });
      expect([longer.status, longer.body.error?.message]).toEqual([
        200,
        undefined,
      ]);
      expect((await list(ref)).items).toEqual([
        expect.objectContaining({
          from: '2026-09-01',
          dueBack: '2026-11-01',
          overdue: false,
        }),
      ]);
      const wrong = await assign(ref, 3, {
        to: ['member', 'manager'],
        quantity: 2,
        dueBack: '2026-01-01',
      });
      expect(wrong.status).toBe(400);
      expect(wrong.body.error.message).toMatch(/to:.*quantity:.*dueBack/s);
      const stranger = await giveBack(ref, 3, { holders: ['manager'] });
      expect(stranger.status).toBe(409);
      const place = await assign(ref, 3, { to: ['component:default/web'] });
      expect(place.status).toBe(400);
    });

    it('of a stock are counted, and never more than there are', async () => {
      const ref = await registered('cables', cables);
      const out = await assign(ref, 1, {
        to: ['user:default/member', 'group:default/storefront'],
        quantity: 18,
        from: '2026-09-01',
      });
      expect([out.status, out.body.error?.message]).toEqual([200, undefined]);
      expect(out.body.stock).toEqual({
        quantity: 40,
        assigned: 36,
        available: 4,
      });
      expect(out.body.record.status).toBe('in-stock');
      const tooMany = await assign(ref, 2, { to: ['manager'], quantity: 5 });
      expect(tooMany.status).toBe(409);
      expect(tooMany.body.error.message).toContain('only 4 of 40 left');
      const part = await giveBack(ref, 2, {
        holders: ['member'],
        quantity: 8,
        date: '2026-10-01',
      });
      expect(part.body.stock).toEqual({
        quantity: 40,
        assigned: 28,
        available: 12,
      });
      const page = await list(ref);
      expect(page).toMatchObject({ totalItems: 3, open: 2 });
      expect(
        page.items.map(
          (one: { quantity: number; until?: string }) =>
            `${one.quantity} ${one.until ?? 'open'}`,
        ),
      ).toEqual(['8 2026-10-01', '18 open', '10 open']);
      const [{ id }] = (await list(ref, '?open=true')).items;
      const byId = await giveBack(ref, 3, { ids: [id] });
      expect(byId.body.stock.assigned).toBe(10);
      const gone = await giveBack(ref, 4, { ids: [id] });
      expect(gone.status).toBe(409);
      const more = await giveBack(ref, 4, {
        holders: ['member'],
        quantity: 11,
      });
      expect(more.status).toBe(409);
      expect(more.body.error.message).toMatch(/at most the 10/);
      const whose = await giveBack(ref, 4, {});
      expect(whose.status).toBe(400);
      const early = await giveBack(ref, 4, {
        holders: ['member'],
        date: '2026-08-01',
      });
      expect(early.status).toBe(409);
    });

    it('of a stock go to one of many who start from the same version', async () => {
      const ref = await registered('raced-stock', { ...cables, tag: 'RS' });
      const answers = await Promise.all(
        Array.from({ length: 8 }, () =>
          assign(ref, 1, { to: ['member'], quantity: 30 }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([
        200, 412, 412, 412, 412, 412, 412, 412,
      ]);
      expect((await list(ref)).open).toBe(1);
    });

    it('have one effect for one key', async () => {
      const ref = await registered('keyed', { ...cables, tag: 'KEYED' });
      const send1 = () =>
        assign(ref, 1, { to: ['member'], quantity: 2 }).set(
          'Idempotency-Key',
          'assign-1',
        );
      const answers = [await send1(), await send1(), await send1()];
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      expect((await list(ref)).open).toBe(1);
    });

    it('of a licence are seats, given and taken back', async () => {
      const ref = await registered('diagrams', seats, 'License');
      const given = await assign(ref, 1, {
        to: ['user:default/member', 'user:default/manager'],
        from: '2026-09-01',
      });
      expect([given.status, given.body.error?.message]).toEqual([
        200,
        undefined,
      ]);
      expect(given.body.position).toMatchObject({ consumed: 2 });
      const same = await assign(ref, 2, { to: ['user:default/member'] });
      expect([same.status, same.headers.etag]).toEqual([200, '"2"']);
      const page = await list(ref, '?open=true');
      expect(page).toMatchObject({ totalItems: 2, open: 2 });
      const id = page.items.find(
        (one: { to: { ref: string } }) => one.to.ref === 'user:default/member',
      ).id;
      const taken = await giveBack(ref, 2, { ids: [id], date: '2026-10-01' });
      expect([taken.status, taken.body.error?.message]).toEqual([
        200,
        undefined,
      ]);
      expect(await list(ref)).toMatchObject({ totalItems: 2, open: 1 });
      expect(taken.body.position).toMatchObject({ consumed: 1 });
      const stranger = await giveBack(ref, 3, {
        holders: ['user:default/other'],
      });
      expect(stranger.status).toBe(400);
      const noSeat = await giveBack(ref, 3, { ids: [1e30] });
      expect(noSeat.status).toBe(409);
      const whose = await giveBack(ref, 3, { to: 'in-stock', quantity: 2 });
      expect(whose.status).toBe(400);
      const loan = await assign(ref, 3, {
        to: ['user:default/other'],
        dueBack: '2026-12-01',
        quantity: 3,
      });
      expect(loan.status).toBe(400);
    });

    it('need a version, a right and the source', async () => {
      const { register } = shop;
      const ref = await registered('guarded', { ...stored, tag: 'GUARDED' });
      const body = { to: ['member'] };
      const blind = await register
        .post('finance', `${pathOf(ref)}/assignments`)
        .send(body);
      expect(blind.status).toBe(428);
      expect((await assign(ref, 3, body)).status).toBe(412);
      const forbidden = await send('member', ref, 1, 'assignments', body);
      expect(forbidden.status).toBe(403);
      const hidden = await send('other', ref, 1, 'assignments', body);
      expect(hidden.status).toBe(404);
      expect((await giveBack(ref, 3, {})).status).toBe(412);
      for (const declared of [
        'asset:default/laptop',
        'license:default/github',
      ]) {
        const answer = await assign(declared, 1, body);
        expect([declared, answer.status]).toEqual([declared, 409]);
        expect(answer.body.error.message).toContain('change it there');
        expect((await giveBack(declared, 1, {})).status).toBe(409);
      }
      const unread = await register.get('other', `${pathOf(ref)}/assignments`);
      expect(unread.status).toBe(404);
      const member = await register.get('member', `${pathOf(ref)}/assignments`);
      expect(member.body.canAssign).toBe(false);
    });

    it('of pieces of a declared stock are kept here', async () => {
      const ref = 'asset:default/mice';
      const out = await assign(ref, 1, { to: ['member'], quantity: 2 });
      expect([out.status, out.body.error?.message]).toEqual([200, undefined]);
      expect(out.body.stock).toEqual({
        quantity: 3,
        assigned: 2,
        available: 1,
      });
      expect(out.body.rights).toEqual({
        update: false,
        delete: false,
        transition: false,
        assign: true,
      });
      const back = await giveBack(ref, 2, { holders: ['member'] });
      expect(back.body.stock.assigned).toBe(0);
    });

    it('follow what catalog files declare', async () => {
      const ref = 'asset:default/laptop';
      expect((await list(ref)).items).toEqual([
        expect.objectContaining({
          to: expect.objectContaining({ ref: 'user:default/member' }),
          from: '2026-10-15',
          assignedBy: 'catalog',
        }),
      ]);
      const entity = record('Asset', 'laptop', {
        class: 'hardware',
        type: 'laptop',
        stage: 'maintenance',
        owner: 'group:default/storefront',
        assignee: 'user:default/other',
        tag: 'HW-2',
      });
      const asOf = new Date('2026-11-20T08:00:00.000Z');
      const { revision } = await stageDeclaration(
        { database: shop.knex },
        { ref, entity, location: 'url:https://git.example/laptop.yaml' },
        asOf,
      );
      await activateRevision(
        {
          database: shop.knex,
          config: readRegisterConfig(new ConfigReader({})),
        },
        { ref, revision },
        asOf,
      );
      expect((await list(ref)).items).toEqual([
        expect.objectContaining({
          to: expect.objectContaining({ ref: 'user:default/other' }),
          from: '2026-11-20',
        }),
        expect.objectContaining({
          to: expect.objectContaining({ ref: 'user:default/member' }),
          from: '2026-10-15',
          until: '2026-11-19',
          returnedBy: 'catalog',
        }),
      ]);
    });
  },
);
