import {
  CATALOG_CONFLICT_TOPIC,
  CATALOG_ERRORS_TOPIC,
  incidentFromEvent,
} from './incidentFromEvent';

const errorEvent = (eventPayload: unknown) =>
  incidentFromEvent({ topic: CATALOG_ERRORS_TOPIC, eventPayload });
const conflictEvent = (eventPayload: unknown) =>
  incidentFromEvent({ topic: CATALOG_CONFLICT_TOPIC, eventPayload });

describe('incidentFromEvent', () => {
  it('reads name and message of errors, whatever else they carry', () => {
    const error = Object.assign(new Error('two problems'), {
      entity: { spec: { financials: '73551.37' } },
    });
    expect(
      errorEvent({
        entity: 'license:default/a',
        location: 'url:https://example.com/a.yaml',
        errors: [error, { name: 'InputError', message: 'from a bus' }, 'odd'],
        unprocessedEntity: { spec: { financials: '73551.37' } },
      }),
    ).toEqual({
      kind: 'error',
      ref: 'license:default/a',
      location: 'url:https://example.com/a.yaml',
      messages: ['two problems', 'from a bus'],
    });
  });

  it.each([
    'YAML error at url:https://example.com/a.yaml: not well-formed YAML',
    'Entity asset:default/a at url:x is not of an allowed kind for that location',
    "/metadata must have required property 'name' - missingProperty: name",
  ])('reports a location for: %s', message => {
    expect(
      errorEvent({ entity: 'location:default/x', errors: [{ message }] }),
    ).toEqual({
      kind: 'error',
      ref: 'location:default/x',
      messages: [message],
    });
  });

  it.each([
    ['another kind', 'component:default/a', 'YAML error'],
    ['a file that cannot be reached', 'location:default/x', 'Not found'],
    ['a kind that only begins like ours', 'assetlike:default/a', 'wrong'],
  ])('leaves %s alone', (_case, entity, message) => {
    expect(errorEvent({ entity, errors: [{ message }] })).toBeUndefined();
  });

  it('reads both claimants of a conflict, and nothing of the entity', () => {
    expect(
      conflictEvent({
        entityRef: 'asset:default/a',
        newLocationKey: 'url:new',
        existingLocationKey: 'itam-register',
        unprocessedEntity: { spec: { financials: '73551.37' } },
      }),
    ).toEqual({
      kind: 'conflict',
      ref: 'asset:default/a',
      holder: 'itam-register',
      claimant: 'url:new',
      location: 'url:new',
    });
  });

  it('leaves conflicts of other kinds alone', () => {
    expect(
      conflictEvent({ entityRef: 'component:default/a', newLocationKey: 'x' }),
    ).toBeUndefined();
  });

  it('stays within the limits of the API', () => {
    const incident = errorEvent({
      entity: `asset:default/${'a'.repeat(1_000)}`,
      location: 'x'.repeat(9_000),
      errors: Array.from({ length: 99 }, () => ({
        message: 'm'.repeat(99_999),
      })),
    });
    expect(incident?.ref.length).toBe(400);
    expect(incident?.location?.length).toBe(2_000);
    expect(incident?.messages?.length).toBeLessThanOrEqual(50);
    expect(incident?.messages?.[0].length).toBeLessThanOrEqual(20_000);
  });

  it.each([undefined, null, 'text', 7, [], { entity: 7, errors: 'x' }])(
    'ignores the payload %p',
    payload => {
      expect(errorEvent(payload)).toBeUndefined();
      expect(conflictEvent(payload)).toBeUndefined();
    },
  );

  it('ignores other topics', () => {
    expect(
      incidentFromEvent({
        topic: 'other',
        eventPayload: { entity: 'asset:default/a', errors: [{ message: 'x' }] },
      }),
    ).toBeUndefined();
  });
});
