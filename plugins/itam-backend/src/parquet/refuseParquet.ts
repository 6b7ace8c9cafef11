import { InputError } from '@backstage/errors';

/**
 * What a Parquet file is refused with (400): what is wrong, where, and what is
 * allowed instead.
 */
export function refuseParquet(what: string): InputError {
  return new InputError(`The Parquet file cannot be read: ${what}`);
}

/**
 * What reading gives; what the library throws for bytes that are no Parquet is
 * told as a file that is damaged there.
 */
export async function orDamaged<T>(
  where: string,
  read: () => T | Promise<T>,
): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof InputError) {
      throw error;
    }
    throw refuseParquet(
      `${where} is damaged; write the file anew, or have the provider export it again`,
    );
  }
}
