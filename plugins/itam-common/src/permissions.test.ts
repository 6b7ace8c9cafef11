import { isResourcePermission } from '@backstage/plugin-permission-common';
import { itamPermissions } from './permissions';

describe('itamPermissions', () => {
  it('has every permission once, with the resource it is decided on', () => {
    expect(
      itamPermissions.map(permission => [
        permission.name,
        permission.attributes.action,
        isResourcePermission(permission) ? permission.resourceType : undefined,
      ]),
    ).toEqual([
      ['itam.record.read', 'read', 'itam-record'],
      ['itam.record.create', 'create', undefined],
      ['itam.record.update', 'update', 'itam-record'],
      ['itam.record.delete', 'delete', 'itam-record'],
      ['itam.record.transition', 'update', 'itam-record'],
      ['itam.cost.read', 'read', 'itam-cost-node'],
      ['itam.contract.read', 'read', 'itam-record'],
      ['itam.import', 'create', undefined],
      ['itam.report.read', 'read', undefined],
      ['itam.audit.manage', 'update', undefined],
      ['itam.settings.update', 'update', undefined],
    ]);
  });
});
