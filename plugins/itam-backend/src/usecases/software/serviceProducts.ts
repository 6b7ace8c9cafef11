import type { ServiceSoftware } from '@backstage-itam/plugin-itam-common';
import { readItems } from '../../stores/discoveries/items';
import { readServiceItems } from '../../stores/discoveries/serviceSightings';
import { renderItems } from '../discoveries/renderItems';
import type { ReadContext, ReadDeps } from '../records/readContext';

const PRODUCTS_AT_MOST = 200;

/**
 * The products that the bill of materials of a service names, those with
 * nothing in the register first.
 *
 * @param mayImport - Whether the caller may see what else discovery says
 */
export async function serviceProducts(
  deps: Pick<ReadDeps, 'knex'>,
  context: ReadContext,
  serviceRef: string,
  mayImport: boolean,
): Promise<ServiceSoftware['products']> {
  const ids = await readServiceItems(deps.knex, serviceRef);
  const items = await readItems(deps.knex, ids.slice(0, PRODUCTS_AT_MOST));
  const rendered = await renderItems(deps, context, items);
  return rendered
    .map(({ id, name, publisher, state, matches, ...found }) => ({
      name,
      publisher,
      state,
      matches,
      ...(mayImport
        ? {
            discovery: id,
            devices: found.devices,
            users: found.users,
            services: found.services,
          }
        : {}),
    }))
    .sort(
      (a, b) =>
        Number(isSettled(a)) - Number(isSettled(b)) ||
        a.name.localeCompare(b.name, 'en'),
    );
}

function isSettled({ state }: ServiceSoftware['products'][number]): boolean {
  return state === 'matched' || state === 'dismissed';
}
