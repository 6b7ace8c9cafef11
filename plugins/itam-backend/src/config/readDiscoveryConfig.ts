import {
  normalisedProduct,
  normalisedSupplier,
} from '@backstage-itam/plugin-itam-common';
import { InputError } from '@backstage/errors';
import type { Config } from '@backstage/config';
import type { RegisterConfig } from './registerConfig';

/**
 * Reads `itam.discovery`: other names of products and suppliers.
 *
 * Throws InputError that names the key and what is allowed there.
 */
export function readDiscoveryConfig(
  config: Config | undefined,
): RegisterConfig['discovery'] {
  return {
    productAliases: aliasesAt(
      config,
      'discovery.productAliases',
      normalisedProduct,
    ),
    supplierAliases: aliasesAt(
      config,
      'discovery.supplierAliases',
      normalisedSupplier,
    ),
  };
}

function aliasesAt(
  config: Config | undefined,
  key: string,
  normalise: (name: string) => string,
): Map<string, string> {
  const aliases = new Map<string, string>();
  for (const entry of config?.getOptionalConfigArray(key) ?? []) {
    const of = normalise(entry.getString('of'));
    for (const name of entry.getStringArray('names')) {
      const alias = normalise(name);
      const other = aliases.get(alias);
      if (alias === '' || of === '' || (other !== undefined && other !== of)) {
        throw new InputError(
          `Configuration itam.${key}: expected names with letters or digits, each for one only; found '${name}'`,
        );
      }
      aliases.set(alias, of);
    }
  }
  return aliases;
}
