import type { LoggerService } from '@backstage/backend-plugin-api';
import type { InsecureSetting, Risk } from './insecureSettings';

/** Stops the start of a portal in production. */
export class InsecureStartError extends Error {
  constructor(settings: readonly InsecureSetting[]) {
    super(
      [
        'The register does not start in production like this:',
        ...settings.map(({ message }) => `- ${message}.`),
        `To start anyway: itam.security.accept: [${risksOf(settings)}]`,
      ].join('\n'),
    );
    this.name = 'InsecureStartError';
  }
}

/**
 * Refuses to start in production with settings that nobody has accepted, and
 * names at every start those that somebody has. Elsewhere all is allowed.
 *
 * Throws {@link InsecureStartError}.
 */
export function refuseInsecureStart(
  settings: readonly InsecureSetting[],
  options: {
    accepted: readonly Risk[];
    production: boolean;
    logger: Pick<LoggerService, 'warn'>;
  },
): void {
  if (!options.production) {
    return;
  }
  const refused = settings.filter(
    ({ risk }) => !options.accepted.includes(risk),
  );
  if (refused.length > 0) {
    throw new InsecureStartError(refused);
  }
  for (const { risk, message } of settings) {
    options.logger.warn(
      `Accepted by itam.security.accept (${risk}): ${message}`,
    );
  }
}

function risksOf(settings: readonly InsecureSetting[]): string {
  return [...new Set(settings.map(({ risk }) => risk))].join(', ');
}
