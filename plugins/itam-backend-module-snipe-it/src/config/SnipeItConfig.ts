import type { ConnectorSettings } from '@backstage-itam/plugin-itam-node';

/** How Snipe-IT is read. */
export interface SnipeItConfig {
  /** Address of the installation, without `/api/v1`. */
  baseUrl: string;
  token: string;
  settings: ConnectorSettings;
  /** Rows asked for at once. */
  pageSize: number;
  /** Namespace of users. */
  userNamespace: string;
  /** Whether users are named by their user name or their address. */
  userKey: 'username' | 'email';
  /** Types of assets by the name of a category. */
  types: Readonly<Record<string, string>>;
  /** Refs of groups by the name of a company. */
  companies: Readonly<Record<string, string>>;
}
