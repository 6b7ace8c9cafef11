import { parseEntityRef } from '@backstage/catalog-model';
import { useEffect, useState } from 'react';
import { typedRef } from './typedRef';

/** The text in a picker. */
export interface PickerText {
  inField: string;
  /** What somebody is typing; undefined while it is the name of the choice. */
  typed: string | undefined;
  /** What is to be searched for. */
  term: string;
  /** Whether somebody has been there to choose. */
  wanted: boolean;
  enter(): void;
  type(text: string): void;
  /** Gives what was typed up for the name of the choice. */
  settle(name?: string): void;
  leave(): void;
}

/**
 * The text in a picker: the name of what is chosen until somebody types.
 */
export function usePickerText(value: string, name: string): PickerText {
  const [typed, setTyped] = useState<string>();
  /**
   * The name as it was when it was chosen. A text that changes in a field with
   * the focus opens its list again, so a better name waits until it is left.
   */
  const [held, setHeld] = useState<string>();
  const [wanted, setWanted] = useState(false);
  useEffect(() => setTyped(undefined), [value]);
  const ofChoice = held ?? name;
  return {
    inField: typed ?? ofChoice,
    typed,
    term: typed === undefined ? '' : termOf(typed),
    wanted,
    enter: () => setWanted(true),
    type: text => setTyped(text === ofChoice ? undefined : text),
    settle: next => {
      setTyped(undefined);
      setHeld(next ?? ofChoice);
    },
    leave: () => setHeld(undefined),
  };
}

/** Names are searched for, and not what stands before them in a reference. */
function termOf(text: string): string {
  const ref = typedRef(text);
  return ref === undefined ? text.trim() : parseEntityRef(ref).name;
}
