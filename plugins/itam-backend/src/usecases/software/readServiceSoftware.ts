import { InputError, NotFoundError } from '@backstage/errors';
import {
  LICENSE_VERDICTS,
  type LicenseVerdict,
  type ServiceSoftware,
} from '@backstage-itam/plugin-itam-common';
import { whereServiceReadable } from '../../permissions/recordFilterToKnex';
import { mayImport, type WriteDeps } from '../../permissions/writeAccess';
import {
  listComponents,
  readSoftware,
  type StoredSoftware,
} from '../../stores/software/serviceSoftware';
import { readSignedCursor, writeSignedCursor } from '../paging/signedCursor';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { readRegisterSecret } from '../records/registerSecret';
import { judgedLicenses, type JudgedLicenses } from './judgedLicenses';
import { serviceProducts } from './serviceProducts';
import { licensesText, suggestionFor } from './statedLicenses';

const LICENSES_AT_MOST = 200;
const EXAMPLES = 3;

/** What of the components is asked for. */
export interface SoftwareQuestion {
  verdict?: LicenseVerdict;
  cursor?: string;
  limit: number;
}

/**
 * The components of a service by its newest bill of materials, a page of them,
 * their licences as the policy judges them now, and the products among them.
 *
 * Throws NotFoundError (404), the same for services there are not and those
 * the caller may not see, and InputError (400) for a cursor of another list.
 */
export async function readServiceSoftware(
  deps: ReadDeps & WriteDeps,
  context: ReadContext,
  serviceRef: string,
  question: SoftwareQuestion,
): Promise<ServiceSoftware> {
  const seesDiscoveries = await mayImport(deps, context.credentials);
  await requireService(deps, context, serviceRef, seesDiscoveries);
  const { knex, config } = deps;
  const software = await readSoftware(knex, serviceRef);
  const judged = software
    ? await judgedLicenses(knex, software.id, config)
    : [];
  return {
    service: serviceRef,
    revision: software?.revision ?? undefined,
    specVersion: software?.specVersion,
    uploadedAt: software?.uploadedAt,
    uploadedBy: software?.uploadedBy,
    components: software?.components ?? 0,
    verdicts: LICENSE_VERDICTS.map(verdict => ({
      verdict,
      components: judged
        .filter(one => one.verdict === verdict)
        .reduce((sum, one) => sum + one.components, 0),
    })),
    licenses: software ? await renderLicenses(deps, software, judged) : [],
    moreLicenses: Math.max(0, judged.length - LICENSES_AT_MOST),
    products: await serviceProducts(deps, context, serviceRef, seesDiscoveries),
    ...(await componentPage(deps, software, judged, question)),
  };
}

async function renderLicenses(
  { knex }: ReadDeps,
  { id }: StoredSoftware,
  judged: readonly JudgedLicenses[],
): Promise<ServiceSoftware['licenses']> {
  const shown = [];
  for (const one of judged.slice(0, LICENSES_AT_MOST)) {
    const examples = await listComponents(knex, id, {
      licenses: [one.licenses],
      after: 0,
      limit: EXAMPLES,
    });
    shown.push({
      text: licensesText(one.stated),
      verdict: one.verdict,
      components: one.components,
      examples: examples.map(({ name, version }) =>
        version === null ? name : `${name} ${version}`,
      ),
      suggestion: suggestionFor(one.stated),
    });
  }
  return shown;
}

async function componentPage(
  { knex }: ReadDeps,
  software: StoredSoftware | undefined,
  judged: readonly JudgedLicenses[],
  { verdict, cursor, limit }: SoftwareQuestion,
): Promise<Pick<ServiceSoftware, 'items' | 'nextCursor'>> {
  const secret = await readRegisterSecret(knex);
  const list = ['software', software?.serviceRef ?? null, verdict ?? null];
  const after =
    cursor === undefined
      ? 0
      : positionOf(readSignedCursor(list, cursor, secret));
  if (!software) {
    return { items: [] };
  }
  const byLicenses = new Map(judged.map(one => [one.licenses, one]));
  const rows = await listComponents(knex, software.id, {
    licenses:
      verdict &&
      judged
        .filter(one => one.verdict === verdict)
        .map(({ licenses }) => licenses),
    after,
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ name, version, purl, publisher, licenses }) => {
      const one = byLicenses.get(licenses);
      return {
        name,
        version: version ?? undefined,
        purl: purl ?? undefined,
        publisher: publisher ?? undefined,
        license: licensesText(one?.stated ?? []),
        verdict: one?.verdict ?? 'review',
      };
    }),
    nextCursor:
      last && rows.length > limit
        ? writeSignedCursor(list, [last.id], secret)
        : undefined,
  };
}

async function requireService(
  deps: ReadDeps,
  context: ReadContext,
  serviceRef: string,
  seesAll: boolean,
): Promise<void> {
  const query = deps
    .knex('nodes')
    .where('nodes.ref', serviceRef)
    .whereNotIn('nodes.kind', ['group', 'user']);
  if (!seesAll) {
    whereServiceReadable(query, context.access);
  }
  const found: unknown = await query.first('nodes.ref');
  if (found === undefined) {
    throw new NotFoundError(`No service ${serviceRef}`);
  }
}

function positionOf([id]: unknown[]): number {
  if (typeof id !== 'number') {
    throw new InputError('The cursor does not belong to this list');
  }
  return id;
}
