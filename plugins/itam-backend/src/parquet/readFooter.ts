import { parquetMetadata, type FileMetaData } from 'hyparquet';
import type { ReceivedFile } from './receiveFile';
import { orDamaged, refuseParquet } from './refuseParquet';

const PLAIN = 'PAR1';
const ENCRYPTED = 'PARE';
/** Length of the footer, and the signature at the end. */
const TAIL = 8;
/** Footers name each part of each column; longer ones are of no bill. */
const FOOTER_BYTES_AT_MOST = 16 * 1024 * 1024;
const COLUMNS_AT_MOST = 2_000;

/**
 * Reads what a Parquet file says about itself, at its end.
 *
 * Throws InputError (400) for what is no Parquet file, is encrypted, was cut
 * short or contradicts itself.
 */
export async function readFooter(file: ReceivedFile): Promise<FileMetaData> {
  const length = await footerLength(file);
  const metadata = await orDamaged('its footer', async () =>
    parquetMetadata(
      await file.slice(file.byteLength - TAIL - length, file.byteLength),
      // Statistics are not looked at; their values may be of any type.
      { geoparquet: false, parsers: { stringFromBytes: () => '' } },
    ),
  );
  const columns = metadata.schema.length - 1;
  if (columns > COLUMNS_AT_MOST) {
    throw refuseParquet(
      `it has ${columns} columns; allowed: at most ${COLUMNS_AT_MOST}`,
    );
  }
  let rows = 0n;
  metadata.row_groups.forEach((group, index) => {
    rows += group.num_rows;
    if (group.num_rows < 0n || group.columns.some(isEncrypted)) {
      throw group.num_rows < 0n
        ? refuseParquet(`row group ${index + 1} has fewer rows than none`)
        : refuseParquet('columns of it are encrypted; write it without a key');
    }
  });
  if (rows !== metadata.num_rows) {
    throw refuseParquet(
      `its footer says ${metadata.num_rows} rows, its row groups have ${rows}`,
    );
  }
  return metadata;
}

function isEncrypted(
  column: FileMetaData['row_groups'][number]['columns'][number],
): boolean {
  return (
    column.meta_data === undefined ||
    column.crypto_metadata !== undefined ||
    column.encrypted_column_metadata !== undefined
  );
}

async function footerLength(file: ReceivedFile): Promise<number> {
  if (file.byteLength < PLAIN.length + TAIL) {
    throw refuseParquet('it is too short to be one');
  }
  const end = Buffer.from(await file.slice(file.byteLength - TAIL));
  const start = Buffer.from(await file.slice(0, PLAIN.length));
  const signature = end.toString('latin1', TAIL - PLAIN.length);
  if (signature === ENCRYPTED || start.toString('latin1') === ENCRYPTED) {
    throw refuseParquet('it is encrypted; write it without a key');
  }
  if (signature !== PLAIN) {
    throw refuseParquet(
      `its last four bytes are not ${PLAIN}, so it was cut short; send the whole file`,
    );
  }
  const length = end.readUInt32LE(0);
  if (length > file.byteLength - TAIL - PLAIN.length) {
    throw refuseParquet(
      `its footer of ${length} bytes is longer than the file; send the whole file`,
    );
  }
  if (length > FOOTER_BYTES_AT_MOST) {
    throw refuseParquet(
      `its footer has ${length} bytes; allowed: at most ${FOOTER_BYTES_AT_MOST}; write larger row groups`,
    );
  }
  return length;
}
