/** What a reference in a field may point to. */
export interface RefRole {
  /** Kind of a ref that names none; without it the kind must be written. */
  defaultKind?: string;
  allowedKinds: readonly string[];
}

const PARTIES = ['Group', 'User'] as const;
const SERVICE_KINDS = [
  'Component',
  'System',
  'Resource',
  'API',
  'Domain',
] as const;

/**
 * The name of a role that a reference plays.
 * @public
 */
export type RefRoleName =
  | 'owner'
  | 'assignee'
  | 'approver'
  | 'service'
  | 'contract'
  | 'cover'
  | 'assetPart'
  | 'contractPart'
  | 'replaces'
  | 'assignment';

/** The roles of references, as the schemas name them. */
export const REF_ROLES = {
  owner: { defaultKind: 'Group', allowedKinds: PARTIES },
  assignee: { defaultKind: 'User', allowedKinds: PARTIES },
  approver: { defaultKind: 'User', allowedKinds: PARTIES },
  service: { defaultKind: 'Component', allowedKinds: SERVICE_KINDS },
  contract: { defaultKind: 'Contract', allowedKinds: ['Contract'] },
  cover: {
    allowedKinds: ['Asset', 'License', 'Component', 'System', 'Resource'],
  },
  assetPart: { defaultKind: 'Asset', allowedKinds: ['Asset'] },
  contractPart: { defaultKind: 'Contract', allowedKinds: ['Contract'] },
  replaces: { defaultKind: 'Asset', allowedKinds: ['Asset'] },
  assignment: {
    allowedKinds: ['Asset', 'Location', ...PARTIES, ...SERVICE_KINDS],
  },
} as const satisfies Record<RefRoleName, RefRole>;

/** Whether the text names a role. */
export function isRefRoleName(name: string): name is RefRoleName {
  return Object.hasOwn(REF_ROLES, name);
}
