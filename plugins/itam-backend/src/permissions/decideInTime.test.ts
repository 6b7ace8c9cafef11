import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import {
  itamImportPermission,
  itamRecordReadPermission,
} from '@backstage-itam/plugin-itam-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { decideInTime } from './decideInTime';

const LIMIT_MS = 50;
const who = { credentials: mockCredentials.user() };
const ask = [{ permission: itamImportPermission }];
const query = [{ permission: itamRecordReadPermission }];

describe('decideInTime', () => {
  it('gives decisions as they are', async () => {
    const permissions = decideInTime(
      mockServices.permissions({ result: AuthorizeResult.DENY }),
    );
    await expect(permissions.authorize(ask, who)).resolves.toEqual([
      expect.objectContaining({ result: AuthorizeResult.DENY }),
    ]);
    await expect(permissions.authorizeConditional(query, who)).resolves.toEqual(
      [expect.objectContaining({ result: AuthorizeResult.DENY })],
    );
  });

  it('gives up on a backend that does not answer, even if it does later', async () => {
    const later = async () => {
      await new Promise(resolve => setTimeout(resolve, 4 * LIMIT_MS));
      return [{ result: AuthorizeResult.ALLOW } as const];
    };
    const hung: PermissionsService = {
      authorize: later,
      authorizeConditional: later,
    };
    const permissions = decideInTime(hung, LIMIT_MS);
    const message = `The permission backend has not answered for ${LIMIT_MS} ms`;
    await expect(permissions.authorize(ask, who)).rejects.toThrow(message);
    await expect(permissions.authorizeConditional(query, who)).rejects.toThrow(
      message,
    );
  });

  it('passes a failure on', async () => {
    const broken: PermissionsService = {
      authorize: async () => {
        throw new Error('refused');
      },
      authorizeConditional: async () => {
        throw new Error('refused');
      },
    };
    await expect(decideInTime(broken).authorize(ask, who)).rejects.toThrow(
      'refused',
    );
  });
});
