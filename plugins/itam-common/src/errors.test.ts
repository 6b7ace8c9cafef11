import {
  ClosedPeriodError,
  DuplicateIdentifierError,
  ItamValidationError,
  PartOfCycleError,
  PreconditionRequiredError,
  RecordHeldError,
  RecordNotFoundError,
  TransitionRefusedError,
  VersionMismatchError,
} from './errors';

const ref = 'asset:default/a';

describe('errors', () => {
  it('carry the name that Backstage maps to a status', () => {
    expect(
      [
        new ItamValidationError({ ref, problems: [] }),
        new RecordNotFoundError({ ref }),
        new RecordHeldError({ ref, heldBy: 'declared' }),
        new DuplicateIdentifierError({ ref, field: 'tag' }),
        new PartOfCycleError({ cycle: [ref] }),
        new TransitionRefusedError({
          ref,
          from: 'sold',
          to: 'in-use',
          why: 'not-allowed',
          allowed: ['retired'],
        }),
        new ClosedPeriodError({ closedThrough: '2026-01' }),
      ].map(error => error.name),
    ).toEqual([
      'InputError',
      'NotFoundError',
      'ConflictError',
      'ConflictError',
      'ConflictError',
      'ConflictError',
      'ConflictError',
    ]);
    expect(new PreconditionRequiredError({ ref })).toMatchObject({
      name: 'PreconditionRequiredError',
      statusCode: 428,
    });
    expect(new VersionMismatchError({ ref })).toMatchObject({
      name: 'VersionMismatchError',
      statusCode: 412,
      ref,
    });
  });

  it('carry their facts and say them', () => {
    const problems = [
      {
        path: 'spec.tag',
        rule: 'type',
        allowed: 'text',
        message: 'spec.tag: text',
      },
    ];
    expect(new ItamValidationError({ ref, problems })).toMatchObject({
      ref,
      problems,
      message: 'asset:default/a has 1 problem:\n- spec.tag: text',
    });
    expect(
      new PartOfCycleError({ cycle: [ref, 'asset:default/b'] }).message,
    ).toBe(
      'spec.partOf forms a cycle: asset:default/a → asset:default/b → asset:default/a',
    );
    expect(new RecordHeldError({ ref, heldBy: 'registered' }).message).toMatch(
      /registered/,
    );
    expect(
      new TransitionRefusedError({
        ref,
        from: 'retired',
        to: 'in-use',
        why: 'reason-missing',
        allowed: [],
      }).message,
    ).toBe('asset:default/a needs a reason to go from retired to in-use');
  });

  it('names the other record only to those who may read it', () => {
    expect(
      new DuplicateIdentifierError({ ref, field: 'serialNumber' }).message,
    ).toBe('spec.serialNumber of asset:default/a is taken by another record');
    expect(
      new DuplicateIdentifierError({
        ref,
        field: 'tag',
        otherRef: 'asset:default/b',
      }).message,
    ).toMatch(/asset:default\/b$/);
  });
});
