import { stringifyEntityRef } from '@backstage/catalog-model';
import type { SeenItem } from './seenItems';

/** What a code that was read or typed stands for in an audit. */
export type Scan =
  | { kind: 'item'; seen: SeenItem }
  /** Several have it, or it is only a part of what they are called. */
  | { kind: 'several' }
  | { kind: 'unknown'; code: string };

const RECORD_PATH = /\/records\/([^/?#]+)\/([^/?#]+)\/([^/?#]+)/;
const LONGEST_CODE = 100;

/**
 * Finds what a code stands for: the tag or serial number of one item, or the
 * address of its record, as labels have it. Letter case aside.
 */
export function findScanned(text: string, items: readonly SeenItem[]): Scan {
  const code = text.trim();
  const ref = refInAddress(code);
  const wanted = plain(code);
  const exact = items.filter(({ item }) =>
    ref
      ? item.ref === ref
      : [item.tag, item.serialNumber].some(
          name => name !== undefined && plain(name) === wanted,
        ),
  );
  if (exact.length === 1) {
    return { kind: 'item', seen: exact[0] };
  }
  if (
    exact.length > 1 ||
    code.length > LONGEST_CODE ||
    items.some(seen => hasText(seen, code))
  ) {
    return { kind: 'several' };
  }
  return { kind: 'unknown', code };
}

/** Whether an item is called so, or is or was found at such a place. */
export function hasText({ item }: SeenItem, text: string): boolean {
  const wanted = plain(text);
  return [
    item.title,
    item.tag,
    item.serialNumber,
    item.location,
    item.foundLocation,
  ].some(value => value !== undefined && plain(value).includes(wanted));
}

function refInAddress(code: string): string | undefined {
  const [, kind, namespace, name] = RECORD_PATH.exec(code) ?? [];
  return kind === undefined
    ? undefined
    : stringifyEntityRef({ kind, namespace, name });
}

function plain(text: string): string {
  return text.trim().toLocaleLowerCase('en-US');
}
