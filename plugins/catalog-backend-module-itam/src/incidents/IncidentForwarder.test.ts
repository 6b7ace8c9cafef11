import { mockServices } from '@backstage/backend-test-utils';
import type { DeclarationIncident } from '@backstage-itam/plugin-itam-common';
import { RegisterGate } from '../register/RegisterGate';
import { RegisterUnavailableError } from '../register/errors';
import { IncidentForwarder } from './IncidentForwarder';
import { CATALOG_ERRORS_TOPIC } from './incidentFromEvent';

function setUp() {
  const batches: DeclarationIncident[][] = [];
  const register = { up: true, whileSending: () => {} };
  const forwarder = new IncidentForwarder({
    gate: new RegisterGate({ timeoutMs: 1_000, longestPauseMs: 1_000 }),
    client: {
      reportIncidents: async incidents => {
        register.whileSending();
        if (!register.up) {
          throw new RegisterUnavailableError();
        }
        batches.push([...incidents]);
      },
    },
  });
  const note = (name: string, message = 'wrong') =>
    forwarder.note({
      topic: CATALOG_ERRORS_TOPIC,
      eventPayload: {
        entity: `asset:default/${name}`,
        errors: [new Error(message)],
      },
    });
  return { batches, forwarder, note, register };
}

describe('IncidentForwarder', () => {
  it('listens to the catalog and sends on flush', async () => {
    const { batches, forwarder } = setUp();
    const events = mockServices.events();
    await forwarder.subscribe(events);
    await events.publish({
      topic: CATALOG_ERRORS_TOPIC,
      eventPayload: { entity: 'asset:default/a', errors: [new Error('wrong')] },
    });
    await forwarder.flush();
    expect(batches).toEqual([
      [{ kind: 'error', ref: 'asset:default/a', messages: ['wrong'] }],
    ]);
    await forwarder.flush();
    expect(batches).toHaveLength(1);
  });

  it('sends only the latest of a ref', async () => {
    const { batches, forwarder, note } = setUp();
    note('a', 'first');
    note('b');
    note('a', 'second');
    await forwarder.flush();
    expect(batches.flat().map(({ ref, messages }) => [ref, messages])).toEqual([
      ['asset:default/b', ['wrong']],
      ['asset:default/a', ['second']],
    ]);
  });

  it('keeps incidents while the register is down', async () => {
    const { batches, forwarder, note, register } = setUp();
    register.up = false;
    note('a');
    await forwarder.flush();
    register.up = true;
    await forwarder.flush();
    expect(batches.flat()).toHaveLength(1);
  });

  it('keeps what comes in while it sends', async () => {
    const { batches, forwarder, note, register } = setUp();
    note('a', 'first');
    register.whileSending = () => {
      register.whileSending = () => {};
      note('a', 'second');
    };
    await forwarder.flush();
    expect(batches.flat().map(({ messages }) => messages)).toEqual([
      ['first'],
      ['second'],
    ]);
  });

  it('forgets errors of what was delivered meanwhile', async () => {
    const { batches, forwarder, note } = setUp();
    note('a');
    note('b');
    forwarder.forget('asset:default/a');
    await forwarder.flush();
    expect(batches.flat().map(({ ref }) => ref)).toEqual(['asset:default/b']);
  });

  it('sends small batches', async () => {
    const { batches, forwarder, note } = setUp();
    for (let n = 0; n < 120; n += 1) {
      note(`short-${n}`);
    }
    for (let n = 0; n < 20; n += 1) {
      note(`long-${n}`, 'x'.repeat(30_000));
    }
    await forwarder.flush();
    expect(batches.flat()).toHaveLength(140);
    for (const batch of batches) {
      expect(batch.length).toBeLessThanOrEqual(50);
      expect(JSON.stringify(batch).length).toBeLessThan(70_000);
    }
  });

  it('drops the oldest beyond a thousand', async () => {
    const { batches, forwarder, note } = setUp();
    for (let n = 0; n < 1_005; n += 1) {
      note(`asset-${n}`);
    }
    await forwarder.flush();
    expect(batches.flat()).toHaveLength(1_000);
    expect(batches[0][0].ref).toBe('asset:default/asset-5');
  });
});
