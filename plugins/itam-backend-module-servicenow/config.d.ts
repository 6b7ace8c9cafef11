import { HumanDuration } from '@backstage/types';
import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  itam?: {
    connectors?: {
      /**
       * Brings hardware, software licences and contracts from ServiceNow, and
       * shows its tickets. Nothing is read without it.
       */
      servicenow?: {
        /** Address of the instance, such as `https://acme.service-now.com`. */
        baseUrl: string;

        /** How we say who we are: one of three ways. */
        auth: {
          /** Name of a user, with `password`. */
          username?: string;
          /** @visibility secret */
          password?: string;
          /**
           * A token, sent as it is.
           * @visibility secret
           */
          token?: string;
          /**
           * A client of OAuth. With `username` and `password` it asks in the
           * name of that user, without them in its own.
           */
          oauth?: {
            clientId: string;
            /** @visibility secret */
            clientSecret: string;
          };
        };

        /** Rows asked for at once, 1 to 1000. The default is 200. */
        pageSize?: number;

        /**
         * Encoded queries that narrow a table: `alm_hardware`, `alm_license`
         * or `ast_contract`. Without ORDERBY and ^NQ.
         */
        queries?: { [table: string]: string };

        /** Refs of groups by the name of a support group; these own assets. */
        groups?: { [name: string]: string };

        /** Types of contracts by the name of a contract model. */
        contractTypes?: { [model: string]: string };

        /** Whether records are brought into the register; the default is true. */
        records?: boolean;

        /**
         * Fills which services use an asset: its configuration item leads by
         * relations to services, which entities of the catalog name in the
         * annotation `servicenow.com/entity-id`. Without it the field belongs
         * to people.
         */
        relations?: {
          /** Whether it does; the default is true where there are relations. */
          enabled?: boolean;
          /**
           * Names of the types of relations that lead from a child to the
           * parent that needs it. The default is `Runs on::Runs`,
           * `Depends on::Used by` and `Hosted on::Hosts`.
           */
          types?: string[];
          /**
           * Classes of services, a `*` at the end for any ending. The default
           * is `cmdb_ci_service*` and `cmdb_ci_query_based_service`.
           */
          classes?: string[];
          /** Relations between an asset and a service, 1 to 10. The default is 3. */
          depth?: number;
          /**
           * Column of configuration items that has the value of the
           * annotation, where that is no `sys_id`.
           */
          entityColumn?: string;
        };

        /** Shows open incidents and changes. `{}` is enough. */
        tickets?: {
          /**
           * Column of tickets that has the value of the annotation, where that
           * is no `sys_id`. The default is `u_backstage_entity_id`.
           */
          entityColumn?: string;
        };

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

        /** Types of assets by the name of a model category. */
        types?: { [category: string]: string };

        /** How people are found in the catalog. */
        users?: {
          /** What their entities are named after; the default is `user_name`. */
          key?: 'user_name' | 'email';
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
