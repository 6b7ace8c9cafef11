/** Somebody a visitor may sign in as, as the picker shows them. */
export interface Persona {
  /** What the sign-in request names. */
  name: string;
  /** The person's name. */
  displayName: string;
  /** What they do, e.g. `Engineer, Payments`. */
  role: string;
  /** What the portal shows them. */
  sees: string;
}

const FIELDS = ['name', 'displayName', 'role', 'sees'] as const;

/**
 * Reads the persona list of the configuration.
 *
 * @throws Error naming the entry and the field that is no text.
 */
export function parsePersonas(input: unknown): Persona[] {
  if (!Array.isArray(input)) {
    throw new Error('expected a list of personas');
  }
  return input.map((item: unknown, index) => {
    const [name, displayName, role, sees] = FIELDS.map(field => {
      const value = fieldOf(item, field);
      if (typeof value !== 'string' || value.trim() === '') {
        throw new Error(`persona ${index + 1} needs a text for '${field}'`);
      }
      return value;
    });
    return { name, displayName, role, sees };
  });
}

function fieldOf(item: unknown, field: string): unknown {
  return typeof item === 'object' && item !== null
    ? new Map<string, unknown>(Object.entries(item)).get(field)
    : undefined;
}
