import { InputError, isError, ResponseError } from '@backstage/errors';
import { InvalidRatesError } from '@backstage-itam/plugin-itam-common';
import { EmptyCatalogError } from '../usecases/projection/projectCatalog';

/** Errors whose message is known to hold no value of a record. */
const TOLD = [ResponseError, InputError, InvalidRatesError, EmptyCatalogError];

/**
 * What a log may say about an error.
 *
 * Messages of database errors quote the statement with its values, amounts
 * included; of errors not known to be harmless only name, code and place are
 * told.
 */
export function describeFailure(error: unknown): string {
  if (!isError(error)) {
    return 'unknown error';
  }
  if (TOLD.some(known => error instanceof known)) {
    return `${error.name}: ${error.message}`;
  }
  const code: unknown = Reflect.get(error, 'code');
  const named =
    typeof code === 'string' ? `${error.name} (${code})` : error.name;
  const stack: unknown = Reflect.get(error, 'stack');
  const place = String(stack ?? '')
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .slice(0, 5)
    .map(line => line.trim())
    .join(' ');
  return place ? `${named} ${place}` : named;
}
