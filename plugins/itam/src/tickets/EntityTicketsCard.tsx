import { useEntity } from '@backstage/plugin-catalog-react';
import { entityIdentity } from '../entity/entityName';
import { TicketsPanel } from './TicketsPanel';

/** A card shares its page with others. */
const LIMIT = 5;

/**
 * Open tickets about a service or what a group owns, for the overview of its
 * entity. Nothing where no tool is connected.
 * @public
 */
export function EntityTicketsCard() {
  const { entity } = useEntity();
  const { ref, name } = entityIdentity(entity);
  return <TicketsPanel key={ref} of={ref} name={name} limit={LIMIT} />;
}
