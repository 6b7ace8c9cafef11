import {
  SourceHttp,
  type ItamConnector,
  type SourceHttpOptions,
} from '@backstage-itam/plugin-itam-node';
import { AssetsStream } from './AssetsStream';
import type { AssetsApi } from './client/AssetsApi';
import { CloudAssets } from './client/CloudAssets';
import { DataCenterAssets } from './client/DataCenterAssets';
import { ObjectReader } from './client/ObjectReader';
import type { JiraAssetsConfig } from './config/JiraAssetsConfig';
import { ObjectTypes } from './records/ObjectTypes';

/** Reads the objects of Assets that the configuration names. */
export function createJiraAssetsConnector(
  config: JiraAssetsConfig,
  options: Partial<SourceHttpOptions> = {},
  now: () => number = Date.now,
): ItamConnector {
  const http = (baseUrl: string) =>
    new SourceHttp({
      baseUrl,
      authorization: async () => config.authorization,
      ...options,
    });
  const api: AssetsApi =
    config.edition === 'cloud'
      ? new CloudAssets(http(config.baseUrl), http(config.apiUrl), config)
      : new DataCenterAssets(http(config.baseUrl), config);
  const types = new ObjectTypes(api, config.objectTypes);
  const reader = new ObjectReader(api, config.pageSize);
  return {
    id: 'jira-assets',
    title: 'Jira Assets',
    settings: config.settings,
    streams: config.objectTypes.map(
      mapping => new AssetsStream(mapping, config, types, reader, now),
    ),
  };
}
