import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  entityEnvelopeSchemaValidator,
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { isItamKind } from '@backstage-itam/plugin-itam-common';
import { parseAllDocuments } from 'yaml';
import type { TestRegister } from '../../../__testUtils__/testRegister';

/** Folder of the example organisation. */
export const examples = resolve(
  resolvePackagePath('@backstage-itam/plugin-itam-backend'),
  '../../examples',
);
/** The day the examples are told of. */
export const exampleDay = new Date('2026-11-24T12:00:00.000Z');

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

/** Declares everything of the example organisation in an empty register. */
export async function declareExamples(register: TestRegister): Promise<void> {
  const all = ['.', 'services', 'assets', 'licenses', 'contracts'].flatMap(
    entitiesOf,
  );
  for (const entity of all) {
    if (isItamKind(entity.kind)) {
      await register.declare(entity, exampleDay);
    } else {
      register.store(withRelations(entity));
    }
  }
  await register.project(exampleDay);
  expect(await register.activate(exampleDay)).toMatchObject({ refused: 0 });
}
