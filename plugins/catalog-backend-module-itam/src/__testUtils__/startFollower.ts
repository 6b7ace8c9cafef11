import { mockServices } from '@backstage/backend-test-utils';
import type {
  DeclarationIncident,
  PublicationScope,
} from '@backstage-itam/plugin-itam-common';
import { Delivery } from '../publication/Delivery';
import { PublicationFollower } from '../publication/PublicationFollower';
import { PublishedEntityProvider } from '../publication/PublishedEntityProvider';
import { RegisterGate } from '../register/RegisterGate';
import { FilledCatalog } from './FilledCatalog';
import { laptop } from './laptop';
import { PagedRegister } from './PagedRegister';

/** How long everything published stays uncompared. */
export const FULL_PASS_MS = 3_600_000;

/**
 * A follower between a register and a catalog; it has published the laptops
 * that are named, and is not connected when none are.
 */
export async function startFollower(options?: {
  scope?: PublicationScope;
  guardShare?: number;
  names?: string[];
}) {
  const register = new PagedRegister();
  const catalog = new FilledCatalog();
  const incidents: DeclarationIncident[] = [];
  const clock = { nowMs: 0 };
  const logger = mockServices.logger.mock();
  const provider = new PublishedEntityProvider();
  const report = (incident: DeclarationIncident) => {
    incidents.push(incident);
  };
  const follower = () =>
    new PublicationFollower({
      client: register,
      gate: new RegisterGate({ timeoutMs: 1_000, longestPauseMs: 1_000 }),
      provider,
      delivery: new Delivery({
        provider,
        shown: catalog,
        incidents: { report },
        readBackAfterMs: 5_000,
      }),
      shown: catalog,
      incidents: { report },
      logger,
      scope: options?.scope ?? 'linked',
      fullPassMs: FULL_PASS_MS,
      guardShare: options?.guardShare ?? 0.5,
      now: () => clock.nowMs,
    });
  let current = follower();
  const run = () => current.run(new AbortController().signal);
  for (const name of options?.names ?? []) {
    register.set(name, laptop(name));
  }
  const started = {
    register,
    catalog,
    incidents,
    clock,
    logger,
    provider,
    run,
    restart: () => {
      current = follower();
    },
  };
  if (options?.names) {
    await provider.connect(catalog);
    await run();
  }
  return started;
}
