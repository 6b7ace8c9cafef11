import { HumanDuration } from '@backstage/types';
import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  itam?: {
    connectors?: {
      /**
       * Brings objects of Assets of Jira Service Management. Nothing is read
       * of them without it.
       */
      jiraAssets?: {
        /** Address of the site, such as `https://acme.atlassian.net`. */
        baseUrl: string;

        /** `cloud` (the default) or `data-center`, which differ in their API. */
        edition?: 'cloud' | 'data-center';

        /**
         * Address of the API of Cloud; the default is
         * `https://api.atlassian.com`. Tokens of OAuth and tokens with scopes
         * need `https://api.atlassian.com/ex/jira/<cloud id>`.
         */
        apiUrl?: string;

        /** Workspace of Assets of Cloud; without it the site is asked. */
        workspaceId?: string;

        /** How we say who we are: one of two ways. */
        auth: {
          /** Address of an account of Jira Cloud, with `apiToken`. */
          email?: string;
          /** @visibility secret */
          apiToken?: string;
          /**
           * A personal access token of Data Center, or a token of OAuth.
           * @visibility secret
           */
          token?: string;
        };

        /** Objects asked for at once, 20 to 500. The default is 100. */
        pageSize?: number;

        /**
         * Time zone in which the times of objects are days, such as
         * `Europe/Berlin`. The default is `UTC`.
         */
        timeZone?: string;

        /**
         * What is read, in this order: what others point to comes first. An
         * object type that is not there ends a run before it begins.
         */
        objectTypes: Array<{
          /** Name or id of the object type. */
          objectType: string | number;
          /** Name, key or id of its schema, where several have the name. */
          schema?: string | number;
          /** What its objects are in the register. */
          kind: 'Asset' | 'License' | 'Contract';
          /**
           * Whether objects of the types below it count too, but for those
           * that are listed on their own. The default is `false`.
           */
          children?: boolean;
          /** AQL that narrows it, without ORDER BY. */
          query?: string;
          /** Names of attributes by the id of the import field they fill. */
          attributes?: { [field: string]: string };
          /** What its records have where the object has nothing. */
          defaults?: { [field: string]: string | number };
        }>;

        /**
         * Refs of groups, people and services by what people see in Jira,
         * such as the name of a team.
         */
        entities?: { [name: string]: string };

        /** Words of the register by those of Assets, for types and choices. */
        words?: { [word: string]: string };

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
           * Share of the records of an object type, 0 to 1, of which more than
           * these are not believed to be gone; nothing is retired then. The
           * default is 0.1. A single record may always go, all of them never.
           */
          maxShare?: number;
        };

        /**
         * ISO 4217 code of the currency of amounts. Without it no money is
         * read, unless an attribute has the currency.
         */
        currency?: string;

        /** Statuses of the register by the words of Assets. */
        statuses?: { [word: string]: string };

        /** How people are found in the catalog. */
        users?: {
          /**
           * What their entities are named after: `email` (the default), or
           * `name`, the user name of Data Center.
           */
          key?: 'email' | 'name';
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
    tickets?: {
      /**
       * Shows tickets of Jira Service Management with assets, services and
       * teams. Nothing is read from Jira without it.
       */
      jira?: {
        /** Address of the site, such as `https://acme.atlassian.net`. */
        baseUrl: string;

        /** `cloud` (the default) or `data-center`, which search differently. */
        edition?: 'cloud' | 'data-center';

        /** How we say who we are: one of two ways. */
        auth: {
          /** Address of an account of Jira Cloud, with `apiToken`. */
          email?: string;
          /** @visibility secret */
          apiToken?: string;
          /**
           * A personal access token of Data Center, or a token of OAuth.
           * @visibility secret
           */
          token?: string;
        };

        /**
         * JQL that tells which issues are tickets, without ORDER BY. The
         * default is `projectType = service_desk`; an empty text takes all
         * issues of the projects that entities name.
         */
        query?: string;

        /**
         * What issues are by the name of their type: `incident`, `problem`,
         * `change`, `request` or `other`. Without it the English name tells.
         */
        kinds?: {
          [issueType: string]:
            | 'incident'
            | 'problem'
            | 'change'
            | 'request'
            | 'other';
        };
      };
    };
  };
}
