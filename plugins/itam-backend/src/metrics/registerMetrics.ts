import type { MetricsService } from '@backstage/backend-plugin-api/alpha';

/** Seconds; a page takes milliseconds, a recomputation minutes. */
const SECONDS = [
  0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300,
];

/** What became of a declaration. */
export type DeclarationOutcome =
  | 'staged'
  | 'activated'
  | 'refused'
  | 'failed'
  | 'expired';

/**
 * What the register counts and measures. Attributes name operations, tasks and
 * outcomes; never records, people or amounts.
 */
export interface RegisterMetrics {
  /** @param operation - Of the contract */
  request(of: { operation: string; status: number; seconds: number }): void;
  /** A change that somebody made or was refused, by its audit event. */
  change(of: { event: string; outcome: 'succeeded' | 'failed' }): void;
  declarations(outcome: DeclarationOutcome, count: number): void;
  task(of: {
    task: string;
    outcome: 'succeeded' | 'failed';
    seconds: number;
  }): void;
  /** Open tickets asked for at another tool. */
  ticketsRead(of: {
    source: string;
    outcome: 'succeeded' | 'failed';
    seconds: number;
  }): void;
  /** A computation of all records. */
  recomputed(seconds: number): void;
  alerts(outcome: 'sent' | 'failed', count: number): void;
  /** Entries of the history that who follows the feed has not read. */
  feedLag(entries: number): void;
}

/** Metrics through the portal's own meter. */
export function createRegisterMetrics(
  metrics: MetricsService,
): RegisterMetrics {
  const inSeconds = (name: string, description: string) =>
    metrics.createHistogram(name, {
      description,
      unit: 's',
      advice: { explicitBucketBoundaries: SECONDS },
    });
  const requests = inSeconds(
    'itam.request.duration',
    'Requests to the register, by operation and status',
  );
  const tasks = inSeconds(
    'itam.task.duration',
    'Runs of scheduled tasks, by task and outcome',
  );
  const recomputations = inSeconds(
    'itam.recompute.duration',
    'Computations of the costs of all records',
  );
  const tickets = inSeconds(
    'itam.tickets.duration',
    'Questions for open tickets to other tools, by tool and outcome',
  );
  const changes = metrics.createCounter('itam.changes', {
    description: 'Changes by people and services, made or refused',
  });
  const declarations = metrics.createCounter('itam.declarations', {
    description: 'Declarations from the catalog, by what became of them',
  });
  const alerts = metrics.createCounter('itam.alerts', {
    description: 'Alerts sent, and tries that failed',
  });
  const lag = metrics.createGauge('itam.feed.lag', {
    description: 'Entries of the history not yet read by the catalog module',
  });
  const adds = (count: number, add: () => void) => {
    if (count > 0) {
      add();
    }
  };
  return {
    request: ({ seconds, ...attributes }) =>
      requests.record(seconds, attributes),
    change: attributes => changes.add(1, attributes),
    declarations: (outcome, count) =>
      adds(count, () => declarations.add(count, { outcome })),
    task: ({ seconds, ...attributes }) => tasks.record(seconds, attributes),
    ticketsRead: ({ seconds, ...attributes }) =>
      tickets.record(seconds, attributes),
    recomputed: seconds => recomputations.record(seconds),
    alerts: (outcome, count) =>
      adds(count, () => alerts.add(count, { outcome })),
    feedLag: entries => lag.record(entries),
  };
}
