import { InputError } from '@backstage/errors';

/** Encodings a text file may be declared to have. */
export const TEXT_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-15',
  'macintosh',
] as const;

/** An encoding a text file may be declared to have. */
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

const MARKS: readonly { encoding: TextEncoding; bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** Ends of lines of any system. */
const LINE_ENDS = /\r\n|\n|\r/g;

/**
 * Decodes the bytes of a text file. Without a declared encoding it is UTF-8 or
 * what its byte order mark says; the mark is no part of the text.
 *
 * Throws InputError, with the line, for bytes that the encoding does not have,
 * for NUL characters, and for a mark that contradicts the declaration.
 */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array>,
  declared: TextEncoding | undefined,
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let encoding: TextEncoding = declared ?? 'utf-8';
  let line = 1;
  let begun = Buffer.alloc(0);
  const decode = (chunk: Uint8Array, more: boolean): string => {
    if (!decoder) {
      encoding = encodingOf(chunk, declared);
      decoder = new TextDecoder(encoding, { fatal: true });
    }
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: more });
    } catch {
      throw new InputError(
        `Line ${
          line + linesBeforeBadBytes(chunk, encoding)
        } has bytes that are no ${encoding}; save the file as UTF-8, or declare its encoding: one of ${TEXT_ENCODINGS.join(
          ', ',
        )}`,
      );
    }
    const nul = text.indexOf('\0');
    if (nul >= 0) {
      throw new InputError(
        `Line ${
          line + lineEndsIn(text.slice(0, nul))
        } has a NUL character; a file in UTF-16 needs its byte order mark, or encoding utf-16le or utf-16be`,
      );
    }
    line += lineEndsIn(text);
    return text;
  };
  for await (const chunk of chunks) {
    if (decoder) {
      yield decode(chunk, true);
      continue;
    }
    begun = Buffer.concat([begun, chunk]);
    // Long enough for every mark.
    if (begun.length >= 3) {
      yield decode(begun, true);
    }
  }
  yield decode(decoder ? new Uint8Array() : begun, false);
}

function encodingOf(
  start: Uint8Array,
  declared: TextEncoding | undefined,
): TextEncoding {
  const marked = MARKS.find(({ bytes }) =>
    bytes.every((byte, at) => start[at] === byte),
  )?.encoding;
  if (marked !== undefined && declared !== undefined && marked !== declared) {
    throw new InputError(
      `The file begins with the mark of ${marked}, but is declared to be ${declared}`,
    );
  }
  return declared ?? marked ?? 'utf-8';
}

function lineEndsIn(text: string): number {
  return text.match(LINE_ENDS)?.length ?? 0;
}

function linesBeforeBadBytes(chunk: Uint8Array, encoding: string): number {
  const lenient = new TextDecoder(encoding).decode(chunk);
  return lineEndsIn(lenient.slice(0, Math.max(0, lenient.indexOf('\ufffd'))));
}
