import {
  type CompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  Direction,
  EntityRelationsGraph,
} from '@backstage/plugin-catalog-graph';
import { useNavigate } from 'react-router-dom';
import { RelationLabel } from '../catalog/RelationLabel';
import { KNOWN_RELATION_PAIRS } from '../catalog/relations';
import { usePaths } from '../ui';
import styles from './RelationsGraph.module.css';

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
    <div className={styles.scroll} style={{ height }}>
      <div className={styles.frame}>
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
    </div>
  );
}
