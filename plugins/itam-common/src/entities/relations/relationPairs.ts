import {
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PART_OF,
} from '@backstage/catalog-model';

/**
 * From an asset to the user or group that holds it.
 * @public
 */
export const RELATION_ASSIGNED_TO = 'assignedTo';

/**
 * From a user or group to an asset it holds.
 * @public
 */
export const RELATION_HOLDER_OF = 'holderOf';

/**
 * From a record to a service that uses it.
 * @public
 */
export const RELATION_USED_BY = 'usedBy';

/**
 * From a service to a record it uses.
 * @public
 */
export const RELATION_USES = 'uses';

/**
 * From a contract to what it covers.
 * @public
 */
export const RELATION_COVERS = 'covers';

/**
 * From an asset, licence or service to the contract that covers it.
 * @public
 */
export const RELATION_COVERED_BY = 'coveredBy';

/**
 * From a licence to the contract it is licensed under.
 * @public
 */
export const RELATION_LICENSED_UNDER = 'licensedUnder';

/**
 * From a contract to a licence under it.
 * @public
 */
export const RELATION_LICENSES = 'licenses';

/**
 * A relation with its reverse and the kinds it connects.
 * @public
 */
export interface ItamRelationPair {
  /** From the record to the other entity. */
  type: string;
  /** From the other entity to the record. */
  reverseType: string;
  /** The kinds that have it. */
  fromKinds: readonly string[];
  /** The kinds it may lead to. */
  toKinds: readonly string[];
  /** What it says, in one sentence. */
  description: string;
}

const RECORDS = ['Asset', 'License', 'Contract'] as const;

/**
 * All relations the kinds have, both directions.
 * @public
 */
export const ITAM_RELATION_PAIRS: readonly ItamRelationPair[] = [
  {
    type: RELATION_OWNED_BY,
    reverseType: RELATION_OWNER_OF,
    fromKinds: RECORDS,
    toKinds: ['Group', 'User'],
    description: 'Who is responsible for a record.',
  },
  {
    type: RELATION_ASSIGNED_TO,
    reverseType: RELATION_HOLDER_OF,
    fromKinds: ['Asset'],
    toKinds: ['User', 'Group'],
    description: 'Who holds an asset.',
  },
  {
    type: RELATION_USED_BY,
    reverseType: RELATION_USES,
    fromKinds: RECORDS,
    toKinds: ['Component', 'System', 'Resource', 'API', 'Domain'],
    description: 'Which services use a record and bear its cost.',
  },
  {
    type: RELATION_COVERS,
    reverseType: RELATION_COVERED_BY,
    fromKinds: ['Contract'],
    toKinds: ['Asset', 'License', 'Component', 'System', 'Resource'],
    description: 'What a contract covers.',
  },
  {
    type: RELATION_LICENSED_UNDER,
    reverseType: RELATION_LICENSES,
    fromKinds: ['License'],
    toKinds: ['Contract'],
    description: 'The contract a licence is licensed under.',
  },
  {
    type: RELATION_PART_OF,
    reverseType: RELATION_HAS_PART,
    fromKinds: ['Asset', 'Contract'],
    toKinds: ['Asset', 'Contract'],
    description: 'What a record is a part of.',
  },
];

/**
 * What to call each relation where people read it, such as in the graph.
 * @public
 */
export const ITAM_RELATION_TITLES: Readonly<Record<string, string>> = {
  [RELATION_OWNED_BY]: 'owned by',
  [RELATION_OWNER_OF]: 'owner of',
  [RELATION_ASSIGNED_TO]: 'assigned to',
  [RELATION_HOLDER_OF]: 'holder of',
  [RELATION_USED_BY]: 'used by',
  [RELATION_USES]: 'uses',
  [RELATION_COVERS]: 'covers',
  [RELATION_COVERED_BY]: 'covered by',
  [RELATION_LICENSED_UNDER]: 'licensed under',
  [RELATION_LICENSES]: 'licenses',
  [RELATION_PART_OF]: 'part of',
  [RELATION_HAS_PART]: 'has part',
};
