import { useEffect, useRef, useState } from 'react';
import { type EntityOption, type Found, NOT_ASKED } from './found';

const TYPING_PAUSE_MS = 250;

/**
 * Asks once typing pauses, and again when the question is another one. What
 * was found before stays until then.
 *
 * @param question - tells one question from another; undefined for none
 */
export function useSearched(
  question: string | undefined,
  ask: () => Promise<EntityOption[]>,
): Found {
  const [answer, setAnswer] = useState<{
    question: string;
    options: EntityOption[];
    failed: boolean;
  }>();
  const latestAsk = useRef(ask);
  latestAsk.current = ask;
  useEffect(() => {
    if (question === undefined) {
      return undefined;
    }
    let current = true;
    const settle = (options: EntityOption[], failed: boolean) =>
      current && setAnswer({ question, options, failed });
    const pause = setTimeout(
      () =>
        latestAsk.current().then(
          options => settle(options, false),
          () => settle([], true),
        ),
      TYPING_PAUSE_MS,
    );
    return () => {
      current = false;
      clearTimeout(pause);
    };
  }, [question]);
  if (question === undefined) {
    return NOT_ASKED;
  }
  const searching = answer?.question !== question;
  return {
    options: answer?.options ?? [],
    searching,
    failed: !searching && answer.failed,
  };
}
