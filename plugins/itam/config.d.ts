export interface Config {
  itam?: {
    /**
     * Where catalog files of records belong. The form that writes them then
     * leads to the page of a new file there.
     */
    declarations?: {
      /**
       * Address of the repository on GitHub, GitLab or Azure DevOps, such as
       * https://github.com/acme/it-assets; https only.
       * @visibility frontend
       */
      repository?: string;

      /**
       * What runs there, where the host's name does not say it.
       * @visibility frontend
       */
      provider?: 'github' | 'gitlab' | 'azure';

      /**
       * The default is main.
       * @visibility frontend
       */
      branch?: string;

      /**
       * Folder in the repository, such as catalog/assets. The default is its
       * root.
       * @visibility frontend
       */
      folder?: string;
    };
  };
}
