import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      /**
       * Records of the ITAM register in the search index.
       */
      itam?: {
        /**
         * When the index is written anew. The default is every 10 minutes, at
         * most 15 minutes long, the first time 10 seconds after the start.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;

        /**
         * Whether contracts are found too; they are not by default.
         *
         * Search asks one permission for a document. For contracts that is
         * `itam.contract.read`, whereas the register asks for
         * `itam.record.read` as well. Turn it on if your policy lets nobody
         * read a contract whose record they may not read.
         */
        contracts?: boolean;

        /**
         * Where the portal shows a record. The default is
         * `/it-assets/records/:kind/:namespace/:name`.
         */
        locationTemplate?: string;
      };
    };
  };
}
