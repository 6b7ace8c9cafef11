import {
  SourceHttp,
  type ItamConnector,
  type SourceHttpOptions,
} from '@backstage-itam/plugin-itam-node';
import { authorizationOf } from './client/authorization';
import { TableReader } from './client/TableReader';
import type { ServiceNowConfig } from './config/ServiceNowConfig';
import { CONTRACT_FIELDS, contractRecord } from './records/contract';
import { coveredAssets } from './records/coveredAssets';
import { HARDWARE_FIELDS, hardwareRecord } from './records/hardware';
import { LICENSE_FIELDS, licenseRecord } from './records/license';
import type { ServiceEntities } from './relations/AnnotatedServices';
import { ServedServices } from './relations/ServedServices';
import { TableStream } from './records/TableStream';

/** Contracts whose covered assets are asked for at once, by their ids. */
const MOST_CONTRACTS = 100;

/** Reads hardware, software licences and contracts of an instance. */
export function createServiceNowConnector(
  config: ServiceNowConfig,
  entities: ServiceEntities,
  http: Partial<SourceHttpOptions> = {},
  now: () => Date = () => new Date(),
): ItamConnector {
  const { baseUrl, auth, queries, pageSize } = config;
  const reader = new TableReader(
    new SourceHttp({
      baseUrl,
      authorization: authorizationOf(baseUrl, auth),
      ...http,
    }),
  );
  const served =
    config.relations && new ServedServices(reader, config.relations, entities);
  const queryOf = (table: string) =>
    queries[table] === undefined ? {} : { query: queries[table] };
  return {
    id: 'servicenow',
    title: 'ServiceNow',
    settings: config.settings,
    streams: [
      new TableStream(reader, {
        table: 'alm_hardware',
        kind: 'Asset',
        fields: served ? [...HARDWARE_FIELDS, 'ci'] : HARDWARE_FIELDS,
        pageSize,
        ...queryOf('alm_hardware'),
        toRecords: async (rows, signal) => {
          const services = await served?.by(
            rows.flatMap(({ row }) => row.get('ci')?.value ?? []),
            signal,
          );
          return {
            records: rows.map(({ id, row }) => {
              const item = row.get('ci')?.value;
              return hardwareRecord(
                id,
                row,
                config,
                item === undefined ? undefined : services?.cells.get(item),
              );
            }),
            ...(services ? { unknown: services.unknown } : {}),
          };
        },
      }),
      new TableStream(reader, {
        table: 'alm_license',
        kind: 'License',
        fields: LICENSE_FIELDS,
        pageSize,
        ...queryOf('alm_license'),
        toRecords: async rows => ({
          records: rows.map(({ id, row }) => licenseRecord(id, row, config)),
        }),
      }),
      new TableStream(reader, {
        table: 'ast_contract',
        kind: 'Contract',
        fields: CONTRACT_FIELDS,
        pageSize: Math.min(pageSize, MOST_CONTRACTS),
        ...queryOf('ast_contract'),
        toRecords: async (rows, signal) => {
          const covers = await coveredAssets(
            reader,
            rows.map(({ id }) => id),
            now().toISOString().slice(0, 10),
            signal,
          );
          return {
            records: rows.map(({ id, row }) =>
              contractRecord(id, row, covers.get(id) ?? [], config),
            ),
          };
        },
      }),
    ],
  };
}
