import type {
  AuthService,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import type { RouteDeps } from '../router/routeDeps';
import { readContextFor } from '../router/routeDeps';
import { shownError } from '../router/requests/hideInternalErrors';
import type { ReadContext, ReadDeps } from '../usecases/records/readContext';

/** What an action works with. */
export interface ActionDeps
  extends ReadDeps,
    Pick<RouteDeps, 'access' | 'now'> {
  auth: AuthService;
  logger: LoggerService;
}

/**
 * Answers a question of an agent as the HTTP API would answer who asks: with
 * their credentials, the same errors, and no details of internal ones.
 *
 * Throws AuthenticationError without credentials.
 */
export async function answerAction<T>(
  deps: ActionDeps,
  credentials: BackstageCredentials,
  read: (context: ReadContext) => Promise<T>,
): Promise<{ output: T }> {
  const { auth } = deps;
  if (
    !auth.isPrincipal(credentials, 'user') &&
    !auth.isPrincipal(credentials, 'service')
  ) {
    throw new AuthenticationError('Missing credentials');
  }
  try {
    return { output: await read(await readContextFor(credentials, deps)) };
  } catch (error) {
    throw shownError(error, deps.logger);
  }
}
