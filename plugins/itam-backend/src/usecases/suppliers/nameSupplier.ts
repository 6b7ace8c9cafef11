import { NotFoundError } from '@backstage/errors';
import { ItamValidationError } from '@backstage-itam/plugin-itam-common';
import {
  deleteSupplierTitle,
  isSupplierReadable,
  writeSupplierTitle,
  type SupplierTitle,
} from '../../stores/suppliers/supplierTitles';
import { lineProblems } from '../records/inputProblems';
import type { ReadContext, ReadDeps } from '../records/readContext';

/**
 * Calls a supplier something, wherever people see it. Records go on naming it
 * by its slug.
 *
 * Throws ItamValidationError for a title that is blank or has control or bidi
 * characters, NotFoundError when no record that the caller may read is from the
 * supplier.
 */
export async function nameSupplier(
  { knex }: ReadDeps,
  context: ReadContext,
  { vendor, title }: SupplierTitle,
  who: { actor: string; at: Date },
): Promise<SupplierTitle> {
  const problems = lineProblems('title', title);
  if (problems.length > 0) {
    throw new ItamValidationError({ ref: `supplier:${vendor}`, problems });
  }
  const named = { vendor, title: title.trim().replace(/\s+/g, ' ') };
  if (!(await isSupplierReadable(knex, vendor, context))) {
    throw new NotFoundError(`No record is from the supplier '${vendor}'`);
  }
  await writeSupplierTitle(knex, named, who);
  return named;
}

/**
 * Takes the title of a supplier away: it is called by its slug again.
 *
 * Throws NotFoundError when it has none.
 */
export async function unnameSupplier(
  { knex }: ReadDeps,
  context: ReadContext,
  vendor: string,
): Promise<void> {
  const known = await isSupplierReadable(knex, vendor, context);
  if (!known || !(await deleteSupplierTitle(knex, vendor))) {
    throw new NotFoundError(`The supplier '${vendor}' has no title`);
  }
}
