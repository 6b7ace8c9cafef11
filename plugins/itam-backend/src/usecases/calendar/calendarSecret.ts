import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const SECRET_BYTES = 32;
const TOKEN = /^(\d{1,9})\.([\w-]{43})$/;

/** A secret nobody can guess. */
export function newCalendarSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** What is kept of a secret. It has 256 random bits: no salt is needed. */
export function calendarSecretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** The token people put into their calendar. */
export function calendarTokenText(id: number, secret: string): string {
  return `${id}.${secret}`;
}

/** The parts of a token; undefined when it cannot be one. */
export function parseCalendarToken(
  text: string,
): { id: number; secret: string } | undefined {
  const parts = TOKEN.exec(text);
  return parts ? { id: Number(parts[1]), secret: parts[2] } : undefined;
}

/** Compares a secret in the same time whether and where it differs. */
export function isCalendarSecret(secret: string, hash: string): boolean {
  const given = Buffer.from(calendarSecretHash(secret));
  const kept = Buffer.from(hash);
  return given.length === kept.length && timingSafeEqual(given, kept);
}
