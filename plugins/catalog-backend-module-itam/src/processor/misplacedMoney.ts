import type { Entity } from '@backstage/catalog-model';
import type { ValidationProblem } from '@backstage-itam/plugin-itam-common';

const MONEY_WORD =
  /financ|price|amount|cost|purchase|charge|depreciat|salvage|proceeds|currency/i;

/**
 * Money written into the metadata, usually by a slip of indentation. The
 * catalog takes any metadata field and shows it to every reader, so what looks
 * like money is refused there, by name of the field only.
 */
export function misplacedMoney(entity: Entity): ValidationProblem[] {
  return Object.keys(entity.metadata)
    .filter(key => MONEY_WORD.test(key))
    .map(key => {
      const path = `metadata.${key.slice(0, 100)}`;
      const allowed =
        'nothing about money; it belongs below spec.financials, where it is kept from readers of the catalog';
      return {
        path,
        rule: 'misplaced-money',
        allowed,
        message: `${path}: ${allowed}`,
      };
    });
}
