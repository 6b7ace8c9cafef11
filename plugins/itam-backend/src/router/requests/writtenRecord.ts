/** Ref and version of a record that was rendered as text. */
export function writtenRecordOf(text: string): {
  ref: string;
  version: number;
} {
  const record = fieldOf(JSON.parse(text), 'record');
  return {
    ref: String(fieldOf(record, 'ref')),
    version: Number(fieldOf(record, 'version')),
  };
}

/** A member of a value that was read from text; undefined without it. */
export function fieldOf(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null
    ? Reflect.get(holder, key)
    : undefined;
}
