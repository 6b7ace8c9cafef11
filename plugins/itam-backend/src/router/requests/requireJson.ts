import type { RequestHandler } from 'express';
import { IMPORT_TYPES } from './importBody';
import { UnsupportedMediaTypeError } from './UnsupportedMediaTypeError';

/** Answers 415 to a body that is declared as nothing the route takes. */
export const requireJson: RequestHandler = (req, _res, next) => {
  const hasBody =
    req.method === 'POST' || req.method === 'PUT' || req.method === 'PATCH';
  const types = isUpload(req.method, req.path)
    ? [...IMPORT_TYPES.keys()]
    : ['application/json'];
  if (hasBody && !req.is(types)) {
    throw new UnsupportedMediaTypeError(
      `The body has to be ${types.join(' or ')}`,
    );
  }
  next();
};

/** Whether the body is a file, to be read by the route itself. */
function isUpload(method: string, path: string): boolean {
  return method === 'POST' && /^\/imports\/?$/i.test(path);
}
