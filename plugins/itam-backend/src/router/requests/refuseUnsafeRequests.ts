import { InputError } from '@backstage/errors';
import type { RequestHandler } from 'express';

const PROTOTYPE_KEYS: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
];

/** JSON nested deeper than any entity is an attack on the parsers behind. */
const MAX_DEPTH = 64;

/**
 * Refuses requests that no client of ours makes: repeated parameters, names
 * of prototype members, and NUL characters anywhere in the URL.
 */
export const refuseUnsafeQueries: RequestHandler = (req, _res, next) => {
  const [path, ...rest] = req.url.split('?');
  let decodedPath: string;
  try {
    decodedPath = decodeURIComponent(path);
  } catch {
    throw new InputError('The path is not valid percent-encoding');
  }
  refuseNul(decodedPath, 'path');
  const seen = new Set<string>();
  for (const [name, value] of new URLSearchParams(rest.join('?'))) {
    // Parsers of nested names drop prototype members without a word.
    name.split(/[[\]]/).forEach(refusePrototypeKey);
    if (seen.has(name)) {
      throw new InputError(`Parameter '${name}' is given more than once`);
    }
    refuseNul(name, 'query');
    refuseNul(value, `parameter '${name}'`);
    seen.add(name);
  }
  next();
};

/**
 * Refuses parameters that were read as numbers without an end, such as
 * `Infinity` and `1e999`: the contract's limits do not apply to them.
 */
export const refuseEndlessParameters: RequestHandler = (req, _res, next) => {
  for (const [name, value] of Object.entries(req.query)) {
    const read: unknown = value;
    if (typeof read === 'number') {
      refuseEndless(read, `parameter '${name}'`);
    }
  }
  next();
};

/**
 * Refuses parsed JSON with prototype keys, NUL characters, numbers without an
 * end or absurd depth.
 */
export const refuseUnsafeBodies: RequestHandler = (req, _res, next) => {
  refuseUnsafeValue(req.body, 0);
  next();
};

function refuseUnsafeValue(value: unknown, depth: number): void {
  if (depth > MAX_DEPTH) {
    throw new InputError('The body is nested too deeply');
  }
  if (typeof value === 'string') {
    refuseNul(value, 'body');
  } else if (typeof value === 'number') {
    refuseEndless(value, 'body');
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      refusePrototypeKey(key);
      refuseNul(key, 'body');
      refuseUnsafeValue(item, depth + 1);
    }
  }
}

function refusePrototypeKey(name: string): void {
  if (PROTOTYPE_KEYS.includes(name)) {
    throw new InputError(`'${name}' is not allowed as a name`);
  }
}

function refuseNul(text: string, where: string): void {
  if (text.includes('\0')) {
    throw new InputError(`The ${where} contains a NUL character`);
  }
}

function refuseEndless(value: number, where: string): void {
  if (!Number.isFinite(value)) {
    throw new InputError(`The ${where} has a number that is too large`);
  }
}
