import { SourceError, sourceDay } from '@backstage-itam/plugin-itam-node';
import type { TableReader } from '../client/TableReader';

const TABLE = 'clm_m2m_contract_asset';
const ROWS = 500;

/**
 * The assets and licences that contracts cover, by the id of the contract.
 *
 * Throws SourceError.
 */
export async function coveredAssets(
  reader: TableReader,
  contractIds: readonly string[],
  today: string,
  signal: AbortSignal,
): Promise<Map<string, string[]>> {
  const covered = new Map<string, string[]>(contractIds.map(id => [id, []]));
  if (contractIds.length === 0) {
    return covered;
  }
  for (let from: { after?: string; offset?: number } | undefined = {}; from; ) {
    const page = await reader.read(
      {
        table: TABLE,
        fields: ['contract', 'asset', 'removed'],
        query: `contractIN${contractIds.join(',')}`,
        limit: ROWS,
        ...from,
      },
      signal,
    );
    for (const { row } of page.rows) {
      const contract = covered.get(row.get('contract')?.value ?? '');
      const asset = row.get('asset')?.value;
      if (!contract || asset === undefined) {
        throw new SourceError(
          `${TABLE}: rows are not about the contracts asked for; was the query ignored?`,
          'answer',
        );
      }
      const removed = sourceDay(row.get('removed')?.value);
      if (asset !== '' && (removed === '' || removed > today)) {
        contract.push(asset);
      }
    }
    from = page.next;
  }
  return covered;
}
