import type { RequestHandler } from 'express';
import { PARQUET } from './billingBody';
import { CYCLONEDX } from './bomBody';
import { IMPORT_TYPES } from './importBody';
import { discoveryListOf } from './readDiscoveryCsv';
import { UnsupportedMediaTypeError } from './UnsupportedMediaTypeError';

/** Answers 415 to a body that is declared as nothing the route takes. */
export const requireJson: RequestHandler = (req, _res, next) => {
  const hasBody =
    req.method === 'POST' || req.method === 'PUT' || req.method === 'PATCH';
  const types = typesOf(req.method, req.path);
  if (hasBody && !req.is(types)) {
    throw new UnsupportedMediaTypeError(
      `The body has to be ${types.join(' or ')}`,
    );
  }
  next();
};

/** What the body of a request may be; files are read by the route itself. */
function typesOf(method: string, path: string): string[] {
  if (method === 'POST' && /^\/imports\/?$/i.test(path)) {
    return [...IMPORT_TYPES.keys()];
  }
  if (method === 'POST' && /^\/cloud-billing\/deliveries\/?$/i.test(path)) {
    return ['text/csv', PARQUET];
  }
  if (method === 'PUT' && /^\/services\/.*\/software\/?$/i.test(path)) {
    return [CYCLONEDX];
  }
  return discoveryListOf(method, path)
    ? ['application/json', 'text/csv']
    : ['application/json'];
}
