import { createHash } from 'node:crypto';
import {
  ALL_POLICY_RULES,
  POLICY_RULES_VERSION,
  readPolicySettings,
} from '@backstage-itam/plugin-itam-common';
import { InputError, toError } from '@backstage/errors';
import type { Config } from '@backstage/config';
import type { RegisterConfig } from './registerConfig';

/**
 * Reads `itam.policies`: settings of rules by their id.
 *
 * Throws InputError with everything that is wrong there at once.
 */
export function readPolicyConfig(
  config: Config | undefined,
): RegisterConfig['policies'] {
  const input = config?.getOptional('policies') ?? {};
  try {
    return {
      settings: readPolicySettings(input),
      fingerprint: createHash('sha256')
        .update(JSON.stringify([POLICY_RULES_VERSION, ALL_POLICY_RULES, input]))
        .digest('hex')
        .slice(0, 16),
    };
  } catch (error) {
    throw new InputError(
      `Configuration itam.policies: ${toError(error).message}`,
    );
  }
}
