import type { Config } from '@backstage/config';
import { refuse } from './configValues';

/** Settings that open the register wider than anybody would expect. */
const RISKS = ['permissions-disabled', 'open-backend', 'weak-secrets'] as const;

/** One of the risks that `itam.security.accept` may name. */
export type Risk = (typeof RISKS)[number];

/** A setting that is a risk, and why. */
export interface InsecureSetting {
  risk: Risk;
  /** Names keys, never values. */
  message: string;
}

/** Shorter ones can be tried out. */
const SHORTEST_SECRET = 24;
const FEWEST_CHARACTERS = 8;
/** What stands in examples, to be replaced. */
const PLACEHOLDER =
  /change.?me|password|(my|your).?secret|insert.?your|^<.*>$/i;
/** 32 random bytes in hex, as the register makes it. */
const REGISTER_SECRET = /^[0-9a-f]{64,}$/;

/** Reads the risks somebody has accepted. */
export function acceptedRisksAt(config: Config | undefined): Risk[] {
  const written = config?.getOptionalStringArray('security.accept') ?? [];
  return written.map(
    name =>
      RISKS.find(risk => risk === name) ??
      refuse('security.accept', `a list of ${RISKS.join(', ')}`),
  );
}

/** What in the configuration of the backend is a risk for the register. */
export function insecureSettings(root: Config): InsecureSetting[] {
  const found: InsecureSetting[] = [];
  if (root.getOptionalBoolean('permission.enabled') !== true) {
    found.push({
      risk: 'permissions-disabled',
      message:
        'permission.enabled is not true: everybody who is signed in sees and changes every record and every amount',
    });
  }
  const open = 'backend.auth.dangerouslyDisableDefaultAuthPolicy';
  if (root.getOptionalBoolean(open) === true) {
    found.push({
      risk: 'open-backend',
      message: `${open} is true: requests need no token`,
    });
  }
  for (const { key, secret } of secretsOf(root)) {
    if (isWeak(secret)) {
      found.push({
        risk: 'weak-secrets',
        message: `${key} is short, or stands in examples: whoever finds it may do everything. Make one with: openssl rand -base64 32`,
      });
    }
  }
  return found;
}

/** Whether the register's own secret, which signs cursors, is as it made it. */
export function insecureRegisterSecret(secret: string): InsecureSetting[] {
  return REGISTER_SECRET.test(secret) && !hasFewCharacters(secret)
    ? []
    : [
        {
          risk: 'weak-secrets',
          message:
            "The secret in the register's table settings was not made by the register: cursors and calendar addresses could be forged. Remove the row with the key 'secret'; the next start makes another one",
        },
      ];
}

function secretsOf(root: Config): { key: string; secret: string }[] {
  const keys = root.getOptionalConfigArray('backend.auth.keys') ?? [];
  const access = root.getOptionalConfigArray('backend.auth.externalAccess');
  return [
    ...keys.map((one, at) => ({
      key: `backend.auth.keys[${at}].secret`,
      secret: one.getOptionalString('secret'),
    })),
    ...(access ?? []).flatMap((one, at) =>
      ['token', 'secret'].map(name => ({
        key: `backend.auth.externalAccess[${at}].options.${name}`,
        secret: one.getOptionalString(`options.${name}`),
      })),
    ),
  ].flatMap(({ key, secret }) => (secret === undefined ? [] : { key, secret }));
}

function isWeak(secret: string): boolean {
  return (
    secret.length < SHORTEST_SECRET ||
    hasFewCharacters(secret) ||
    PLACEHOLDER.test(secret)
  );
}

function hasFewCharacters(secret: string): boolean {
  return new Set(secret).size < FEWEST_CHARACTERS;
}
