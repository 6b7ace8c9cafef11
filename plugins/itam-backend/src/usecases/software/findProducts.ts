import { normalisedSupplier } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { readCandidates } from '../../stores/discoveries/candidates';
import { upsertItem } from '../../stores/discoveries/items';
import {
  readServiceItems,
  replaceServiceSightings,
  type ServiceSighting,
} from '../../stores/discoveries/serviceSightings';
import {
  readProductComponents,
  type ProductComponent,
} from '../../stores/software/productComponents';
import type { StoredSoftware } from '../../stores/software/serviceSoftware';

/** Discovered items of the bill of materials of a service. */
export interface FoundProducts {
  /** Ids of those that it names or named, to be matched. */
  items: number[];
  /** Whether it names others than before. */
  isChanged: boolean;
}

/** A name with its publisher, normalised. */
interface ProductName {
  key: string;
  publisherKey: string;
}

/**
 * Puts the products that the bill of materials of a service names among what
 * is discovered, in the place of those it named before; none where there is no
 * bill. A component is a product by what it says of itself, or when the
 * register has a licence or software record of its name and publisher, by
 * which a library is not taken for a product that is merely called the same.
 */
export async function findProducts(
  trx: Knex.Transaction,
  { discovery }: Pick<RegisterConfig, 'discovery'>,
  serviceRef: string,
  software: Pick<StoredSoftware, 'id' | 'uploadedAt'> | undefined,
): Promise<FoundProducts> {
  const before = await readServiceItems(trx, serviceRef);
  const components = software
    ? await readProductComponents(trx, software.id)
    : [];
  const isKnown = await knownNames(trx, discovery, components.flatMap(namesOf));
  const day = software?.uploadedAt.slice(0, 10) ?? '';
  const sightings = new Map<number, ServiceSighting>();
  for (const component of components) {
    const name =
      namesOf(component).find(isKnown) ??
      (component.isProduct ? nameOf(component) : undefined);
    if (name) {
      const full = [component.name, component.version]
        .filter(part => part !== null)
        .join(' ');
      const itemId = await upsertItem(trx, {
        kind: 'software',
        key: name.key,
        name: full,
        publisher: component.publisher ?? (name.publisherKey || null),
        publisherKey: name.publisherKey,
        firstSeen: day,
        lastSeen: day,
      });
      if (!sightings.has(itemId)) {
        sightings.set(itemId, { itemId, name: full });
      }
    }
  }
  if (before.length > 0 || sightings.size > 0) {
    await replaceServiceSightings(
      trx,
      serviceRef,
      [...sightings.values()],
      day,
    );
  }
  const items = [...new Set([...before, ...sightings.keys()])];
  return {
    items,
    isChanged: items.length > before.length || items.length > sightings.size,
  };
}

function nameOf({ productKey, publisherKey }: ProductComponent): ProductName {
  return { key: productKey, publisherKey };
}

/** By its name, and by its CPE. */
function namesOf(component: ProductComponent): ProductName[] {
  const { cpeProductKey, cpeVendorKey } = component;
  return [
    nameOf(component),
    ...(cpeProductKey === null
      ? []
      : [{ key: cpeProductKey, publisherKey: cpeVendorKey ?? '' }]),
  ].filter(({ key }) => key !== '');
}

/** Which of these names the register has of the same publisher. */
async function knownNames(
  trx: Knex.Transaction,
  { productAliases }: RegisterConfig['discovery'],
  names: readonly ProductName[],
): Promise<(name: ProductName) => boolean> {
  const keyOf = ({ key }: ProductName) =>
    `product:${productAliases.get(key) ?? key}`;
  const candidates =
    names.length === 0
      ? []
      : await readCandidates(trx, [...new Set(names.map(keyOf))]);
  const known = new Set(
    candidates.flatMap(({ key, publisher }) =>
      publisher === null
        ? []
        : [JSON.stringify([key, normalisedSupplier(publisher)])],
    ),
  );
  return name =>
    name.publisherKey !== '' &&
    known.has(JSON.stringify([keyOf(name), name.publisherKey]));
}
