import { parsePersonas, type Persona } from './persona';

type Validation =
  | { value: Persona[] }
  | { issues: ReadonlyArray<{ message: string }> };

const jsonSchema = () => ({
  type: 'array',
  items: {
    type: 'object',
    required: ['name', 'displayName', 'role', 'sees'],
    properties: {
      name: { type: 'string', minLength: 1 },
      displayName: { type: 'string', minLength: 1 },
      role: { type: 'string', minLength: 1 },
      sees: { type: 'string', minLength: 1 },
    },
  },
});

/** A Standard Schema with JSON Schema, as far as extensions make use of it. */
interface PersonaListSchema {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly types?: { readonly input: unknown; readonly output: Persona[] };
    validate(input: unknown): Validation;
    readonly jsonSchema: {
      input(): Record<string, unknown>;
      output(): Record<string, unknown>;
    };
  };
}

/**
 * {@link parsePersonas} in the form extension configuration asks for; no list
 * at all is an empty one, which the page explains.
 */
export const personaListSchema: PersonaListSchema = {
  '~standard': {
    version: 1,
    vendor: 'lumen-retail-portal',
    validate(input: unknown): Validation {
      try {
        return { value: input === undefined ? [] : parsePersonas(input) };
      } catch (error) {
        return {
          issues: [
            { message: error instanceof Error ? error.message : String(error) },
          ],
        };
      }
    },
    jsonSchema: { input: jsonSchema, output: jsonSchema },
  },
};
