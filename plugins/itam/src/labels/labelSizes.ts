/** A size of labels, in millimetres. */
export interface LabelSize {
  width: number;
  height: number;
  /** Labels on a sheet; a roll has one after the other. */
  sheet?: { columns: number; rows: number };
  /** Of the text. */
  fontMm: number;
}

/** Sizes by their name in the address. */
export const LABEL_SIZES = {
  'roll-62x29': { width: 62, height: 29, fontMm: 3 },
  'roll-54x25': { width: 54, height: 25, fontMm: 2.6 },
  'roll-36x12': { width: 36, height: 12, fontMm: 2 },
  'a4-3x8': {
    width: 70,
    height: 37.125,
    sheet: { columns: 3, rows: 8 },
    fontMm: 3,
  },
} as const satisfies Record<string, LabelSize>;

/** The name of a size. */
export type LabelSizeName = keyof typeof LABEL_SIZES;

/** All sizes, the one for a roll first. */
export const LABEL_SIZE_NAMES = [
  'roll-62x29',
  'roll-54x25',
  'roll-36x12',
  'a4-3x8',
] as const satisfies readonly LabelSizeName[];

/** What a page of the printer is, for `@page`. */
export function pageOf(size: LabelSize): string {
  return size.sheet
    ? '@page { size: 210mm 297mm; margin: 0; }'
    : `@page { size: ${size.width}mm ${size.height}mm; margin: 0; }`;
}
