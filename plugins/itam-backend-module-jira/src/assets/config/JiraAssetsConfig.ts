import type { ItamKind } from '@backstage-itam/plugin-itam-common';
import type { ConnectorSettings } from '@backstage-itam/plugin-itam-node';

/** How Assets of Jira Service Management is read. */
export interface JiraAssetsConfig {
  /** Address of the site. */
  baseUrl: string;
  /** Cloud and Data Center have different APIs. */
  edition: 'cloud' | 'data-center';
  /** Address of the API of Cloud. */
  apiUrl: string;
  /** Workspace of Cloud; the site is asked for it when there is none. */
  workspaceId?: string;
  /** The value of the `Authorization` header. */
  authorization: string;
  settings: ConnectorSettings;
  /** Objects asked for at once. */
  pageSize: number;
  /** Zone in which times are days, such as `Europe/Berlin`. */
  timeZone: string;
  /** Namespace of users. */
  userNamespace: string;
  /** Whether users are named by their address or their user name. */
  userKey: 'email' | 'name';
  /** Refs of groups, users and services by what people see in Jira. */
  entities: Readonly<Record<string, string>>;
  /** Types and other words of the register by the words of Assets. */
  words: Readonly<Record<string, string>>;
  objectTypes: readonly ObjectTypeMapping[];
}

/** What the objects of a type are in the register. */
export interface ObjectTypeMapping {
  /** Id of the stream, and what messages call the type. */
  id: string;
  /** Name or id of the object type. */
  objectType: string;
  /** Name, key or id of its schema. */
  schema?: string;
  kind: ItamKind;
  /** Whether objects of the types below it count too. */
  children: boolean;
  /** AQL that narrows it. */
  query?: string;
  /** Names of attributes by the id of the import field they fill. */
  attributes: Readonly<Record<string, string>>;
  /** Cells where the object has nothing. */
  defaults: Readonly<Record<string, string>>;
}
