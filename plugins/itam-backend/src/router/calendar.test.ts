import ICAL from 'ical.js';
import request from 'supertest';
import express from 'express';
import { hideCalendarToken } from './calendar';
import { record } from './__testUtils__/shop';
import { describeShop } from './__testUtils__/shopRegister';
import type { Persona } from './__testUtils__/startRegister';

const LONG = `${'Überlänge '.repeat(9)}; with, marks \\ and 🎈`;

const more = [
  record('Contract', 'notice', {
    type: 'support',
    vendor: 'acme',
    owner: 'group:default/payments',
    term: { start: '2026-01-01', end: '2026-12-31' },
    renewal: { kind: 'automatic', months: 12, noticeDays: 30 },
    financials: {
      charges: [
        {
          amount: '777.00',
          currency: 'EUR',
          every: 'month',
          from: '2026-01-01',
        },
      ],
    },
  }),
  record('Asset', 'warm', {
    class: 'hardware',
    type: 'server',
    stage: 'maintenance',
    owner: 'group:default/storefront',
    warranty: { until: '2027-03-31' },
  }),
  record('Asset', 'just-over', {
    class: 'hardware',
    type: 'server',
    stage: 'maintenance',
    owner: 'group:default/payments',
    warranty: { until: '2026-10-01' },
    endOfLife: '2030-01-01',
  }),
];

