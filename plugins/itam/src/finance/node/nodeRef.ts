import { parseEntityRef } from '@backstage/catalog-model';
import type { SectionTexts } from '../../translation';
import { EVERYTHING } from '../../view';

/** Asset classes, as `class:` names them. */
export const CLASSES = [
  'hardware',
  'fixed',
  'software',
  'cloud',
  'digital',
] as const;

const ENTITY = /^[a-z][\w-]*:([\w-]+\/)?[\w.-]+$/i;
const PREFIXED = /^(supplier|class|cost-center):\S.*$/;

/**
 * The node a typed text names; undefined when the register would not
 * understand it.
 */
export function nodeOfText(text: string): string | undefined {
  const typed = text.trim();
  if (typed === EVERYTHING || PREFIXED.test(typed)) {
    return typed;
  }
  if (!ENTITY.test(typed)) {
    return undefined;
  }
  try {
    const { kind, namespace, name } = parseEntityRef(typed);
    return `${kind}:${namespace}/${name}`.toLocaleLowerCase('en-US');
  } catch {
    return undefined;
  }
}

/**
 * What a node is called before the register has told its title.
 */
export function nodeTitle(t: SectionTexts, of: string): string {
  if (of === EVERYTHING) {
    return t('finance.node.everything');
  }
  const [prefix, rest = ''] = splitOnce(of);
  switch (prefix) {
    case 'supplier':
      return `${t('finance.node.supplier')}: ${rest}`;
    case 'cost-center':
      return `${t('finance.node.costCenter')}: ${rest}`;
    case 'class': {
      const known = CLASSES.find(name => name === rest);
      return `${t('finance.node.class')}: ${
        known ? t(`class.${known}`) : rest
      }`;
    }
    default:
      return rest.split('/')[1] ?? of;
  }
}

/**
 * What a node is called: our own word for kinds that are no entity, the
 * register's title for entities.
 */
export function nodeLabel(
  t: SectionTexts,
  node: { ref: string; title: string },
): string {
  const [prefix] = splitOnce(node.ref);
  if (node.ref === EVERYTHING || prefix === 'class') {
    return nodeTitle(t, node.ref);
  }
  if (prefix === 'supplier' || prefix === 'cost-center') {
    const word = prefix === 'supplier' ? 'supplier' : 'costCenter';
    return `${t(`finance.node.${word}`)}: ${node.title}`;
  }
  return node.title;
}

function splitOnce(of: string): [string, string?] {
  const at = of.indexOf(':');
  return at < 0 ? [of] : [of.slice(0, at), of.slice(at + 1)];
}
