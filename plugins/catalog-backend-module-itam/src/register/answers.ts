import { RegisterUnavailableError } from './errors';

/** The register's receipt for a staged declaration. */
export interface StagedDeclaration {
  /** Keyed digest of the declaration; says nothing about its content. */
  revision: string;
  /** Changes when the register starts from an empty database. */
  epoch: string;
}

/** Which database the register runs on, and which refs it asks for. */
export interface DeclarationState {
  epoch: string;
  wanted: string[];
}

function fieldsOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RegisterUnavailableError();
  }
  return { ...value };
}

function text(value: unknown): string {
  if (typeof value !== 'string' || value === '') {
    throw new RegisterUnavailableError();
  }
  return value;
}

/** Throws RegisterUnavailableError on anything but a complete receipt. */
export function parseStagedDeclaration(value: unknown): StagedDeclaration {
  const fields = fieldsOf(value);
  return { revision: text(fields.revision), epoch: text(fields.epoch) };
}

/** Throws RegisterUnavailableError on anything but a complete state. */
export function parseDeclarationState(value: unknown): DeclarationState {
  const fields = fieldsOf(value);
  if (!Array.isArray(fields.wanted)) {
    throw new RegisterUnavailableError();
  }
  return { epoch: text(fields.epoch), wanted: fields.wanted.map(text) };
}
