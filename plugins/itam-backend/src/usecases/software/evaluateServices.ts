import {
  evaluateSoftware,
  type LicensedComponents,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { textList } from '../../database/idList';
import { BackgroundPace } from '../../database/BackgroundPace';
import { POLICY_LOCK } from '../../database/locks';
import { syncFindings } from '../../stores/findings/syncFindings';
import { addPending } from '../../stores/policies/pendingEvaluations';
import {
  countLicenses,
  listComponents,
  readServiceRefs,
  readSoftware,
  servicesAmong,
} from '../../stores/software/serviceSoftware';
import { matchItems } from '../discoveries/matchItems';
import { findProducts, type FoundProducts } from './findProducts';
import {
  licensesFromStored,
  licensesText,
  suggestionFor,
} from './statedLicenses';

/** Services that are evaluated in one transaction: at first, and at most. */
const SLICE = { first: 5, atMost: 50 };
const EXAMPLES = 3;

/** What services are evaluated with. */
export type SoftwareConfig = Pick<RegisterConfig, 'policies' | 'discovery'>;

/**
 * Runs the rules over the components of services and writes their findings,
 * and puts the products among them with what is discovered. Services that have
 * no bill of materials, or left the catalog, break nothing and name none.
 *
 * To be called by one transaction at a time.
 */
export async function evaluateServices(
  trx: Knex.Transaction,
  config: SoftwareConfig,
  refs: readonly string[],
  asOf: Date,
): Promise<void> {
  const services = refs.length === 0 ? [] : await servicesAmong(trx, refs);
  if (services.length === 0) {
    return;
  }
  const present: { ref: string }[] = await trx('nodes')
    .whereIn('ref', textList(trx, services))
    .select('ref');
  const inCatalog = new Set(present.map(({ ref }) => ref));
  const subjects = [];
  const items = new Set<number>();
  let isChanged = false;
  for (const ref of services) {
    const software = await readSoftware(trx, ref);
    if (software) {
      const found = await findProducts(
        trx,
        config,
        ref,
        inCatalog.has(ref) ? software : undefined,
      );
      found.items.forEach(id => items.add(id));
      isChanged ||= found.isChanged;
      subjects.push({
        ref,
        recordId: null,
        itemId: null,
        serviceRef: ref,
        findings: inCatalog.has(ref)
          ? evaluateSoftware(
              ref,
              await licensedComponents(trx, software.id),
              config.policies.settings,
            )
          : [],
      });
    }
  }
  await syncFindings(trx, subjects, asOf);
  await matchFound(trx, config, { items: [...items], isChanged }, asOf);
}

/**
 * Matches products that bills of materials name or named; what depends on them
 * is evaluated afterwards.
 */
export async function matchFound(
  trx: Knex.Transaction,
  config: SoftwareConfig,
  { items, isChanged }: FoundProducts,
  asOf: Date,
): Promise<void> {
  if (items.length > 0) {
    const { moved, licenses } = await matchItems(trx, config, items, asOf);
    await addPending(
      trx,
      [...new Set([...moved, ...(isChanged ? licenses : [])])].map(ref => ({
        kind: 'reader',
        ref,
      })),
    );
  }
}

/** Evaluates all services, in short transactions that leave room for others. */
export async function evaluateAllServices(
  database: Knex,
  config: SoftwareConfig,
  asOf: Date,
  signal?: AbortSignal,
): Promise<void> {
  const pace = new BackgroundPace(SLICE);
  let last = '';
  while (!signal?.aborted) {
    const refs = await readServiceRefs(database, last, pace.items);
    if (refs.length === 0) {
      return;
    }
    last = refs[refs.length - 1];
    await pace.transaction(database, [POLICY_LOCK], async trx => {
      await evaluateServices(trx, config, refs, asOf);
    });
  }
}

async function licensedComponents(
  trx: Knex.Transaction,
  softwareId: number,
): Promise<LicensedComponents[]> {
  const licensed: LicensedComponents[] = [];
  for (const { licenses, components } of await countLicenses(trx, softwareId)) {
    const stated = licensesFromStored(licenses);
    const examples = await listComponents(trx, softwareId, {
      licenses: [licenses],
      after: 0,
      limit: EXAMPLES,
    });
    licensed.push({
      stated,
      text: licensesText(stated),
      components,
      examples: examples.map(({ name, version }) =>
        version === null ? name : `${name} ${version}`,
      ),
      suggestion: suggestionFor(stated),
    });
  }
  return licensed;
}
