import {
  mockServices,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import { DECLARATION_REVISION_ANNOTATION } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { readRegisterConfig, type RegisterConfig } from '../config';
import { activateConfirmed } from '../usecases/declarations/activateConfirmed';
import { reconcile } from '../usecases/declarations/reconcile';
import { stageDeclaration } from '../usecases/declarations/stageDeclaration';
import { prepareRegister } from '../usecases/prepareRegister';
import { projectCatalog } from '../usecases/projection/projectCatalog';
import { registerDatabases } from './registerDatabases';

/** The day most tests play on. */
export const TODAY = new Date('2026-05-20T10:00:00.000Z');

/** A time some minutes after another. */
export function minutesAfter(date: Date, minutes: number): Date {
  return new Date(date.getTime() + minutes * 60_000);
}

/**
 * A register with its own database, beside a catalog that holds what the test
 * puts there.
 */
export class TestRegister {
  readonly catalogEntities = new Map<string, Entity>();
  readonly auth = mockServices.auth();
  readonly logger = mockServices.logger.mock();

  constructor(readonly database: Knex, readonly config: RegisterConfig) {}

  /** What use cases take, with the catalog as it is now. */
  deps() {
    return {
      database: this.database,
      config: this.config,
      auth: this.auth,
      logger: this.logger,
      catalog: catalogServiceMock({
        entities: [...this.catalogEntities.values()],
      }),
    };
  }

  /** Puts an entity into the catalog as it is. */
  store(entity: Entity): void {
    this.catalogEntities.set(stringifyEntityRef(entity), entity);
  }

  /** What the catalog does with a file: stage, then store without money. */
  async declare(entity: Entity, asOf = TODAY): Promise<string> {
    const revision = await this.stage(entity, asOf);
    const { financials: _, ...spec } = entity.spec ?? {};
    this.store({
      ...entity,
      spec,
      metadata: {
        ...entity.metadata,
        annotations: {
          ...entity.metadata.annotations,
          [DECLARATION_REVISION_ANNOTATION]: revision,
        },
      },
    });
    return revision;
  }

  async stage(entity: Entity, asOf = TODAY): Promise<string> {
    const { revision } = await stageDeclaration(
      this.deps(),
      { ref: stringifyEntityRef(entity), entity, location: 'url:https://x/y' },
      asOf,
    );
    return revision;
  }

  async activate(asOf = TODAY) {
    return await activateConfirmed(this.deps(), asOf);
  }

  async reconcile(asOf = TODAY) {
    return await reconcile(this.deps(), asOf);
  }

  async project(asOf = TODAY) {
    return await projectCatalog(this.deps(), asOf);
  }
}

/**
 * Registers for a test file, each on a database of its own.
 */
export function testRegisters() {
  const databases = registerDatabases();
  return async (
    engine: TestDatabaseId,
    itam: JsonObject = {},
  ): Promise<TestRegister> => {
    const database = await databases.empty(engine);
    await prepareRegister({ database }, TODAY);
    return new TestRegister(
      database,
      readRegisterConfig(new ConfigReader({ itam })),
    );
  };
}
