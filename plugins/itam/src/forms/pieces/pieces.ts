import type { Draft } from '../draft/Draft';
import { withValue } from '../draft/jsonPath';

/** Pieces that are registered at once, at most. */
export const MOST_PIECES = 200;

/** What several pieces of the same thing differ in. */
export interface PieceList {
  /** How many there are, when neither list says so. */
  count: string;
  /** One serial number a line. */
  serials: string;
  /** One tag a line. */
  tags: string;
}

/** What is wrong with a list of pieces. */
export type PieceProblem =
  | { kind: 'none' }
  | { kind: 'count' }
  | { kind: 'too-many' }
  | { kind: 'lengths'; serials: number; tags: number; count: number }
  | { kind: 'repeated'; field: 'serials' | 'tags'; value: string };

/** One piece: its own identifiers. */
export interface Piece {
  serialNumber?: string;
  tag?: string;
}

/** Pasted lines; spreadsheets put blanks and tabs around them. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r\n|[\r\n]/)
    .map(line => line.trim())
    .filter(line => line !== '');
}

/** The pieces of a list, or what is wrong with it. */
export function piecesOf(
  list: PieceList,
): { pieces: Piece[] } | { problem: PieceProblem } {
  const serials = linesOf(list.serials);
  const tags = linesOf(list.tags);
  const written = list.count.trim();
  const count = written === '' ? undefined : Number(written);
  if (count !== undefined && (!Number.isInteger(count) || count < 1)) {
    return { problem: { kind: 'count' } };
  }
  const length = Math.max(serials.length, tags.length, count ?? 0);
  if (length === 0) {
    return { problem: { kind: 'none' } };
  }
  if (length > MOST_PIECES) {
    return { problem: { kind: 'too-many' } };
  }
  const fits = (lines: string[]) =>
    lines.length === 0 || lines.length === length;
  if (!fits(serials) || !fits(tags) || (count ?? length) !== length) {
    return {
      problem: {
        kind: 'lengths',
        serials: serials.length,
        tags: tags.length,
        count: count ?? 0,
      },
    };
  }
  const twice = repeated('serials', serials) ?? repeated('tags', tags);
  if (twice) {
    return { problem: twice };
  }
  return {
    pieces: Array.from({ length }, (_, index) => ({
      serialNumber: serials[index],
      tag: tags[index],
    })),
  };
}

/** The record of one piece. */
export function pieceDraft(draft: Draft, piece: Piece): Draft {
  const spec = withValue(
    withValue(draft.spec, ['serialNumber'], piece.serialNumber),
    ['tag'],
    piece.tag,
  );
  // Each gets a name of its own.
  const { name, ...rest } = draft;
  return { ...rest, spec };
}

function repeated(
  field: 'serials' | 'tags',
  lines: string[],
): PieceProblem | undefined {
  const value = lines.find((line, index) => lines.indexOf(line) !== index);
  return value === undefined ? undefined : { kind: 'repeated', field, value };
}
