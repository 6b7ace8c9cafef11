import { importField, type ItamKind } from '@backstage-itam/plugin-itam-common';
import type { SourceRecord } from '@backstage-itam/plugin-itam-node';
import { fieldDigest, type FieldSource } from './fieldDigests';

/** What a source may do to the fields of a record there is. */
export interface FieldClaims {
  /** Fields that stay as they are, whatever the source says. */
  dropped: Set<string>;
  /** Fields somebody else has filled: what the source has there. */
  conflicts: Record<string, string>;
  /** Of the dropped ones, digests of what the source wrote last. */
  kept: Record<string, string>;
}

/**
 * Finds out which fields a source may write. It owns those it has filled. A
 * field whose value is neither what the source wrote last nor what it has now
 * was changed by a person: that is a conflict, decided by `rule`. A field that
 * is empty in the source is only cleared when the source had filled it.
 */
export function claimFields(
  kind: ItamKind,
  source: Pick<SourceRecord, 'cells'>,
  facts: {
    /** What the source says, read by itself. */
    wanted: FieldSource;
    /** What the register has. */
    existing: FieldSource;
    /** Digests of what the source wrote last, by field. */
    owned: Readonly<Record<string, string>>;
    /** Fields that another source fills. */
    others: ReadonlySet<string>;
    rule: 'register' | 'source';
  },
): FieldClaims {
  const { wanted, existing, owned, others, rule } = facts;
  const claims: FieldClaims = { dropped: new Set(), conflicts: {}, kept: {} };
  for (const [id, cell] of Object.entries(source.cells)) {
    const field = importField(kind, id);
    if (!field || field.part === 'derived') {
      continue;
    }
    if (others.has(id)) {
      claims.dropped.add(id);
      continue;
    }
    const isBlank = cell.trim() === '';
    const before = Object.hasOwn(owned, id) ? owned[id] : undefined;
    const now = fieldDigest(existing, field);
    const theirs = isBlank ? undefined : fieldDigest(wanted, field);
    if (isBlank && before === undefined) {
      claims.dropped.add(id);
    } else if (now !== theirs && now !== before) {
      claims.conflicts[id] = field.money ? '' : cell;
      if (rule === 'register') {
        claims.dropped.add(id);
        const last = before ?? theirs;
        if (last !== undefined) {
          claims.kept[id] = last;
        }
      }
    }
  }
  return claims;
}

/** Digests of the fields a source has filled, as they are now stored. */
export function ownedFields(
  kind: ItamKind,
  source: Pick<SourceRecord, 'cells'>,
  record: FieldSource,
  { dropped, kept }: Pick<FieldClaims, 'dropped' | 'kept'>,
): Record<string, string> {
  const owned: Record<string, string> = { ...kept };
  for (const [id, cell] of Object.entries(source.cells)) {
    const field = importField(kind, id);
    if (!field || dropped.has(id) || cell.trim() === '') {
      continue;
    }
    const digest = fieldDigest(record, field);
    if (digest !== undefined) {
      owned[id] = digest;
    }
  }
  return owned;
}
