import { useApi } from '@backstage/core-plugin-api';
import { useEffect, useState } from 'react';
import { itamApiRef } from '../../api';
import { useCatalogEntities } from '../../catalog/useCatalogEntities';
import { isReservedKey, useTexts } from '../../translation';
import { EVERYTHING } from '../../view';
import { CLASSES, nodeLabel } from './nodeRef';

/** A node one may look at. */
export interface NodeOption {
  id: string;
  label: string;
}

/** Nodes of one sort under their heading. */
export interface NodeSection {
  title: string;
  options: NodeOption[];
}

const ENTITY_KINDS = [
  'group',
  'component',
  'system',
  'domain',
  'resource',
  'api',
];
const MOST_NAMES = 50;

/**
 * Nodes that match a text: teams and services of the catalog, suppliers and
 * cost centres the reader may see cost of, and classes. Asked for only while
 * `wanted`; what cannot be asked is left out, since any reference can be
 * typed.
 */
export function useNodeOptions(text: string, wanted: boolean): NodeSection[] {
  const t = useTexts();
  const entities = useCatalogEntities(ENTITY_KINDS, text, wanted);
  const named = useNamedNodes(wanted);
  const matches = ({ label, id }: NodeOption) =>
    `${label} ${id}`
      .toLocaleLowerCase('en-US')
      .includes(text.trim().toLocaleLowerCase('en-US'));
  const sections: NodeSection[] = [
    {
      title: t('finance.node.everything'),
      options: [{ id: EVERYTHING, label: t('finance.node.everything') }].filter(
        matches,
      ),
    },
    {
      title: t('finance.node.groups'),
      options: entities.filter(({ id }) => id.startsWith('group:')),
    },
    {
      title: t('finance.node.services'),
      options: entities.filter(({ id }) => !id.startsWith('group:')),
    },
    {
      title: t('finance.node.suppliers'),
      options: named
        .filter(({ id }) => id.startsWith('supplier:'))
        .filter(matches)
        .slice(0, MOST_NAMES),
    },
    {
      title: t('finance.node.costCenters'),
      options: named
        .filter(({ id }) => id.startsWith('cost-center:'))
        .filter(matches)
        .slice(0, MOST_NAMES),
    },
    {
      title: t('finance.node.classes'),
      options: CLASSES.map(name => ({
        id: `class:${name}`,
        label: nodeLabel(t, { ref: `class:${name}`, title: name }),
      })).filter(matches),
    },
  ];
  return sections.filter(section => section.options.length > 0);
}

function useNamedNodes(wanted: boolean): NodeOption[] {
  const t = useTexts();
  const api = useApi(itamApiRef);
  const [found, setFound] = useState<{ ref: string; title: string }[]>();
  useEffect(() => {
    if (!wanted || found) {
      return undefined;
    }
    let current = true;
    const ask = async (by: 'supplier' | 'cost-center') => {
      const { groups } = await api.getCosts({ of: EVERYTHING, by });
      return groups
        .filter(({ key }) => !isReservedKey(key))
        .map(({ key, title }) => ({ ref: `${by}:${key}`, title }));
    };
    Promise.all([ask('supplier'), ask('cost-center')]).then(
      lists => current && setFound(lists.flat()),
      // Who may not see everything types the name.
      () => current && setFound([]),
    );
    return () => {
      current = false;
    };
  }, [api, wanted, found]);
  return (found ?? []).map(node => ({
    id: node.ref,
    label: nodeLabel(t, node),
  }));
}
