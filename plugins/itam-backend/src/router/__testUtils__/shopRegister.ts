import type { Entity } from '@backstage/catalog-model';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ItamConnector } from '@backstage-itam/plugin-itam-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import {
  engines,
  registerDatabases,
} from '../../__testUtils__/registerDatabases';
import { shopCatalog, shopRates, shopRecords } from './shop';
import { seedRegister, startRegister, type Register } from './startRegister';

/** The shop's register under test; usable within tests. */
export interface ShopRegister {
  readonly knex: Knex;
  readonly register: Register;
}

/**
 * Runs the same tests on both engines, each over a register with the shop's
 * catalog, records and rates, and records of the test's own.
 */
export function describeShop(
  title: string,
  more: Entity[],
  tests: (shop: ShopRegister) => void,
  options: {
    itam?: JsonObject;
    connectors?: ItamConnector[];
    /** Takes the questions that agents may ask. */
    actionsRegistry?: () => ActionsRegistryService;
  } = {},
): void {
  jest.setTimeout(120_000);
  const databases = registerDatabases();
  describe.each(engines)(`${title} on %s`, engine => {
    let running: ShopRegister | undefined;
    const started = () => {
      if (!running) {
        throw new Error('The register is started before each test only');
      }
      return running;
    };

    beforeAll(async () => {
      const knex = await databases.empty(engine);
      await seedRegister(knex, {
        catalog: shopCatalog,
        records: [...shopRecords, ...more],
        rates: shopRates,
      });
      running = {
        knex,
        register: await startRegister(knex, {
          catalog: shopCatalog,
          ...options,
          actionsRegistry: options.actionsRegistry?.(),
        }),
      };
    });

    afterAll(async () => {
      await running?.register.stop();
    });

    tests({
      get knex() {
        return started().knex;
      },
      get register() {
        return started().register;
      },
    });
  });
}
