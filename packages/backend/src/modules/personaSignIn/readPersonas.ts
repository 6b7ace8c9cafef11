import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Somebody a visitor of the example portal may sign in as. */
export interface Persona {
  /** What the sign-in request names, e.g. `erin`. */
  name: string;
  /** The catalog's user behind it, e.g. `user:default/erin`. */
  userRef: string;
  /** The name shown until the user's catalog entity is loaded. */
  displayName: string;
}

/**
 * Reads `personas` below `auth.providers.persona`, by name.
 *
 * @throws InputError when the list is empty, names one persona twice, or holds
 * a name or ref that cannot be one.
 */
export function readPersonas(config: Config): Map<string, Persona> {
  const personas = new Map<string, Persona>();
  for (const item of config.getConfigArray('personas')) {
    const name = item.getString('name');
    if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(name)) {
      throw new InputError(
        `auth.providers.persona: '${name}' is no persona name; use lower-case letters, digits and hyphens`,
      );
    }
    if (personas.has(name)) {
      throw new InputError(
        `auth.providers.persona: the persona '${name}' is listed twice`,
      );
    }
    const user = parseEntityRef(item.getOptionalString('user') ?? name, {
      defaultKind: 'user',
      defaultNamespace: 'default',
    });
    personas.set(name, {
      name,
      userRef: stringifyEntityRef(user),
      displayName: item.getOptionalString('displayName') ?? name,
    });
  }
  if (personas.size === 0) {
    throw new InputError(
      'auth.providers.persona is configured but lists no personas',
    );
  }
  return personas;
}
