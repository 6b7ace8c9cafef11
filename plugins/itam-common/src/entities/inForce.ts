import type {
  DatedRef,
  DatedServices,
  ItamSpec,
  ServiceShareSpec,
} from './types';

/**
 * The entry of a dated list that is in force on a date: the latest that has
 * started. An entry without `from` has always been in force. Undefined when
 * all entries start later.
 * @public
 */
export function entryInForce<T extends { from?: string }>(
  entries: readonly T[],
  asOf: string,
): T | undefined {
  return entries.reduce<T | undefined>((best, entry) => {
    const started = (entry.from ?? '') <= asOf;
    const later = !best || (entry.from ?? '') > (best.from ?? '');
    return started && later ? entry : best;
  }, undefined);
}

/**
 * The owner of a record on a date, as written in its spec.
 * @public
 */
export function ownerInForce(
  owner: string | DatedRef[],
  asOf: string,
): string | undefined {
  return typeof owner === 'string' ? owner : entryInForce(owner, asOf)?.ref;
}

/**
 * The services of a record on a date; none where it names none.
 * @public
 */
export function servicesInForce(
  services: ItamSpec['services'],
  asOf: string,
): readonly ServiceShareSpec[] {
  if (!services) {
    return [];
  }
  return isDatedServices(services)
    ? entryInForce(services, asOf)?.services ?? []
    : services;
}

/**
 * The cost centre of a record on a date, if it names one.
 * @public
 */
export function costCenterInForce(
  costCenter: string | { from?: string; costCenter: string }[] | undefined,
  asOf: string,
): string | undefined {
  return costCenter === undefined || typeof costCenter === 'string'
    ? costCenter
    : entryInForce(costCenter, asOf)?.costCenter;
}

/**
 * Whether the services are a dated list. An empty list is a plain one.
 * @public
 */
export function isDatedServices(
  services: ServiceShareSpec[] | DatedServices[],
): services is DatedServices[] {
  return services.length > 0 && 'services' in services[0];
}
