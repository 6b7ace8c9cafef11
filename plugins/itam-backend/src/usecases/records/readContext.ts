import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import type { Access } from '../../permissions/access';
import type { CatalogLabels } from './catalogLabels';

/** What a read use case works with. */
export interface ReadDeps {
  knex: Knex;
  labels: CatalogLabels;
  config: RegisterConfig;
}

/** Who asks, what they may read, and when it is. */
export interface ReadContext {
  credentials: BackstageCredentials;
  access: Access;
  /** ISO calendar date in UTC. */
  today: string;
  /** Month index of today, year × 12 + month − 1. */
  currentMonth: number;
  /** ISO instant. */
  at: string;
}
