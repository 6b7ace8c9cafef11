import {
  KubernetesValidatorFunctions,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { REF_ROLES, type RefRole, type RefRoleName } from './refRoles';

/** No kind is written so: marks a ref that names none. */
const UNNAMED_KIND = '*';
const REF_FORM = 'an entity reference of the form [kind:][namespace/]name';

/** A reference that was understood, or why it was not. */
export type ReadRef =
  | { ok: true; ref: string }
  | { ok: false; rule: 'ref' | 'ref-kind'; allowed: string };

/**
 * Reads a reference as the catalog does: kind from the role, namespace from
 * the entity it stands in; the answer is in full and lower case.
 */
export function readRef(
  text: string,
  roleName: RefRoleName,
  namespace: string,
): ReadRef {
  const role: RefRole = REF_ROLES[roleName];
  const kinds = role.allowedKinds.join(', ');
  let parsed: { kind: string; namespace: string; name: string };
  try {
    parsed = parseEntityRef(text, {
      defaultKind: role.defaultKind ?? UNNAMED_KIND,
      defaultNamespace: namespace,
    });
  } catch {
    return { ok: false, rule: 'ref', allowed: REF_FORM };
  }
  if (parsed.kind === UNNAMED_KIND) {
    return {
      ok: false,
      rule: 'ref-kind',
      allowed: `a reference that names its kind, one of ${kinds}`,
    };
  }
  if (
    !KubernetesValidatorFunctions.isValidKind(parsed.kind) ||
    !isNamespace(parsed.namespace) ||
    !KubernetesValidatorFunctions.isValidObjectName(parsed.name)
  ) {
    return { ok: false, rule: 'ref', allowed: REF_FORM };
  }
  const kind = parsed.kind.toLowerCase();
  if (!role.allowedKinds.some(allowed => allowed.toLowerCase() === kind)) {
    return {
      ok: false,
      rule: 'ref-kind',
      allowed: `a reference to one of ${kinds}`,
    };
  }
  return { ok: true, ref: stringifyEntityRef(parsed) };
}

function isNamespace(text: string): boolean {
  // References are not case sensitive, namespaces are lower case.
  return KubernetesValidatorFunctions.isValidNamespace(text.toLowerCase());
}
