import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

const SERVICE_KINDS: readonly string[] = ['component', 'resource', 'api'];
const ASSEMBLY_KINDS: readonly string[] = ['system', 'domain'];
const ORGANISATION_KINDS: readonly string[] = ['group', 'user'];
const RECORD_KINDS: readonly string[] = ['asset', 'license', 'contract'];

/** What costs can be asked of. */
export interface CostNode {
  /** Ref in its canonical spelling, e.g. `group:default/payments`. */
  ref: string;
  /** Kind in lower case as permission rules see it, e.g. `supplier`. */
  kind: string;
  /** How the node selects costs. */
  selects:
    | 'service'
    | 'assembly'
    | 'organisation'
    | 'record'
    | 'supplier'
    | 'class'
    | 'cost-center'
    | 'all';
  /** What a supplier, class or cost-centre node names; else the ref. */
  key: string;
}

/**
 * Reads the node a cost question is about.
 *
 * Throws InputError when it is neither an entity ref of a kind that has
 * costs, nor `supplier:SLUG`, `class:CLASS`, `cost-center:CODE` or `all`.
 */
export function parseCostNode(text: string): CostNode {
  if (text === 'all') {
    return { ref: 'all', kind: 'all', selects: 'all', key: 'all' };
  }
  for (const selects of ['supplier', 'class', 'cost-center'] as const) {
    if (text.startsWith(`${selects}:`)) {
      const key = text.slice(selects.length + 1);
      if (key === '') {
        break;
      }
      return { ref: text, kind: selects, selects, key };
    }
  }
  const ref = canonicalRef(text);
  const kind = ref.slice(0, ref.indexOf(':'));
  const selects = selectsOf(kind);
  if (!selects) {
    throw new InputError(`Kind '${kind}' has no costs`);
  }
  return { ref, kind, selects, key: ref };
}

function canonicalRef(text: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    throw new InputError(
      `'${text}' is not an entity ref such as component:default/web, nor supplier:SLUG, class:CLASS, cost-center:CODE or all`,
    );
  }
}

function selectsOf(kind: string): CostNode['selects'] | undefined {
  if (SERVICE_KINDS.includes(kind)) return 'service';
  if (ASSEMBLY_KINDS.includes(kind)) return 'assembly';
  if (ORGANISATION_KINDS.includes(kind)) return 'organisation';
  if (RECORD_KINDS.includes(kind)) return 'record';
  return undefined;
}
