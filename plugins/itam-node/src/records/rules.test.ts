import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { itamRecordReadPermission } from '@backstage-itam/plugin-itam-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import {
  createItamRecordConditionalDecision,
  itamRecordConditions,
  itamRecordPermissionRules,
  matchesItamRecordFilter,
  type ItamRecordResource,
} from '..';

const { isOwner, isHolder, usesServiceOwnedBy, hasKind, hasClass } =
  itamRecordPermissionRules;
const { inCostCenter } = itamRecordPermissionRules;

const database: ItamRecordResource = {
  ref: 'asset:default/payments-db-eu1',
  kind: 'Asset',
  class: 'hardware',
  costCenter: 'CC-410',
  ownerRefs: ['group:default/payments', 'group:default/commerce'],
  holderRefs: ['user:default/erin', 'group:default/payments'],
  serviceOwnerRefs: ['group:default/ledger', 'group:default/commerce'],
};
const contract: ItamRecordResource = {
  ref: 'contract:default/github-2026',
  kind: 'Contract',
  class: null,
  costCenter: null,
  ownerRefs: ['group:default/procurement'],
  holderRefs: [],
  serviceOwnerRefs: [],
};

describe('rules on entity refs', () => {
  it.each([
    [isOwner, 'owner-in-groups'],
    [isHolder, 'holder-in-groups'],
    [usesServiceOwnedBy, 'service-owner-in-groups'],
  ])('$name asks the database for the same as it decides', (rule, kind) => {
    expect(
      rule.toQuery({
        claims: ['Group:Default/Payments', 'group:payments', 'user:erin'],
      }),
    ).toEqual({
      kind,
      refs: ['group:default/payments', 'user:default/erin'],
    });
  });

  it('IS_OWNER matches the owner and the groups above it', () => {
    expect(isOwner.apply(database, { claims: ['group:payments'] })).toBe(true);
    expect(isOwner.apply(database, { claims: ['group:commerce'] })).toBe(true);
    expect(isOwner.apply(database, { claims: ['group:ledger'] })).toBe(false);
    expect(isOwner.apply(database, { claims: [] })).toBe(false);
  });

  it('IS_HOLDER matches the holder and the groups above', () => {
    expect(isHolder.apply(database, { claims: ['user:erin'] })).toBe(true);
    expect(isHolder.apply(database, { claims: ['user:max'] })).toBe(false);
    expect(isHolder.apply(contract, { claims: ['user:erin'] })).toBe(false);
  });

  it('USES_SERVICE_OWNED_BY matches through the services', () => {
    expect(
      usesServiceOwnedBy.apply(database, { claims: ['group:ledger'] }),
    ).toBe(true);
    expect(
      usesServiceOwnedBy.apply(database, { claims: ['group:payments'] }),
    ).toBe(false);
  });

  it('compares refs in the spelling of the catalog', () => {
    expect(
      isOwner.apply(database, { claims: ['Group:default/Payments'] }),
    ).toBe(true);
  });
});

describe('rules on what a record is', () => {
  it('HAS_KIND', () => {
    expect(hasKind.apply(contract, { kinds: ['Contract'] })).toBe(true);
    expect(hasKind.apply(database, { kinds: ['Contract'] })).toBe(false);
    expect(hasKind.toQuery({ kinds: ['Asset', 'License'] })).toEqual({
      kind: 'kind-in',
      kinds: ['Asset', 'License'],
    });
  });

  it('HAS_CLASS never matches a record without class', () => {
    expect(hasClass.apply(database, { classes: ['hardware'] })).toBe(true);
    expect(hasClass.apply(database, { classes: ['cloud'] })).toBe(false);
    expect(hasClass.apply(contract, { classes: ['hardware'] })).toBe(false);
    expect(hasClass.toQuery({ classes: ['cloud'] })).toEqual({
      kind: 'class-in',
      classes: ['cloud'],
    });
  });

  it('IN_COST_CENTER never matches a record without cost centre', () => {
    expect(inCostCenter.apply(database, { costCenters: ['CC-410'] })).toBe(
      true,
    );
    expect(inCostCenter.apply(database, { costCenters: ['cc-410'] })).toBe(
      false,
    );
    expect(inCostCenter.apply(contract, { costCenters: ['CC-410'] })).toBe(
      false,
    );
    expect(inCostCenter.toQuery({ costCenters: ['CC-410'] })).toEqual({
      kind: 'cost-center-in',
      costCenters: ['CC-410'],
    });
  });
});

describe('decisions', () => {
  const authorize = createConditionAuthorizer<ItamRecordResource, unknown>(
    Object.values(itamRecordPermissionRules),
  );

  it('combine rules as a policy writes them', () => {
    const claims = ['group:default/ledger'];
    const decision: PolicyDecision = createItamRecordConditionalDecision(
      itamRecordReadPermission,
      {
        anyOf: [
          itamRecordConditions.isOwner({ claims }),
          itamRecordConditions.isHolder({ claims }),
          itamRecordConditions.usesServiceOwnedBy({ claims }),
        ],
      },
    );

    expect(decision).toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'itam',
      resourceType: 'itam-record',
    });
    expect(authorize(decision, database)).toBe(true);
    expect(authorize(decision, contract)).toBe(false);
    expect(authorize(decision, undefined)).toBe(false);
  });

  it.each(['payments', '', 'group:'])('refuse %j as a claim', claim => {
    const decision = createItamRecordConditionalDecision(
      itamRecordReadPermission,
      itamRecordConditions.isOwner({ claims: [claim] }),
    );
    expect(() => authorize(decision, database)).toThrow(
      /must be an entity ref/,
    );
  });

  it('refuse a kind that does not exist', () => {
    const decision: PolicyDecision = {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'itam',
      resourceType: 'itam-record',
      conditions: {
        rule: 'HAS_KIND',
        resourceType: 'itam-record',
        params: { kinds: ['Laptop'] },
      },
    };
    expect(() => authorize(decision, database)).toThrow(
      /expected one of "Asset"\|"License"\|"Contract"/,
    );
  });

  it('answer a filter this version does not know with an error', () => {
    const filter = JSON.parse('{"kind":"vendor-in"}');
    expect(() => matchesItamRecordFilter(database, filter)).toThrow(
      'Unknown record filter {"kind":"vendor-in"}',
    );
  });
});
