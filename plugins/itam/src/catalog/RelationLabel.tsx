import type { DependencyGraphTypes } from '@backstage/core-components';
import type { EntityEdge } from '@backstage/plugin-catalog-graph';
import { useTexts } from '../translation';
import styles from './RelationLabel.module.css';

const NAMED = [
  'usedBy',
  'uses',
  'covers',
  'coveredBy',
  'assignedTo',
  'holderOf',
  'licensedUnder',
  'licenses',
  'ownedBy',
  'ownerOf',
  'partOf',
  'hasPart',
  'dependsOn',
  'dependencyOf',
  'providesApi',
  'apiProvidedBy',
  'consumesApi',
  'apiConsumedBy',
  'parentOf',
  'childOf',
  'hasMember',
  'memberOf',
] as const;

/**
 * A relation of the catalog graph in words, read along the arrow. Relations
 * that other plugins add keep their own name.
 */
export function RelationLabel({
  edge: { relations },
}: DependencyGraphTypes.RenderLabelProps<EntityEdge>) {
  const t = useTexts();
  const [first] = relations;
  const named = NAMED.find(relation => relation === first);
  return (
    <text className={styles.label} textAnchor="middle">
      {named ? t(`relation.${named}`) : first}
    </text>
  );
}
