export interface Config {
  itam?: {
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
