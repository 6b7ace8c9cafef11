import type { ItamApi } from '@backstage-itam/plugin-itam-common';
import { useRef, useState } from 'react';
import { failureOf } from '../../loading';
import { idempotencyKey } from '../../records/idempotencyKey';
import { serverProblems } from '../checking/serverProblems';
import { type Draft, newRecordOf } from '../draft/Draft';
import { type Piece, pieceDraft } from './pieces';

/** What became of one piece. */
export interface PieceOutcome {
  piece: Piece;
  /** Position among the pieces that were asked for. */
  number: number;
  state: 'sending' | 'done' | 'failed';
  /** The record it is now. */
  ref?: string;
  title?: string;
  /** Why it was not registered. */
  message?: string;
  /** The record that has its tag or serial number. */
  otherRef?: string;
}

/** Many pieces on their way to the register. */
export interface Batch {
  pending: boolean;
  outcomes: readonly PieceOutcome[];
  /** Registers the pieces one by one; returns those that were refused. */
  send(draft: Draft, pieces: readonly Piece[]): Promise<Piece[]>;
  /** Forgets what was done. */
  clear(): void;
}

/**
 * Registers many pieces, each with an outcome of its own. A piece that is sent
 * again after an answer got lost is registered once: it goes with the key it
 * went with before.
 */
export function useBatch(api: Pick<ItamApi, 'createRecord'>): Batch {
  const [pending, setPending] = useState(false);
  const [outcomes, setOutcomes] = useState<PieceOutcome[]>([]);
  // Keys of requests that were not answered with a record, by their content.
  const open = useRef(new Map<string, string[]>());

  const send = async (draft: Draft, pieces: readonly Piece[]) => {
    setPending(true);
    const done = outcomes.filter(({ state }) => state === 'done');
    const results: PieceOutcome[] = [];
    const show = (current?: PieceOutcome) =>
      setOutcomes([...done, ...results, ...(current ? [current] : [])]);
    for (const [index, piece] of pieces.entries()) {
      const number = done.length + index + 1;
      show({ piece, number, state: 'sending' });
      const record = newRecordOf(pieceDraft(draft, piece));
      const content = JSON.stringify(record);
      const key = open.current.get(content)?.shift() ?? idempotencyKey();
      try {
        const detail = await api.createRecord(record, key);
        const { ref, title } = detail.record;
        results.push({ piece, number, state: 'done', ref, title });
      } catch (error) {
        open.current.set(content, [...(open.current.get(content) ?? []), key]);
        results.push({ piece, number, state: 'failed', ...reasonOf(error) });
      }
    }
    show();
    setPending(false);
    return results
      .filter(({ state }) => state === 'failed')
      .map(({ piece }) => piece);
  };
  return { pending, outcomes, send, clear: () => setOutcomes([]) };
}

function reasonOf(error: unknown): Pick<PieceOutcome, 'message' | 'otherRef'> {
  const found = serverProblems(error);
  if (found) {
    return {
      message: found.map(({ message }) => message).join('; '),
      otherRef: found.find(({ otherRef }) => otherRef)?.otherRef,
    };
  }
  const failure = failureOf(error);
  return failure.kind === 'error' ? { message: failure.message } : {};
}
