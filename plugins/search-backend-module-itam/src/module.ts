import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { RecordCollatorFactory } from './collator/RecordCollatorFactory';
import { registerAsService } from './registerAsService';

const DEFAULT_SCHEDULE = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  initialDelay: { seconds: 10 },
};

/**
 * Adds the records of the ITAM register to Backstage search, without money.
 * Search shows a record to whom the register would show it.
 *
 * Configured below `search.collators.itam`.
 * @public
 */
export const searchModuleItam = createBackendModule({
  pluginId: 'search',
  moduleId: 'itam',
  register(reg) {
    reg.registerInit({
      deps: {
        indexRegistry: searchIndexRegistryExtensionPoint,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        scheduler: coreServices.scheduler,
      },
      async init({ indexRegistry, auth, config, discovery, scheduler }) {
        const own = config.getOptionalConfig('search.collators.itam');
        const scheduled = own?.getOptionalConfig('schedule');
        const schedule = scheduler.createScheduledTaskRunner(
          scheduled
            ? readSchedulerServiceTaskScheduleDefinitionFromConfig(scheduled)
            : DEFAULT_SCHEDULE,
        );
        const options = {
          register: registerAsService({ auth, discovery }),
          locationTemplate:
            own?.getOptionalString('locationTemplate') ??
            '/it-assets/records/:kind/:namespace/:name',
        };
        indexRegistry.addCollator({
          schedule,
          factory: RecordCollatorFactory.assetsAndLicenses(options),
        });
        if (own?.getOptionalBoolean('contracts')) {
          indexRegistry.addCollator({
            schedule,
            factory: RecordCollatorFactory.contracts(options),
          });
        }
      },
    });
  },
});
