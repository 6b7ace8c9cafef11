import { HumanDuration } from '@backstage/types';
import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  itam?: {
    connectors?: {
      /**
       * Brings assets and licences from Snipe-IT. Nothing is read without it.
       */
      snipeIt?: {
        /** Address of the installation, without `/api/v1`. */
        baseUrl: string;

        /**
         * A personal access token of a user who may see assets, licences with
         * their seats, and users.
         * @visibility secret
         */
        token: string;

        /** Rows asked for at once, 2 to 500. The default is 200. */
        pageSize?: number;

        /**
         * What separates decimals, as set in Snipe-IT: `point` (the default)
         * for 1,234.56 or `comma` for 1.234,56.
         */
        decimal?: 'point' | 'comma';

        /** Refs of groups by the name of a company; these own its things. */
        companies?: { [name: string]: string };

        /**
         * When it runs. The default is every hour, at most 2 hours long, the
         * first time 30 seconds after the start.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;

        /**
         * Everything is read when this time has passed since it last was. The
         * default is 1 day. Only such a run retires records.
         */
        fullEvery?: HumanDuration | string;

        /**
         * Who wins when a person has changed a field that the source fills:
         * `register` (the default) keeps what the person wrote, `source`
         * writes over it. Both are shown.
         */
        conflicts?: 'register' | 'source';

        /** What happens to records that are no longer there. */
        removal?: {
          /** `retire` (the default), or `keep`: they are only reported. */
          action?: 'retire' | 'keep';
          /**
           * Share of the records of a list, 0 to 1, of which more than these
           * are not believed to be gone; nothing is retired then. The default
           * is 0.1. A single record may always go, all of them never.
           */
          maxShare?: number;
        };

        /**
         * ISO 4217 code of the currency of amounts. Without it no money is
         * read.
         */
        currency?: string;

        /** Statuses of the register by the words of the source. */
        statuses?: { [word: string]: string };

        /** Types of assets by the name of a category. */
        types?: { [category: string]: string };

        /** How people are found in the catalog. */
        users?: {
          /** What their entities are named after; the default is `username`. */
          key?: 'username' | 'email';
          /** Namespace of their entities; the default is `default`. */
          namespace?: string;
        };

        /**
         * What fields have that the source says nothing about, by kind and id
         * of the import field, such as `Asset: { owner: group:default/it }`.
         * An owner is needed.
         */
        defaults?: {
          [kind in 'Asset' | 'License' | 'Contract']?: {
            [field: string]: string;
          };
        };
      };
    };
  };
}
