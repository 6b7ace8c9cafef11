import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  entityEnvelopeSchemaValidator,
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { formatAmount, isItamKind } from '@backstage-itam/plugin-itam-common';
import { parseAllDocuments } from 'yaml';
import { readMonth } from '../../__testUtils__/readMonth';
import { engines } from '../../__testUtils__/registerDatabases';
import { testRegisters } from '../../__testUtils__/testRegister';
import { checkReadModel } from './recomputeReadModel';

jest.setTimeout(120_000);

const examples = resolve(
  resolvePackagePath('@backstage-itam/plugin-itam-backend'),
  '../../examples',
);
const asOf = new Date('2026-11-24T12:00:00.000Z');

function entitiesOf(folder: string): Entity[] {
  const asEnvelope = entityEnvelopeSchemaValidator();
  return readdirSync(resolve(examples, folder))
    .filter(file => file.endsWith('.yaml') && file !== 'all.yaml')
    .flatMap(file =>
      parseAllDocuments(
        readFileSync(resolve(examples, folder, file), 'utf8'),
      ).map(document => asEnvelope(document.toJS())),
    );
}

/** The relations the catalog makes of the specs of its own kinds. */
function withRelations(entity: Entity): Entity {
  const { owner, system, domain, parent, memberOf } = entity.spec ?? {};
  const relation = (type: string, kind: string, target: unknown) =>
    typeof target === 'string'
      ? [
          {
            type,
            targetRef: stringifyEntityRef(
              parseEntityRef(target, {
                defaultKind: kind,
                defaultNamespace: 'default',
              }),
            ),
          },
        ]
      : [];
  return {
    ...entity,
    relations: [
      ...relation('ownedBy', 'group', owner),
      ...relation('partOf', 'system', system),
      ...relation('partOf', 'domain', domain),
      ...relation('childOf', 'group', parent),
      ...(Array.isArray(memberOf) ? memberOf : []).flatMap(group =>
        relation('memberOf', 'group', group),
      ),
    ],
  };
}

const expected: Record<
  string,
  {
    of: string;
    basis: 'used' | 'owned';
    months: Record<string, Record<string, unknown>>;
  }
> = JSON.parse(
  readFileSync(resolve(examples, 'expected/october-2026.json'), 'utf8'),
);

describe.each(engines)('the example organisation on %p', engine => {
  const start = testRegisters();

  it('costs what its worked example says', async () => {
    const register = await start(engine);
    const all = ['.', 'services', 'assets', 'licenses', 'contracts'].flatMap(
      entitiesOf,
    );
    for (const entity of all) {
      if (isItamKind(entity.kind)) {
        await register.declare(entity, asOf);
      } else {
        register.store(withRelations(entity));
      }
    }
    await register.project(asOf);
    expect(await register.activate(asOf)).toMatchObject({ refused: 0 });

    for (const { of, basis, months } of Object.values(expected)) {
      for (const [month, figures] of Object.entries(months)) {
        const sums = await readMonth(register.database, basis, of, month);
        for (const currency of ['EUR', 'USD', 'GBP']) {
          expect({
            of,
            basis,
            currency,
            amount: formatAmount(sums[currency] ?? 0n, currency),
          }).toEqual({ of, basis, currency, amount: figures[currency] });
        }
      }
    }
    expect(await checkReadModel(register)).toMatchObject({ equal: true });
  });
});
