import { spec } from '../../../schema/generated/spec';
import type { Schema } from './schema';

/** The methods the contract uses. */
export const methods = ['get', 'post', 'put', 'delete'] as const;

/** A method of an operation. */
export type Method = (typeof methods)[number];

/** A parameter in the path, the query or a header. */
export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}

/** One operation of the contract. */
export interface Operation {
  id: string;
  method: Method;
  /** With parameters in braces. */
  path: string;
  parameters: readonly Parameter[];
  /** Of the JSON body; undefined when it takes none. */
  body?: Schema;
  /** Of JSON answers by status; undefined for answers without a body. */
  answers: ReadonlyMap<number, Schema | undefined>;
  /** Whether it also answers as text/csv. */
  csv: boolean;
  /** Whether it answers callers without credentials. */
  open: boolean;
}

interface Content {
  $ref?: string;
  description?: string;
  content?: Partial<Record<string, { schema: Schema }>>;
}

interface OperationObject {
  operationId: string;
  security?: readonly object[];
  parameters?: readonly Parameter[];
  requestBody?: Content;
  responses: Record<string, Content>;
}

const paths: Record<
  string,
  Partial<Record<Method, OperationObject>>
> = spec.paths;

/** Every operation of the contract, in its order. */
export const operations: readonly Operation[] = Object.entries(paths).flatMap(
  ([path, byMethod]) =>
    methods.flatMap(method => {
      const found = byMethod[method];
      return found ? [operationOf(path, method, found)] : [];
    }),
);

function operationOf(
  path: string,
  method: Method,
  found: OperationObject,
): Operation {
  const parameters = found.parameters ?? [];
  return {
    id: found.operationId,
    method,
    path,
    parameters,
    body: found.requestBody?.content?.['application/json']?.schema,
    open: found.security?.length === 0,
    answers: new Map(
      Object.entries(found.responses)
        .filter(([status]) => status !== 'default')
        .map(([status, { content }]) => [
          Number(status),
          content?.['application/json']?.schema,
        ]),
    ),
    csv: parameters.some(
      ({ name, in: place }) => name === 'format' && place === 'query',
    ),
  };
}
