import type {
  AuthService,
  DiscoveryService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type {
  CatalogProcessingExtensionPoint,
  CatalogService,
} from '@backstage/plugin-catalog-node';
import type { IncidentForwarder } from '../incidents/IncidentForwarder';
import { RegisterGate } from '../register/RegisterGate';
import { RegisterHttp } from '../register/RegisterHttp';
import { Delivery } from './Delivery';
import { PublicationClient } from './PublicationClient';
import { PublicationFollower } from './PublicationFollower';
import { PublishedEntityProvider } from './PublishedEntityProvider';
import { readPublicationConfig } from './readPublicationConfig';
import { ShownEntities } from './ShownEntities';

// No entity waits for these calls, so they may take their time.
const REGISTER_TIMEOUT_MS = 10_000;
const READ_BACK_AFTER_MS = 5_000;

/**
 * Adds the provider of registered records to the catalog, and the task that
 * has it follow the register: on one replica at a time.
 */
export async function addPublication(options: {
  auth: AuthService;
  catalog: CatalogService;
  config: Config;
  discovery: DiscoveryService;
  incidents: IncidentForwarder;
  logger: LoggerService;
  processing: CatalogProcessingExtensionPoint;
  scheduler: SchedulerService;
}): Promise<void> {
  const { auth, catalog, discovery, incidents, logger } = options;
  const { scope, scheduleMs, fullPassMs, guardShare } = readPublicationConfig(
    options.config,
  );
  const provider = new PublishedEntityProvider();
  const shown = new ShownEntities({ auth, catalog });
  const follower = new PublicationFollower({
    client: new PublicationClient(new RegisterHttp({ auth, discovery })),
    gate: new RegisterGate({
      timeoutMs: REGISTER_TIMEOUT_MS,
      longestPauseMs: REGISTER_TIMEOUT_MS,
    }),
    provider,
    delivery: new Delivery({
      provider,
      shown,
      incidents,
      readBackAfterMs: READ_BACK_AFTER_MS,
    }),
    shown,
    incidents,
    logger,
    scope,
    fullPassMs,
    guardShare,
    now: () => Date.now(),
  });
  options.processing.addEntityProvider(provider);
  await options.scheduler.scheduleTask({
    id: 'itam-publication',
    scope: 'global',
    frequency: { milliseconds: scheduleMs },
    timeout: { minutes: 1 },
    fn: signal => follower.run(signal),
  });
}
