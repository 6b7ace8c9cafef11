import type { ConnectorSettings } from '@backstage-itam/plugin-itam-node';

/** How ServiceNow is read. */
export interface ServiceNowConfig {
  /** Address of the instance. */
  baseUrl: string;
  auth: ServiceNowAuth;
  settings: ConnectorSettings;
  /** Encoded queries that narrow a table, by its name. */
  queries: Readonly<Record<string, string>>;
  /** Rows asked for at once. */
  pageSize: number;
  /** Namespace of users. */
  userNamespace: string;
  /** Whether users are named by their user name or their address. */
  userKey: 'user_name' | 'email';
  /** Refs of groups by the name of a support group. */
  groups: Readonly<Record<string, string>>;
  /** Types of assets by the name of a model category. */
  types: Readonly<Record<string, string>>;
  /** Types of contracts by the name of a contract model. */
  contractTypes: Readonly<Record<string, string>>;
  /** How the services of assets are found; undefined when they are not. */
  relations?: RelationsConfig;
  /** Whether records are brought into the register. */
  records: boolean;
  /** How tickets are read; undefined when they are not. */
  tickets?: {
    /** Column of tickets that has the value of the annotation. */
    entityColumn: string;
  };
}

/** How relations lead from the configuration item of an asset to services. */
export interface RelationsConfig {
  /** Names of the types that are followed, from the child to the parent. */
  types: readonly string[];
  /** Classes of services; a `*` at the end stands for any ending. */
  classes: readonly string[];
  /** How many relations lie between an asset and a service at most. */
  depth: number;
  /**
   * Column of configuration items that has the value of the annotation, where
   * that is no id.
   */
  entityColumn?: string;
}

/** How we say who we are. */
export type ServiceNowAuth =
  | { kind: 'basic'; username: string; password: string }
  | { kind: 'token'; token: string }
  | {
      kind: 'oauth';
      clientId: string;
      clientSecret: string;
      user?: { username: string; password: string };
    };

/** Tables that are read, in their order. */
export const TABLES = ['alm_hardware', 'alm_license', 'ast_contract'] as const;

/** A table that is read. */
export type ServiceNowTable = (typeof TABLES)[number];
