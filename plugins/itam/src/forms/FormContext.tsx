import { createContext, type ReactNode, useContext } from 'react';
import type { Suggestions } from './fields/useSuggestions';
import type { DraftState } from './useDraft';

/** What the fields of a form share. */
export interface FormValues extends DraftState {
  suggestions: Suggestions;
  /** Titles of entities the draft names, as far as they are known. */
  titles: ReadonlyMap<string, string>;
  /** False when the record's money is hidden from the writer. */
  costVisible: boolean;
  /** Whether the record is changed, rather than new. */
  editing: boolean;
}

const Context = createContext<FormValues | undefined>(undefined);

/** Gives the fields below it the draft they write. */
export function FormProvider(props: {
  values: FormValues;
  children: ReactNode;
}) {
  return (
    <Context.Provider value={props.values}>{props.children}</Context.Provider>
  );
}

/** The form a field is in. */
export function useForm(): FormValues {
  const values = useContext(Context);
  if (!values) {
    throw new Error('A field stands in a form');
  }
  return values;
}
