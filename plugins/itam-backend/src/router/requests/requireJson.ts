import type { RequestHandler } from 'express';
import { UnsupportedMediaTypeError } from './UnsupportedMediaTypeError';

/** Answers 415 to a body that is not declared as JSON. */
export const requireJson: RequestHandler = (req, _res, next) => {
  const hasBody =
    req.method === 'POST' || req.method === 'PUT' || req.method === 'PATCH';
  if (hasBody && !req.is('application/json')) {
    throw new UnsupportedMediaTypeError('The body has to be application/json');
  }
  next();
};
