import { ResponseError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type { ValidationProblem } from '@backstage-itam/plugin-itam-common';
import { isObject } from '../draft/jsonPath';

/** What the register found wrong with a field. */
export interface ServerProblem extends ValidationProblem {
  /** The record that has the value already. */
  otherRef?: string;
}

/**
 * The fields behind a refusal: those it names, or the one whose value another
 * record has; undefined when it is about something else.
 */
export function serverProblems(error: unknown): ServerProblem[] | undefined {
  if (!(error instanceof ResponseError)) {
    return undefined;
  }
  const body: JsonValue = JSON.parse(JSON.stringify(error.body.error));
  if (!isObject(body)) {
    return undefined;
  }
  const message = typeof body.message === 'string' ? body.message : '';
  if (Array.isArray(body.problems)) {
    const problems = body.problems.flatMap(readProblem);
    return problems.length > 0 ? problems : undefined;
  }
  if (body.field === 'tag' || body.field === 'serialNumber') {
    const path = `spec.${body.field}`;
    return [
      {
        path,
        rule: 'taken',
        allowed: message,
        message,
        ...(typeof body.otherRef === 'string'
          ? { otherRef: body.otherRef }
          : {}),
      },
    ];
  }
  if (body.heldBy === 'declared' || body.heldBy === 'registered') {
    return [
      {
        path: 'name',
        rule: 'taken',
        allowed: message,
        message,
        ...(typeof body.ref === 'string' ? { otherRef: body.ref } : {}),
      },
    ];
  }
  return Array.isArray(body.cycle)
    ? [{ path: 'spec.partOf', rule: 'cycle', allowed: message, message }]
    : undefined;
}

function readProblem(entry: JsonValue): ServerProblem[] {
  if (!isObject(entry)) {
    return [];
  }
  const { path, rule, allowed, found, message } = entry;
  return typeof path === 'string' && typeof message === 'string'
    ? [
        {
          path,
          message,
          rule: String(rule),
          allowed: String(allowed),
          ...(typeof found === 'string' ? { found } : {}),
        },
      ]
    : [];
}
