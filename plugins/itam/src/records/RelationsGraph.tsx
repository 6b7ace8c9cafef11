import {
  type CompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  Direction,
  type EntityEdge,
  EntityRelationsGraph,
} from '@backstage/plugin-catalog-graph';
import type { DependencyGraphTypes } from '@backstage/core-components';
import { useNavigate } from 'react-router-dom';
import { KNOWN_RELATION_PAIRS } from '../catalog/relations';
import { useTexts } from '../translation';
import { usePaths } from '../ui';
import styles from './RelationsGraph.module.css';

const LABELLED = [
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
] as const;

/**
 * The catalog's graph around one record, with relations in words.
 */
export default function RelationsGraph(props: {
  root: CompoundEntityRef;
  height: number;
}) {
  const { root, height } = props;
  const paths = usePaths();
  const navigate = useNavigate();
  return (
    <div style={{ height }}>
      <EntityRelationsGraph
        rootEntityNames={root}
        maxDepth={1}
        direction={Direction.LEFT_RIGHT}
        relationPairs={KNOWN_RELATION_PAIRS}
        renderLabel={RelationLabel}
        zoom="enable-on-click"
        className={styles.graph}
        onNodeClick={node => {
          const path = paths.of({
            ref: stringifyEntityRef(node.entity),
            resolved: true,
          });
          if (path) {
            navigate(path);
          }
        }}
      />
    </div>
  );
}

function RelationLabel({
  edge: { relations },
}: DependencyGraphTypes.RenderLabelProps<EntityEdge>) {
  const t = useTexts();
  const [first] = relations;
  const known = LABELLED.find(relation => relation === first);
  return (
    <text className={styles.label} textAnchor="middle">
      {known ? t(`relation.${known}`) : first}
    </text>
  );
}
