import { useApi } from '@backstage/core-plugin-api';
import { useEffect, useState } from 'react';
import { itamApiRef } from '../../api';
import {
  type EntityOption,
  type Found,
  type OptionSection,
  useCatalogEntities,
} from '../../picking';
import { isReservedKey, useSectionTexts } from '../../translation';
import { EVERYTHING } from '../../view';
import { CLASSES, nodeLabel } from './nodeRef';

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
export function useNodeOptions(
  text: string,
  wanted: boolean,
): Found<OptionSection> {
  const t = useSectionTexts();
  const found = useCatalogEntities(ENTITY_KINDS, text, wanted);
  const entities = found.options;
  const named = useNamedNodes(wanted);
  const matches = ({ label, id }: EntityOption) =>
    `${label} ${id}`
      .toLocaleLowerCase('en-US')
      .includes(text.trim().toLocaleLowerCase('en-US'));
  const sections: OptionSection[] = [
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
  return {
    ...found,
    options: sections.filter(section => section.options.length > 0),
  };
}

function useNamedNodes(wanted: boolean): EntityOption[] {
  const t = useSectionTexts();
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
