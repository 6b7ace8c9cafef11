import { SearchField } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';

const TYPING_PAUSE_MS = 300;

/**
 * A search field that asks once the typing pauses, not at every key.
 */
export function DelayedSearch(props: {
  label: string;
  value: string;
  onChange(value: string): void;
}) {
  const { label, value, onChange } = props;
  const [text, setText] = useState(value);
  const latestChange = useRef(onChange);
  latestChange.current = onChange;
  const asked = useRef(value);

  useEffect(() => {
    if (value !== asked.current) {
      asked.current = value;
      setText(value);
    }
  }, [value]);

  useEffect(() => {
    if (text === asked.current) {
      return undefined;
    }
    const pause = setTimeout(() => {
      asked.current = text;
      latestChange.current(text);
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(pause);
  }, [text]);

  return (
    <SearchField
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={setText}
    />
  );
}
