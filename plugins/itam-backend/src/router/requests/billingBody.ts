import type { RegisterConfig } from '../../config';
import { withReceivedFile } from '../../parquet/receiveFile';
import {
  fileSignature,
  SIGNATURE_LENGTH,
} from '../../spreadsheets/fileSignature';
import type { SheetRow } from '../../spreadsheets/sheetRow';
import { parquetBillRows } from '../../usecases/cloudBilling/parquetBillRows';
import type { RowPlace } from '../../usecases/cloudBilling/readBillingFile';
import {
  FileTooLargeError,
  limitedBody,
  readImportBody,
  refuseCoding,
  type FileRequest,
} from './importBody';
import { UnsupportedMediaTypeError } from './UnsupportedMediaTypeError';

/** Content type of Parquet. */
export const PARQUET = 'application/vnd.apache.parquet';
/** How an encrypted file begins. */
const ENCRYPTED = 'PARE';

/**
 * Hands on the rows of a bill in the body of a request: of CSV as they arrive,
 * of Parquet once the whole file is there, since it is read from its end.
 *
 * Throws UnsupportedMediaTypeError (415) for a file that is not what it is
 * declared to be, FileTooLargeError (413), and InputError (400) for what
 * cannot be read; while rows are asked for, too.
 */
export async function withBillRows<T>(
  req: FileRequest,
  config: RegisterConfig['imports'],
  use: (rows: AsyncIterable<SheetRow>, place: RowPlace) => Promise<T>,
): Promise<T> {
  const [type] = String(req.headers['content-type'] ?? '').split(';');
  if (type.trim().toLowerCase() !== PARQUET) {
    return await use(readImportBody(req, config, {}).rows, 'line');
  }
  refuseCoding(req.headers['content-encoding']);
  const { maxBytes, maxUnpackedBytes } = config;
  const body = limitedBody(
    req,
    maxBytes,
    () =>
      new FileTooLargeError(
        `The file has more than ${maxBytes} bytes; split it`,
      ),
  );
  return await withReceivedFile(
    onlyParquet(body),
    async file =>
      await use(
        parquetBillRows(file, {
          groupBytes: maxUnpackedBytes,
          textBytes: maxBytes,
        }),
        'row',
      ),
  );
}

/** Refuses by its first bytes what is no Parquet, before all of it is there. */
async function* onlyParquet(
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (start) {
      start = Buffer.concat([start, chunk]);
      if (start.length >= SIGNATURE_LENGTH) {
        refuseOthers(start);
        yield start;
        start = undefined;
      }
    } else {
      yield chunk;
    }
  }
  if (start) {
    refuseOthers(start);
  }
}

function refuseOthers(start: Buffer): void {
  if (
    fileSignature(start) !== 'parquet' &&
    start.toString('latin1', 0, SIGNATURE_LENGTH) !== ENCRYPTED
  ) {
    throw new UnsupportedMediaTypeError(
      'The file is no Parquet file; send CSV as text/csv, and unpack what is compressed as a whole',
    );
  }
}
