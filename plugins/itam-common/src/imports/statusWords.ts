import { closest, distance } from 'fastest-levenshtein';
import { quoteText } from '../entities/validation/describe';
import {
  isLifecycleStatus,
  LIFECYCLE_STAGES,
  type LifecycleStatus,
  statusesOf,
} from '../lifecycle';
import { type ReadCell, unreadable } from './importProblem';

/**
 * What other tools call our statuses, in lower case with single blanks.
 *
 * Source: default status labels of Snipe-IT with the `deployed` its lists add,
 * usual states of GLPI, and labels of install status and substatus in
 * ServiceNow. Words that say too little (in transit, consumed, archived,
 * undeployable) are left out: each organisation has to say what it means by
 * them.
 * @public
 */
export const STATUS_WORDS: Readonly<Record<string, LifecycleStatus>> = {
  requested: 'requested',
  planned: 'requested',
  approved: 'approved',
  rejected: 'rejected',
  'on order': 'ordered',
  ordered: 'ordered',
  received: 'received',
  delivered: 'received',
  'ready to deploy': 'in-stock',
  deployable: 'in-stock',
  'in stock': 'in-stock',
  available: 'in-stock',
  stock: 'in-stock',
  spare: 'in-stock',
  pending: 'staging',
  'pending install': 'staging',
  build: 'staging',
  staging: 'staging',
  reserved: 'staging',
  'in preparation': 'staging',
  deployed: 'in-use',
  'ready to deploy deployed': 'in-use',
  'in use': 'in-use',
  active: 'in-use',
  installed: 'in-use',
  operational: 'in-use',
  production: 'in-use',
  'in production': 'in-use',
  'out for repair': 'in-repair',
  'out for diagnostics': 'in-repair',
  'in repair': 'in-repair',
  'in maintenance': 'in-repair',
  'under repair': 'in-repair',
  'pending repair': 'in-repair',
  defective: 'in-repair',
  'on loan': 'on-loan',
  loaned: 'on-loan',
  missing: 'missing',
  lost: 'missing',
  stolen: 'missing',
  'lost/stolen': 'missing',
  absent: 'missing',
  'broken - not fixable': 'retired',
  retired: 'retired',
  'out of service': 'retired',
  decommissioned: 'retired',
  'pending disposal': 'retired',
  disposed: 'disposed',
  scrapped: 'disposed',
  recycled: 'disposed',
  sold: 'sold',
  donated: 'donated',
};

const WORDS: ReadonlyMap<string, LifecycleStatus> = new Map(
  Object.entries(STATUS_WORDS),
);

const ALL_STATUSES = LIFECYCLE_STAGES.flatMap(stage => [...statusesOf(stage)]);

/**
 * Reads a status: one of ours, a word declared for the file, or one of
 * {@link STATUS_WORDS}; in any case, with blanks, dashes or underscores.
 *
 * `declared` maps words of the file to our statuses and goes first. Words that
 * are none of these are refused, with the status that is written most alike.
 * @public
 */
export function parseImportStatus(
  text: string,
  declared: Readonly<Record<string, string>> = {},
): ReadCell<LifecycleStatus> {
  const word = wordOf(text);
  const entry = Object.entries(declared).find(([one]) => wordOf(one) === word);
  if (entry) {
    return isLifecycleStatus(entry[1])
      ? { ok: true, value: entry[1] }
      : unreadable(
          'status',
          `${quoteText(text.trim())}, declared to be ${quoteText(entry[1])}`,
          `a declaration to one of ${ALL_STATUSES.join(', ')}`,
        );
  }
  const own = word.replace(/ /g, '-');
  const value = isLifecycleStatus(own) ? own : WORDS.get(word);
  if (value !== undefined) {
    return { ok: true, value };
  }
  const near = closest(word, [...WORDS.keys()]);
  const hint =
    distance(word, near) <= 2 ? ` (did you mean ${quoteText(near)}?)` : '';
  return unreadable(
    'status',
    `${quoteText(text.trim())}${hint}`,
    `one of ${ALL_STATUSES.join(
      ', ',
    )}, or a word of the file with the status it stands for`,
  );
}

function wordOf(text: string): string {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .replace(/^ready to deploy[ (]+deployed\)?$/, 'ready to deploy deployed');
  return WORDS.has(word) ? word : word.replace(/-/g, ' ');
}
