/** Objects in objects, so many levels deep. */
export function nested(levels: number): unknown {
  let value: unknown = 'end';
  for (let i = 0; i < levels; i++) {
    value = { a: value };
  }
  return value;
}

/** Objects in objects, so many levels deep. */
export function nestedLists(levels: number): unknown {
  let value: unknown = 'end';
  for (let i = 0; i < levels; i++) {
    value = [value];
  }
  return value;
}

/** What a YAML anchor inside its own value becomes. */
export function cyclic(): unknown {
  const value: Record<string, unknown> = { until: '2027-01-01' };
  value.again = value;
  return value;
}

/** A billion values made of ten lists, as YAML aliases do. */
export function aliasBomb(): unknown {
  let value: unknown[] = ['again'];
  for (let i = 0; i < 9; i++) {
    value = new Array<unknown>(10).fill(value);
  }
  return value;
}
