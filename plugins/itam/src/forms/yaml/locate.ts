import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
} from 'yaml';
import { pathOf } from '../draft/jsonPath';

/** Where something stands in a text, as offsets; the end is exclusive. */
export interface TextRange {
  from: number;
  to: number;
}

/**
 * Where the field at a path stands: its value, its name when the value is a
 * block, or what it would have to be in.
 */
export function locate(document: Document, path: string): TextRange {
  let node: unknown = document.contents;
  let range = startOf(isNode(node) ? node : undefined);
  for (const step of pathOf(path)) {
    const here: unknown = isAlias(node) ? node.resolve(document) : node;
    if (isMap(here)) {
      const pair = here.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(step),
      );
      if (!pair || !isScalar(pair.key)) {
        return range;
      }
      node = pair.value;
      range = {
        from: pair.key.range?.[0] ?? range.from,
        to:
          (isScalar(pair.value) ? pair.value.range?.[1] : undefined) ??
          pair.key.range?.[1] ??
          range.to,
      };
    } else if (isSeq(here) && typeof step === 'number') {
      node = here.items[step];
      if (!isNode(node)) {
        return range;
      }
      range = isScalar(node)
        ? {
            from: node.range?.[0] ?? range.from,
            to: node.range?.[1] ?? range.to,
          }
        : startOf(node);
    } else {
      return range;
    }
  }
  return range;
}

function startOf(node: Node | undefined): TextRange {
  const from = node?.range?.[0] ?? 0;
  return { from, to: from };
}
