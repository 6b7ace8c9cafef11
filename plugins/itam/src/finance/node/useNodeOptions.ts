import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';
import { itamApiRef } from '../../api';
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

const SERVICE_KINDS = ['component', 'system', 'domain', 'resource', 'api'];
const MOST_ENTITIES = 20;
const MOST_NAMES = 50;
const TYPING_PAUSE_MS = 250;

/**
 * Nodes that match a text: teams and services of the catalog, suppliers and
 * cost centres the reader may see cost of, and classes. Asked for only while
 * `wanted`; what cannot be asked is left out, since any reference can be
 * typed.
 */
export function useNodeOptions(text: string, wanted: boolean): NodeSection[] {
  const t = useTexts();
  const entities = useEntities(text, wanted);
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

function useEntities(text: string, wanted: boolean): NodeOption[] {
  const catalog = useApiHolder().get(catalogApiRef);
  const [found, setFound] = useState<NodeOption[]>([]);
  useEffect(() => {
    if (!catalog || !wanted) {
      return undefined;
    }
    let current = true;
    const ask = async () => {
      const { items } = await catalog.queryEntities({
        filter: { kind: ['group', ...SERVICE_KINDS] },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'spec.profile.displayName',
        ],
        fullTextFilter: text.trim()
          ? {
              term: text.trim(),
              fields: [
                'metadata.name',
                'metadata.title',
                'spec.profile.displayName',
              ],
            }
          : undefined,
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: MOST_ENTITIES,
      });
      return items.map(entity => ({
        id: stringifyEntityRef(entity),
        label: titleOf(entity),
      }));
    };
    const pause = setTimeout(
      () =>
        ask().then(
          options => current && setFound(options),
          // A catalog that does not answer only offers nothing.
          () => current && setFound([]),
        ),
      TYPING_PAUSE_MS,
    );
    return () => {
      current = false;
      clearTimeout(pause);
    };
  }, [catalog, text, wanted]);
  return found;
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

function titleOf(entity: {
  metadata: { name: string; title?: string };
  spec?: Record<string, unknown>;
}): string {
  const profile = entity.spec?.profile;
  const displayName =
    typeof profile === 'object' && profile !== null && 'displayName' in profile
      ? profile.displayName
      : undefined;
  return (
    entity.metadata.title ??
    (typeof displayName === 'string' ? displayName : entity.metadata.name)
  );
}
