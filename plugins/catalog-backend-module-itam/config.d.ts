import { HumanDuration } from '@backstage/types';

export interface Config {
  itam?: {
    /**
     * The Asset, License and Contract kinds in the catalog.
     */
    catalog?: {
      /**
       * How long one call to the ITAM register may take while the catalog
       * processes an entity. The default is 3 seconds. The catalog processes
       * few entities at a time, whatever their kind, so keep it short.
       */
      registerTimeout?: HumanDuration | string;

      /**
       * How often the state of the register is read, entities it misses are
       * refreshed and problems are reported to it. The default is 5 seconds.
       */
      pollInterval?: HumanDuration | string;

      /**
       * Longest pause between two trials of a register that does not take
       * declarations. The default is 15 seconds.
       */
      longestRegisterPause?: HumanDuration | string;

      /**
       * What YAML errors in catalog files say, for files of all kinds.
       *
       * `position` (the default) gives the rule and the line and column, since
       * the catalog shows these errors to every reader and the line itself may
       * hold an amount. `verbatim` leaves the catalog's own parser in place,
       * which quotes the line; needed if another module of the portal sets an
       * entity data parser.
       */
      yamlErrors?: 'position' | 'verbatim';

      /**
       * Whether the kinds are also declared in the catalog's declarative model
       * (alpha), where agents read what kinds and relations there are. The
       * default is false. The catalog then checks the built-in kinds by that
       * model as well, in place of its own processor.
       */
      modelLayer?: boolean;

      /**
       * How records that are registered in the portal, rather than declared in
       * catalog files, appear in the catalog. They never carry money there.
       */
      publication?: {
        /**
         * Which registered records the catalog shows. `linked` (the default):
         * those that a service uses, licences and contracts of such records
         * included. `all`: every record; mind that a catalog does not take
         * 100,000 laptops lightly. `none`: none, and those shown are removed.
         */
        scope?: 'all' | 'linked' | 'none';

        /** How often changes are read. The default is 5 seconds. */
        schedule?: HumanDuration | string;

        /**
         * How often everything is compared, besides at the start. The default
         * is one hour.
         */
        fullPass?: HumanDuration | string;
      };
    };
  };
}
