import {
  rowToSpec,
  type ImportedRow,
  type ItamKind,
} from '@backstage-itam/plugin-itam-common';
import type {
  ConnectorSettings,
  SourceRecord,
} from '@backstage-itam/plugin-itam-node';

/**
 * Reads the cells of a source by the rules of imports; of a record there is,
 * what the source does not say stays as it is.
 *
 * @param dropped - Fields that are not read
 */
export function readSource(
  kind: ItamKind,
  { reading, defaults }: ConnectorSettings,
  source: Pick<SourceRecord, 'cells' | 'defaults'>,
  existing?: { spec: object; metadata: object },
  dropped: ReadonlySet<string> = new Set(),
): ImportedRow {
  const cells = Object.entries(source.cells).filter(([id]) => !dropped.has(id));
  const { currency, ...format } = reading;
  return rowToSpec(
    kind,
    { ...format, columns: cells.map(([id]) => id), blank: 'clear' },
    cells.map(([, cell]) => cell),
    {
      cells: { ...defaults[kind], ...source.defaults },
      ...(currency === undefined ? {} : { currency }),
      ...(existing === undefined ? {} : { existing }),
    },
  );
}
