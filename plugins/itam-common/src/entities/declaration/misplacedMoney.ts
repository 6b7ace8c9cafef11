import type { Entity } from '@backstage/catalog-model';
import {
  problem,
  type ValidationProblem,
} from '../validation/ValidationProblem';

const MONEY_WORD =
  /financ|price|amount|cost|purchase|charge|depreciat|salvage|proceeds|currency/i;

/**
 * Money written into the metadata, usually by a slip of indentation. The
 * catalog takes any metadata field and shows it to every reader, so what looks
 * like money is refused there, by name of the field only.
 * @public
 */
export function misplacedMoney(entity: Entity): ValidationProblem[] {
  return Object.keys(entity.metadata)
    .filter(key => MONEY_WORD.test(key))
    .map(key => {
      return problem({
        path: `metadata.${key.slice(0, 100)}`,
        rule: 'misplaced-money',
        allowed:
          'nothing about money; it belongs below spec.financials, where it is kept from readers of the catalog',
      });
    });
}
