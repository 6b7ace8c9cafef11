import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { itamCostReadPermission } from '@backstage-itam/plugin-itam-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import {
  createItamCostNodeConditionalDecision,
  itamCostNodeConditions,
  itamCostNodePermissionRules,
  matchesItamCostNodeFilter,
  type ItamCostNodeResource,
} from '..';

const { nodeIsOwnedBy, nodeIsGroupIn, nodeHasKind, nodeIsAll } =
  itamCostNodePermissionRules;

const service: ItamCostNodeResource = {
  ref: 'component:default/payments-api',
  kind: 'component',
  ownerRefs: ['group:default/payments', 'group:default/commerce'],
};
const team: ItamCostNodeResource = {
  ref: 'group:default/payments',
  kind: 'group',
  ownerRefs: ['group:default/payments', 'group:default/commerce'],
};
const estate: ItamCostNodeResource = { ref: 'all', kind: 'all', ownerRefs: [] };

describe('NODE_IS_OWNED_BY', () => {
  it('matches services and groups at and below the claims', () => {
    const claims = ['Group:default/Commerce'];
    expect(nodeIsOwnedBy.apply(service, { claims })).toBe(true);
    expect(nodeIsOwnedBy.apply(team, { claims })).toBe(true);
    expect(nodeIsOwnedBy.apply(estate, { claims })).toBe(false);
    expect(nodeIsOwnedBy.apply(service, { claims: [] })).toBe(false);
    expect(nodeIsOwnedBy.toQuery({ claims })).toEqual({
      kind: 'node-owner-in-groups',
      refs: ['group:default/commerce'],
    });
  });
});

describe('NODE_IS_GROUP_IN', () => {
  it('matches the group itself and nothing below it', () => {
    expect(nodeIsGroupIn.apply(team, { groups: ['group:payments'] })).toBe(
      true,
    );
    expect(nodeIsGroupIn.apply(team, { groups: ['group:commerce'] })).toBe(
      false,
    );
    expect(nodeIsGroupIn.apply(service, { groups: [service.ref] })).toBe(false);
    expect(nodeIsGroupIn.toQuery({ groups: ['group:payments'] })).toEqual({
      kind: 'node-group-in',
      refs: ['group:default/payments'],
    });
  });
});

describe('NODE_HAS_KIND', () => {
  it('compares kinds in any letter case', () => {
    expect(nodeHasKind.apply(service, { kinds: ['Component'] })).toBe(true);
    expect(nodeHasKind.apply(team, { kinds: ['component'] })).toBe(false);
    expect(nodeHasKind.toQuery({ kinds: ['Group', 'group'] })).toEqual({
      kind: 'node-kind-in',
      kinds: ['group'],
    });
  });
});

describe('NODE_IS_ALL', () => {
  it('matches the whole estate only', () => {
    expect(nodeIsAll.apply(estate, undefined)).toBe(true);
    expect(nodeIsAll.apply(team, undefined)).toBe(false);
    expect(nodeIsAll.toQuery(undefined)).toEqual({ kind: 'node-all' });
  });
});

describe('decisions', () => {
  it('combine rules as a policy writes them', () => {
    const authorize = createConditionAuthorizer<ItamCostNodeResource, unknown>(
      Object.values(itamCostNodePermissionRules),
    );
    const decision = createItamCostNodeConditionalDecision(
      itamCostReadPermission,
      {
        anyOf: [
          itamCostNodeConditions.nodeIsOwnedBy({ claims: ['group:payments'] }),
          itamCostNodeConditions.nodeIsAll(),
        ],
      },
    );
    expect(decision).toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'itam',
      resourceType: 'itam-cost-node',
    });
    expect(authorize(decision, service)).toBe(true);
    expect(authorize(decision, estate)).toBe(true);
    expect(authorize(decision, { ...service, ownerRefs: [] })).toBe(false);
  });

  it('answer a filter this version does not know with an error', () => {
    const filter = JSON.parse('{"kind":"node-vendor"}');
    expect(() => matchesItamCostNodeFilter(team, filter)).toThrow(
      'Unknown cost node filter {"kind":"node-vendor"}',
    );
  });
});