describeShop('the calendar feed', more, shop => {
  async function tokenOf(persona: Persona): Promise<string> {
    const answer = await shop.register
      .post(persona, '/calendar-tokens')
      .send({ name: 'Phone' });
    expect(answer.status).toBe(201);
    return answer.body.token;
  }

  const feed = (token: string) =>
    shop.register.get('anonymous', `/renewals.ics?token=${token}`);

  /** The events of a feed as a parser of the standard reads them. */
  async function events(token: string) {
    const answer = await feed(token);
    expect([answer.status, answer.type]).toEqual([200, 'text/calendar']);
    const calendar = new ICAL.Component(ICAL.parse(answer.text));
    return calendar.getAllSubcomponents('vevent').map(component => {
      const event = new ICAL.Event(component);
      return {
        uid: event.uid,
        summary: event.summary,
        on: String(event.startDate),
        sequence: event.sequence,
        allDay: event.startDate.isDate,
        stamp: String(component.getFirstPropertyValue('dtstamp')),
      };
    });
  }

  const summaries = async (token: string) =>
    (await events(token)).map(({ on, summary }) => `${on} ${summary}`);

  const OF_MEMBER = [
    '2026-10-01 Warranty ends: The just-over',
    '2026-12-01 Notice deadline: The notice',
    '2026-12-31 Contract term ends: The notice',
    '2026-12-31 Licence ends: The github',
  ];

  afterEach(async () => {
    await shop.knex('calendar_tokens').delete();
  });

  it('shows a person what is theirs, in order, without money', async () => {
    const token = await tokenOf('member');
    expect(await summaries(token)).toEqual(OF_MEMBER);
    const { text, headers } = await feed(token);
    expect(text).not.toMatch(/777|EUR|USD|4800/);
    expect(headers['cache-control']).toBe('private, no-cache');
    for (const event of await events(token)) {
      expect(event).toMatchObject({
        allDay: true,
        sequence: expect.any(Number),
        stamp: '2026-10-15T12:00:00Z',
      });
    }
    expect(await summaries(await tokenOf('manager'))).toEqual([
      ...OF_MEMBER,
      '2027-03-31 Warranty ends: The warm',
    ]);
  });

  it('shows nobody more than they see in the portal', async () => {
    for (const persona of ['member', 'manager', 'narrow', 'other'] as const) {
      const page = await shop.register.get(persona, '/records?limit=500');
      const titles: string[] = page.body.items.map(
        (item: { title: string }) => item.title,
      );
      await shop.knex('nodes').where('ref', 'user:default/narrow').delete();
      await shop
        .knex('nodes')
        .insert({ ref: 'user:default/narrow', kind: 'User' });
      for (const { summary } of await events(await tokenOf(persona))) {
        expect(titles).toContain(summary.slice(summary.indexOf(': ') + 2));
      }
    }
  });

  it('keeps no secret, and shows it once', async () => {
    const token = await tokenOf('member');
    const list = await shop.register.get('member', '/calendar-tokens');
    expect(list.body.items).toEqual([
      {
        id: Number(token.split('.')[0]),
        name: 'Phone',
        createdAt: '2026-10-15T12:00:00.000Z',
        confirmedUntil: '2026-11-14T12:00:00.000Z',
      },
    ]);
    const stored = JSON.stringify(await shop.knex('calendar_tokens').select());
    expect(stored).not.toContain(token.split('.')[1]);
    await feed(token);
    const used = await shop.register.get('member', '/calendar-tokens');
    expect(used.body.items[0].lastUsedOn).toBe('2026-10-15');
  });

  it('is closed to every other token, and to one that was revoked', async () => {
    const token = await tokenOf('member');
    const [id, secret] = token.split('.');
    const other = await tokenOf('other');
    for (const wrong of [
      '',
      'x',
      id,
      `${id}.`,
      `${id}.${'A'.repeat(43)}`,
      `${Number(id) + 7}.${secret}`,
      `${other.split('.')[0]}.${secret}`,
      `${id}.${secret}x`,
      `999999999.${secret}`,
      `0x1.${secret}`,
      `${id}%00.${secret}`,
    ]) {
      const answer = await feed(wrong);
      expect([wrong, answer.status]).toEqual([
        wrong,
        wrong === '' || wrong.includes('%00') ? 400 : 404,
      ]);
      expect(answer.text).not.toContain(secret);
    }
    expect((await shop.register.get('anonymous', '/renewals.ics')).status).toBe(
      400,
    );

    const foreign = await shop.register.delete(
      'other',
      `/calendar-tokens/${id}`,
    );
    expect(foreign.status).toBe(404);
    expect((await feed(token)).status).toBe(200);
    const revoked = await shop.register.delete(
      'member',
      `/calendar-tokens/${id}`,
    );
    expect(revoked.status).toBe(204);
    expect((await feed(token)).status).toBe(404);
  });

  it('follows who belongs to which group', async () => {
    const token = await tokenOf('member');
    const membership = {
      user_ref: 'user:default/member',
      group_ref: 'group:default/payments',
    };
    await shop.knex('memberships').where(membership).delete();
    // A seat of the licence is left.
    expect(await summaries(token)).toEqual([
      '2026-12-31 Licence ends: The github',
    ]);
    await shop.knex('memberships').insert(membership);
    const user = shop.knex('nodes').where('ref', membership.user_ref);
    const [node] = await user.clone().select();
    await user.clone().delete();
    const gone = await feed(token);
    expect([gone.status, gone.body.error.message]).toEqual([
      403,
      'The owner of this calendar is not in the catalog',
    ]);
    await shop.knex('nodes').insert(node);
    expect(await summaries(token)).toEqual(OF_MEMBER);
  });

  it('shows nothing when what the policy said cannot be read or is a refusal', async () => {
    const token = await tokenOf('member');
    const rule = { resourceType: 'itam-record', rule: 'GONE', params: {} };
    for (const decisions of [
      'no JSON',
      '[]',
      '{}',
      '{"records":{"result":"DENY"},"contracts":{"result":"ALLOW"}}',
      JSON.stringify({
        records: {
          result: 'CONDITIONAL',
          pluginId: 'itam',
          resourceType: 'itam-record',
          conditions: rule,
        },
      }),
      '{"records":{"result":"CONDITIONAL","pluginId":"itam","resourceType":"itam-record","conditions":{"anyOf":[]}}}',
    ]) {
      await shop.knex('calendar_tokens').update({ decisions });
      expect([decisions, await summaries(token)]).toEqual([decisions, []]);
    }
    await shop.register.get('member', '/calendar-tokens');
    expect(await summaries(token)).toEqual(OF_MEMBER);
  });

  it('closes when its owner was not there for long, until they are', async () => {
    const token = await tokenOf('member');
    const long = { decided_at: '2026-09-01T00:00:00.000Z' };
    for (const visit of ['/calendar-tokens', '/renewals']) {
      await shop.knex('calendar_tokens').update(long);
      const closed = await feed(token);
      expect([closed.status, closed.body.error.message]).toEqual([
        403,
        expect.stringContaining('sign in to the portal'),
      ]);
      await shop.register.get('other', visit);
      expect((await feed(token)).status).toBe(403);
      await shop.register.get('member', visit);
      expect((await feed(token)).status).toBe(200);
    }
  });

  it('asks nobody in vain: without permissions there is no token', async () => {
    const answer = await shop.register
      .post('broken', '/calendar-tokens')
      .send({ name: 'Phone' });
    expect([answer.status, answer.text]).toEqual([
      503,
      expect.not.stringContaining('10.0.0.7'),
    ]);
    expect(await shop.knex('calendar_tokens').select()).toEqual([]);
  });

  it('is a calendar other programs read: folded, escaped, with steady ids', async () => {
    const token = await tokenOf('member');
    const ofNotice = shop
      .knex('records')
      .where('ref', 'contract:default/notice');
    await ofNotice.clone().update({ title: LONG, version: 7 });
    const { text, headers } = await feed(token);
    const lines = text.split('\r\n');
    expect(lines.join('')).not.toMatch(/[\r\n]/);
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
    const before = await events(token);
    expect(before[1]).toMatchObject({
      summary: `Notice deadline: ${LONG}`,
      sequence: 7,
    });
    expect(new Set(before.map(({ uid }) => uid)).size).toBe(before.length);
    expect(await events(token)).toEqual(before);

    const same = await feed(token).set('If-None-Match', headers.etag);
    expect([same.status, same.text]).toEqual([304, '']);

    // The day moves, the event stays.
    const [{ spec }] = await ofNotice.clone().select('spec');
    await ofNotice.clone().update({
      spec: spec.replace('"noticeDays":30', '"noticeDays":40'),
      version: 8,
    });
    const after = await events(token);
    expect(after[1]).toEqual({ ...before[1], on: '2026-11-21', sequence: 8 });
    await ofNotice.clone().update({ spec, version: 1, title: 'The notice' });
  });

  it('limits how many tokens one has, and what they are called', async () => {
    for (let made = 0; made < 10; made += 1) {
      await tokenOf('member');
    }
    const answer = await shop.register
      .post('member', '/calendar-tokens')
      .send({ name: 'One more' });
    expect(answer.status).toBe(409);
    for (const body of [
      { name: '' },
      { name: '  ' },
      { name: 'a\u202eb' },
      { name: 'x'.repeat(101) },
      { name: 'Phone', userRef: 'user:default/finance' },
      {},
    ]) {
      const refused = await shop.register
        .post('other', '/calendar-tokens')
        .send(body);
      expect([body, refused.status]).toEqual([body, 400]);
    }
  });

  it('records who made, used and revoked a token, without the token', async () => {
    const { createEvent } = shop.register.auditor;
    createEvent.mockClear();
    const token = await tokenOf('member');
    await feed(token);
    await shop.register.delete(
      'member',
      `/calendar-tokens/${token.split('.')[0]}`,
    );
    await feed(token);
    const recorded = createEvent.mock.calls.map(([event]) => event);
    expect(recorded.map(({ eventId }) => eventId)).toEqual([
      'calendar-token-create',
      'calendar-export',
      'calendar-token-revoke',
    ]);
    expect(recorded[1].meta).toEqual({
      ref: 'user:default/member',
      id: Number(token.split('.')[0]),
    });
    for (const { request: req } of recorded) {
      expect(req?.originalUrl).not.toContain(token.split('.')[1]);
    }
  });
});

it('is not quoted by whoever logs requests', async () => {
  const logged: string[] = [];
  const app = express();
  app.use((req, res, next) => {
    res.on('finish', () => logged.push(req.originalUrl));
    next();
  });
  app.use('/api/itam', hideCalendarToken, (req, res) => {
    res.json(req.query);
  });
  for (const path of ['renewals.ics', 'Renewals.ICS', 'renewals.ics/']) {
    const answer = await request(app).get(`/api/itam/${path}?token=1.secret`);
    expect(answer.body).toEqual({ token: '1.secret' });
  }
  await request(app).get('/api/itam/renewals?from=2026-01-01');
  expect(logged).toEqual([
    '/api/itam/renewals.ics',
    '/api/itam/Renewals.ICS',
    '/api/itam/renewals.ics/',
    '/api/itam/renewals?from=2026-01-01',
  ]);
});
