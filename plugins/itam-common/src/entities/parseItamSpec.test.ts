import { ItamValidationError } from '../errors';
import { parseItamSpec } from './parseItamSpec';
import { goodAsset, goodContract, goodLicense } from './testing/goodEntities';
import { withValue } from './testing/withValue';

describe('parseItamSpec', () => {
  it('gives references the kind of their field and the entity’s namespace', () => {
    let entity = withValue(goodAsset(), 'metadata.namespace', 'emea');
    entity = withValue(entity, 'spec.owner', 'Payments');
    entity = withValue(entity, 'spec.assignee', 'guest');
    entity = withValue(entity, 'spec.partOf', 'default/Rack-14');
    entity = withValue(entity, 'spec.planned.replaces', 'old-db');
    entity = withValue(entity, 'spec.planned.approver', 'group:it');
    entity = withValue(entity, 'spec.services', [{ ref: 'API', share: 1 }]);
    const { ref, spec } = parseItamSpec(entity);
    expect(ref).toBe('asset:emea/payments-db-eu1');
    expect(spec).toMatchObject({
      owner: 'group:emea/payments',
      assignee: 'user:emea/guest',
      partOf: 'asset:default/rack-14',
      planned: { replaces: 'asset:emea/old-db', approver: 'group:emea/it' },
      services: [{ ref: 'component:emea/api', share: 1 }],
    });
  });

  it('reads licences and contracts', () => {
    let license = withValue(goodLicense(), 'spec.contract', 'github-2026');
    license = withValue(license, 'spec.assignments[0].to', 'user:Guest');
    expect(parseItamSpec(license)).toMatchObject({
      kind: 'License',
      ref: 'license:default/github-enterprise',
      spec: {
        contract: 'contract:default/github-2026',
        assignments: [{ to: 'user:default/guest', from: '2026-02-01' }],
      },
    });
    let contract = withValue(goodContract(), 'spec.partOf', 'GitHub-Master');
    contract = withValue(contract, 'spec.covers[0]', 'License:x');
    contract = withValue(contract, 'spec.covers[1].ref', 'system:ops/y');
    expect(parseItamSpec(contract)).toMatchObject({
      kind: 'Contract',
      spec: {
        partOf: 'contract:default/github-master',
        covers: ['license:default/x', { ref: 'system:ops/y', weight: 2 }],
      },
    });
  });

  it('puts dated lists in the order of their dates', () => {
    let entity = withValue(goodAsset(), 'spec.owner', [
      { from: '2026-05-15', ref: 'b' },
      { ref: 'a' },
    ]);
    entity = withValue(entity, 'spec.services', [
      { from: '2026-03-01', services: [{ ref: 'y' }] },
      { from: '2026-02-01', services: [{ ref: 'x' }] },
    ]);
    entity = withValue(entity, 'spec.financials.costCenter', [
      { from: '2026-02-01', costCenter: 'CC-2' },
      { costCenter: 'CC-1' },
    ]);
    expect(parseItamSpec(entity).spec).toMatchObject({
      owner: [
        { ref: 'group:default/a' },
        { from: '2026-05-15', ref: 'group:default/b' },
      ],
      services: [
        { from: '2026-02-01', services: [{ ref: 'component:default/x' }] },
        { from: '2026-03-01', services: [{ ref: 'component:default/y' }] },
      ],
      financials: {
        costCenter: [
          { costCenter: 'CC-1' },
          { from: '2026-02-01', costCenter: 'CC-2' },
        ],
      },
    });
  });

  it('leaves the entity as it is, and changes nothing when read again', () => {
    const entity = goodContract();
    const once = parseItamSpec(entity);
    expect(entity).toEqual(goodContract());
    const again = parseItamSpec(withValue(entity, 'spec', once.spec));
    expect(again).toEqual(once);
  });

  it('throws with all problems of an entity that is not valid', () => {
    let entity = withValue(goodContract(), 'spec.covers[0]', 'nokind');
    entity = withValue(entity, 'spec.vendor', 7);
    const attempt = () => parseItamSpec(entity);
    expect(attempt).toThrow(ItamValidationError);
    expect(attempt).toThrow(/^contract:default\/github-2026 has 2 problems:/);
    const nameless = withValue(goodContract(), 'metadata', {});
    expect(() => parseItamSpec(nameless)).toThrow(/^entity has 1 problem:/);
  });
});
