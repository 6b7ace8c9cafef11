import { isPlainDate } from '../../values';

/**
 * A value somewhere in an entity together with its path.
 *
 * Kind rules read through it, so that they run on entities of which parts are
 * wrong: every reader answers undefined when the value is not what it reads.
 */
export class SpecField {
  constructor(readonly value: unknown, readonly path: string) {}

  /** The field of that name; own properties only. */
  at(name: string): SpecField {
    const path = `${this.path}.${name}`;
    return isObject(this.value) && Object.hasOwn(this.value, name)
      ? new SpecField(this.value[name], path)
      : new SpecField(undefined, path);
  }

  /** The entries of a list; none when it is no list. */
  items(): SpecField[] {
    return Array.isArray(this.value)
      ? this.value.map((value, i) => new SpecField(value, `${this.path}[${i}]`))
      : [];
  }

  isPresent(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  isObject(): boolean {
    return isObject(this.value);
  }

  text(): string | undefined {
    return typeof this.value === 'string' ? this.value : undefined;
  }

  finiteNumber(): number | undefined {
    return typeof this.value === 'number' && Number.isFinite(this.value)
      ? this.value
      : undefined;
  }

  flag(): boolean | undefined {
    return typeof this.value === 'boolean' ? this.value : undefined;
  }

  /** A date that exists; undefined otherwise. */
  date(): string | undefined {
    const text = this.text();
    return text !== undefined && isPlainDate(text) ? text : undefined;
  }
}

/** Whether the value is an object with named fields. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.prototype.toString.call(value) === '[object Object]'
  );
}
