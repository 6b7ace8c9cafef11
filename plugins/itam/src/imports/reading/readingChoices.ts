/** Stands for what nobody has said. */
export const UNSTATED = 'unstated';

/** What rows may be. */
export const KINDS = ['Asset', 'License', 'Contract'] as const;

/** What may stand between cells. */
export const DELIMITERS = ['comma', 'semicolon', 'tab', 'bar'] as const;

/** How the bytes of a text file may be read. */
export const ENCODINGS = [
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

/** What separates decimals. */
export const SEPARATORS = ['point', 'comma'] as const;

/** What empty cells do. */
export const BLANKS = ['keep', 'clear'] as const;

/** How dates are written when nobody has said. */
export const DEFAULT_DATE_FORMAT = 'YYYY-MM-DD';
