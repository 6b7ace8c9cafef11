import { CustomErrorBase } from '@backstage/errors';

/** A body of a content type the register does not take: 415. */
export class UnsupportedMediaTypeError extends CustomErrorBase {
  name = 'UnsupportedMediaTypeError' as const;
  readonly statusCode = 415;
}
