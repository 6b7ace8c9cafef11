import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { CatalogModelSources } from '@backstage/catalog-model/alpha';
import { ForwardedError } from '@backstage/errors';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import {
  CatalogModelExtensionPoint,
  catalogModelExtensionPoint,
} from '@backstage/plugin-catalog-node/alpha';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { DateTime } from 'luxon';
import { readCatalogModuleConfig } from './config/readCatalogModuleConfig';
import { IncidentForwarder } from './incidents/IncidentForwarder';
import { itamModelLayer } from './model/itamModelLayer';
import { ItamEntitiesProcessor } from './processor/ItamEntitiesProcessor';
import { ItamPlaceholderGuard } from './processor/ItamPlaceholderGuard';
import { addPublication } from './publication/addPublication';
import { DeclarationClient } from './register/DeclarationClient';
import { RefreshProvider } from './register/RefreshProvider';
import { RegisterGate } from './register/RegisterGate';
import { RegisterState } from './register/RegisterState';
import { RegisterWatch } from './register/RegisterWatch';
import { quietEntityDataParser } from './yaml/quietEntityDataParser';

/** The catalog takes one parser; says what to do if there is one already. */
function setQuietParser(model: CatalogModelExtensionPoint) {
  try {
    model.setEntityDataParser(quietEntityDataParser);
  } catch (error) {
    throw new ForwardedError(
      "Another module sets the catalog's entity data parser; set itam.catalog.yamlErrors to 'verbatim', and make sure that its errors quote nothing from the files",
      error,
    );
  }
}

/**
 * Teaches the catalog the kinds Asset, License and Contract, delivers what
 * catalog files declare to the ITAM register, and publishes what is registered
 * there, without money, in the catalog.
 *
 * Configured below `itam.catalog`. The catalog's rules must allow the three
 * kinds for the locations that declare them.
 * @public
 */
export const catalogModuleItam = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'itam',
  register(reg) {
    reg.registerInit({
      deps: {
        processing: catalogProcessingExtensionPoint,
        model: catalogModelExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({
        processing,
        model,
        auth,
        catalog,
        config,
        discovery,
        events,
        logger,
        scheduler,
      }) {
        const settings = readCatalogModuleConfig(config);
        const client = new DeclarationClient({ auth, discovery });
        const gate = new RegisterGate({
          timeoutMs: settings.registerTimeoutMs,
          longestPauseMs: settings.longestRegisterPauseMs,
        });
        const state = new RegisterState();
        const refresher = new RefreshProvider();
        const watch = new RegisterWatch({
          client,
          gate,
          state,
          refresher,
          refreshNew: async ref =>
            catalog.refreshEntity(ref, {
              credentials: await auth.getOwnServiceCredentials(),
            }),
          logger,
        });
        const incidents = new IncidentForwarder({ client, gate });

        processing.addProcessor(
          new ItamPlaceholderGuard(),
          new ItamEntitiesProcessor({
            client,
            gate,
            state,
            incidents,
            today: () => DateTime.utc().toISODate(),
          }),
        );
        processing.addEntityProvider(refresher);
        if (settings.yamlErrors === 'position') {
          setQuietParser(model);
        }
        if (settings.modelLayer) {
          // With it comes the model of the built-in kinds, which the catalog then
          // takes in place of its own check of them.
          model.addModelSource(CatalogModelSources.static([itamModelLayer()]));
        }
        await incidents.subscribe(events);
        await addPublication({
          auth,
          catalog,
          config,
          discovery,
          incidents,
          logger,
          processing,
          scheduler,
        });
        await scheduler.scheduleTask({
          id: 'itam-register-watch',
          // Every replica has caches of its own to keep true.
          scope: 'local',
          frequency: { milliseconds: settings.pollIntervalMs },
          timeout: { seconds: 60 },
          fn: async () => {
            if (await watch.tick(Date.now())) {
              await incidents.flush();
            }
          },
        });
      },
    });
  },
});
