import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { CustomErrorBase, InputError } from '@backstage/errors';
import type { RegisterConfig } from '../../config';
import {
  decodeText,
  TEXT_ENCODINGS,
  type TextEncoding,
} from '../../spreadsheets/decodeText';
import type { Delimiter } from '../../spreadsheets/detectDelimiter';
import {
  fileSignature,
  SIGNATURE_LENGTH,
} from '../../spreadsheets/fileSignature';
import { readCsv } from '../../spreadsheets/readCsv';
import { readXlsx } from '../../spreadsheets/readXlsx';
import type { SheetFileType, SheetRow } from '../../spreadsheets/sheetRow';
import { unescapeCells } from '../../spreadsheets/unescapeCells';
import { UnsupportedMediaTypeError } from './UnsupportedMediaTypeError';

/** Types of files to be imported, by content type. */
export const IMPORT_TYPES: ReadonlyMap<string, SheetFileType> = new Map([
  ['text/csv', 'csv'],
  ['text/tab-separated-values', 'tsv'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
]);

/** A file larger than is taken: 413. */
export class FileTooLargeError extends CustomErrorBase {
  name = 'FileTooLargeError' as const;
  readonly status = 413;
  readonly statusCode = 413;
  readonly expose = true;
}

/** A request whose body is a file. */
export type FileRequest = Readable & { headers: Record<string, unknown> };

/** A file in the body of a request. */
export interface ImportBody {
  fileType: SheetFileType;
  rows: AsyncIterable<SheetRow>;
  bytesRead: () => number;
  /** Fingerprint of the bytes, once all of them were read. */
  digest: () => string;
}

/**
 * Reads the rows of a file from the body of a request, as they are asked for.
 *
 * Throws UnsupportedMediaTypeError (415) for other types of files, and for a
 * file that is not what it is declared to be, FileTooLargeError (413), and
 * InputError (400) for what cannot be read; while rows are asked for, too.
 */
export function readImportBody(
  req: FileRequest,
  config: RegisterConfig['imports'],
  declared: { encoding?: TextEncoding; delimiter?: Delimiter },
): ImportBody {
  const { fileType, charset } = contentTypeOf(req.headers['content-type']);
  refuseCoding(req.headers['content-encoding']);
  const maxBytes =
    fileType === 'xlsx' ? config.maxWorkbookBytes : config.maxBytes;
  const tooLarge = () =>
    new FileTooLargeError(
      `The file has more than ${maxBytes} bytes; split it${
        fileType === 'xlsx' ? ', or save it as CSV' : ''
      }`,
    );
  let bytes = 0;
  const hash = createHash('sha256');
  const limited = limitedBody(req, maxBytes, tooLarge);
  const body = (async function* counted() {
    for await (const part of limited) {
      bytes += part.length;
      hash.update(part);
      yield part;
    }
  })();
  return {
    fileType,
    bytesRead: () => bytes,
    digest: () => hash.copy().digest('base64url'),
    rows: (async function* rows() {
      const file = await checkSignature(body, fileType);
      if (fileType === 'xlsx') {
        yield* readXlsx(await inMemory(file), config.maxUnpackedBytes);
        return;
      }
      const text = decodeText(file, declared.encoding ?? charset);
      yield* unescapeCells(
        readCsv(
          text,
          declared.delimiter ?? (fileType === 'tsv' ? '\t' : undefined),
        ),
      );
    })(),
  };
}

/**
 * The bytes of a body as they arrive, up to so many; one that is declared to
 * be longer is refused at once.
 */
export function limitedBody(
  req: FileRequest,
  maxBytes: number,
  tooLarge: () => Error,
): AsyncGenerator<Buffer> {
  if (Number(req.headers['content-length'] ?? 0) > maxBytes) {
    throw tooLarge();
  }
  return (async function* parts() {
    let bytes = 0;
    // Whoever stops reading still wants to answer.
    for await (const chunk of req.iterator({ destroyOnReturn: false })) {
      const part = Buffer.from(chunk);
      bytes += part.length;
      if (bytes > maxBytes) {
        throw tooLarge();
      }
      yield part;
    }
  })();
}

function contentTypeOf(header: unknown): {
  fileType: SheetFileType;
  charset?: TextEncoding;
} {
  const [type, ...parameters] = String(header ?? '')
    .split(';')
    .map(part => part.trim().toLowerCase());
  const fileType = IMPORT_TYPES.get(type);
  if (!fileType) {
    throw new UnsupportedMediaTypeError(
      `The body has to be one of ${[...IMPORT_TYPES.keys()].join(', ')}`,
    );
  }
  const named = parameters
    .find(one => one.startsWith('charset='))
    ?.slice('charset='.length)
    .replaceAll('"', '');
  if (named === undefined || fileType === 'xlsx') {
    return { fileType };
  }
  const charset = TEXT_ENCODINGS.find(known => known === named);
  if (!charset) {
    throw new UnsupportedMediaTypeError(
      `The charset has to be one of ${TEXT_ENCODINGS.join(', ')}`,
    );
  }
  return { fileType, charset };
}

/** Throws UnsupportedMediaTypeError (415) for a compressed body. */
export function refuseCoding(header: unknown): void {
  if (header !== undefined && String(header).toLowerCase() !== 'identity') {
    throw new UnsupportedMediaTypeError('The body must not be compressed');
  }
}

/** Hands the file on once its first bytes fit the type it is declared to be. */
async function checkSignature(
  chunks: AsyncGenerator<Buffer>,
  fileType: SheetFileType,
): Promise<AsyncGenerator<Buffer>> {
  let start = Buffer.alloc(0);
  let ended = false;
  while (!ended && start.length < SIGNATURE_LENGTH) {
    const next = await chunks.next();
    ended = next.done === true;
    start = next.done ? start : Buffer.concat([start, next.value]);
  }
  if (start.length === 0) {
    throw new InputError('The file is empty; it needs a header and rows');
  }
  const signature = fileSignature(start);
  if (signature === 'old-excel') {
    throw new UnsupportedMediaTypeError(
      'The file is an old or encrypted workbook; save it as .xlsx without a password, or as CSV',
    );
  }
  if (signature === 'parquet' && fileType !== 'xlsx') {
    throw new UnsupportedMediaTypeError(
      `The file is Parquet, declared to be ${fileType}; bills of clouds may be sent as application/vnd.apache.parquet, all others as CSV`,
    );
  }
  if ((signature === 'zip') !== (fileType === 'xlsx')) {
    throw new UnsupportedMediaTypeError(
      signature === 'zip'
        ? `The file is a workbook or archive, declared to be ${fileType}; send it as ${
            [...IMPORT_TYPES.keys()][2]
          }, or save it as CSV`
        : 'The file is no .xlsx workbook; send CSV as text/csv',
    );
  }
  return (async function* whole() {
    yield start;
    yield* chunks;
  })();
}

async function inMemory(chunks: AsyncIterable<Buffer>): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of chunks) {
    parts.push(part);
  }
  return Buffer.concat(parts);
}
