import type { RefLabel } from '@backstage-itam/plugin-itam-common';
import { Facts, Note, Panel, RefList } from '../ui';

/**
 * Named lists of references; says something else when all are empty.
 */
export function LinksPanel(props: {
  title: string;
  empty: string;
  lists: readonly { label: string; labels: readonly RefLabel[] }[];
  facts?: readonly { label: string; value: string | undefined }[];
}) {
  const { title, empty, lists, facts = [] } = props;
  const known = [
    ...facts.filter(fact => fact.value),
    ...lists
      .filter(list => list.labels.length > 0)
      .map(list => ({
        label: list.label,
        value: <RefList labels={list.labels} />,
      })),
  ];
  return (
    <Panel title={title}>
      {known.length > 0 ? <Facts facts={known} /> : <Note>{empty}</Note>}
    </Panel>
  );
}
