import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  itamAuditManagePermission,
  itamContractReadPermission,
  itamCostReadPermission,
  itamImportPermission,
  itamPermissions,
  itamRecordReadPermission,
  itamRecordUpdatePermission,
  itamReportReadPermission,
} from '@backstage-itam/plugin-itam-common';
import {
  itamCostNodePermissionRules,
  itamRecordPermissionRules,
  type ItamCostNodeResource,
  type ItamRecordResource,
} from '@backstage-itam/plugin-itam-node';
import {
  catalogEntityCreatePermission,
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
  catalogEntityRefreshPermission,
  catalogEntityValidatePermission,
  catalogLocationCreatePermission,
  catalogLocationReadPermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  createPermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import {
  actionExecutePermission,
  taskCancelPermission,
  taskCreatePermission,
  taskReadPermission,
  templateDryRunPermission,
  templateParameterReadPermission,
  templateStepReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import { ExamplePermissionPolicy } from './ExamplePermissionPolicy';
import { readFullAccessGroups } from './readFullAccessGroups';

const people: Record<string, string[]> = {
  erin: ['group:default/payments'],
  max: ['group:default/commerce'],
  otto: ['group:default/data-platform'],
  fiona: ['group:default/finance'],
  amir: ['group:default/asset-management'],
};

async function decide(permission: Permission, person?: string) {
  const userInfo = mockServices.userInfo({
    ownershipEntityRefs: person
      ? [`user:default/${person}`, ...people[person]]
      : [],
  });
  const policy = new ExamplePermissionPolicy({
    fullAccessGroups: readFullAccessGroups(new ConfigReader({})),
    userInfo,
  });
  if (!person) {
    return policy.handle({ permission }, undefined);
  }
  const credentials = mockCredentials.user(`user:default/${person}`);
  return policy.handle(
    { permission },
    { credentials, info: await userInfo.getUserInfo(credentials) },
  );
}

const mayRecord = createConditionAuthorizer<ItamRecordResource, unknown>(
  Object.values(itamRecordPermissionRules),
);
const mayNode = createConditionAuthorizer<ItamCostNodeResource, unknown>(
  Object.values(itamCostNodePermissionRules),
);

const database: ItamRecordResource = {
  ref: 'asset:default/payments-db-eu1',
  kind: 'Asset',
  class: 'hardware',
  costCenter: null,
  ownerRefs: ['group:default/payments', 'group:default/commerce'],
  holderRefs: [],
  serviceOwnerRefs: [],
};
const nobodys: ItamRecordResource = { ...database, ownerRefs: [] };

describe('anonymous', () => {
  it.each(
    [...itamPermissions, catalogEntityReadPermission].map(p => [p.name, p]),
  )('may not %s', async (_, permission) => {
    await expect(decide(permission as Permission)).resolves.toEqual({
      result: AuthorizeResult.DENY,
    });
  });
});

describe('finance and asset management', () => {
  it.each(itamPermissions.map(permission => ({ permission })))(
    'may $permission.name',
    async ({ permission }) => {
      for (const person of ['fiona', 'amir']) {
        await expect(decide(permission, person)).resolves.toEqual({
          result: AuthorizeResult.ALLOW,
        });
      }
    },
  );

  it('are the groups the configuration names', () => {
    expect(
      readFullAccessGroups(
        new ConfigReader({
          itam: {
            examplePolicy: { fullAccessGroups: ['Controlling', 'user:x/cfo'] },
          },
        }),
      ),
    ).toEqual(['group:default/controlling', 'user:x/cfo']);
  });
});

describe('templates', () => {
  it.each([
    taskCreatePermission,
    templateParameterReadPermission,
    templateStepReadPermission,
    templateDryRunPermission,
  ])('may be run by everybody signed in: $name', async permission => {
    await expect(decide(permission, 'otto')).resolves.toEqual({
      result: AuthorizeResult.ALLOW,
    });
    await expect(decide(permission)).resolves.toEqual({
      result: AuthorizeResult.DENY,
    });
  });

  it.each([taskReadPermission, taskCancelPermission])(
    'of others are not shown: $name',
    async permission => {
      await expect(decide(permission, 'otto')).resolves.toMatchObject({
        result: AuthorizeResult.CONDITIONAL,
        conditions: {
          rule: 'IS_TASK_OWNER',
          params: { createdBy: ['user:default/otto'] },
        },
      });
    },
  );

  it('take the steps for assets and licences, and no others', async () => {
    const decision = await decide(actionExecutePermission, 'otto');
    expect(decision).toMatchObject({ result: AuthorizeResult.CONDITIONAL });
    const text = JSON.stringify(decision);
    expect(text.match(/"actionId":"[^"]+"/g)).toEqual(
      [
        'itam:asset:declare',
        'itam:licence:request',
        'itam:asset:retire',
        'publish:github:pull-request',
        'dry-run:extract',
      ].map(id => `"actionId":"${id}"`),
    );
  });
});

describe('members', () => {
  it.each([
    { permission: itamRecordReadPermission },
    { permission: itamContractReadPermission },
  ])(
    'are given $permission.name for what they own, hold or use',
    async ({ permission }) => {
      const erin = await decide(permission, 'erin');
      expect(mayRecord(erin, database)).toBe(true);
      expect(
        mayRecord(erin, { ...nobodys, holderRefs: ['user:default/erin'] }),
      ).toBe(true);
      expect(
        mayRecord(erin, {
          ...nobodys,
          serviceOwnerRefs: ['group:default/payments'],
        }),
      ).toBe(true);
      expect(mayRecord(erin, nobodys)).toBe(false);
      expect(mayRecord(await decide(permission, 'otto'), database)).toBe(false);
    },
  );

  it('see the costs of their own groups and of groups below', async () => {
    const payments: ItamCostNodeResource = {
      ref: 'group:default/payments',
      kind: 'group',
      ownerRefs: ['group:default/payments', 'group:default/commerce'],
    };
    const commerce: ItamCostNodeResource = {
      ref: 'group:default/commerce',
      kind: 'group',
      ownerRefs: ['group:default/commerce'],
    };
    const estate: ItamCostNodeResource = {
      ref: 'all',
      kind: 'all',
      ownerRefs: [],
    };
    const erin = await decide(itamCostReadPermission, 'erin');
    const max = await decide(itamCostReadPermission, 'max');
    const otto = await decide(itamCostReadPermission, 'otto');

    expect([payments, commerce, estate].map(n => mayNode(erin, n))).toEqual([
      true,
      false,
      false,
    ]);
    expect([payments, commerce, estate].map(n => mayNode(max, n))).toEqual([
      true,
      true,
      false,
    ]);
    expect([payments, commerce, estate].map(n => mayNode(otto, n))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it.each(
    [
      catalogEntityReadPermission,
      catalogLocationReadPermission,
      catalogEntityValidatePermission,
    ].map(permission => ({ permission })),
  )('may $permission.name', async ({ permission }) => {
    await expect(decide(permission, 'erin')).resolves.toEqual({
      result: AuthorizeResult.ALLOW,
    });
  });

  it.each(
    [
      itamRecordUpdatePermission,
      itamImportPermission,
      itamReportReadPermission,
      itamAuditManagePermission,
      catalogEntityCreatePermission,
      catalogEntityDeletePermission,
      catalogEntityRefreshPermission,
      catalogLocationCreatePermission,
      // Shows raw files, amounts included.
      createPermission({
        name: 'catalog.ingestion.read',
        attributes: { action: 'read' },
      }),
      createPermission({ name: 'itam.new', attributes: {} }),
      createPermission({ name: 'other.thing.read', attributes: {} }),
    ].map(permission => ({ permission })),
  )('may not $permission.name', async ({ permission }) => {
    await expect(decide(permission, 'erin')).resolves.toEqual({
      result: AuthorizeResult.DENY,
    });
  });
});
