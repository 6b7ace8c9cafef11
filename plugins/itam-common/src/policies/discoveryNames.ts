/** What versions and builds look like at the end of a product's name. */
const BUILD =
  /^(v?\d+(\.\d+)+[a-z]?|v\d+|x86|x64|amd64|arm64|(32|64) ?bit|version|release|build)$/;
/** Legal forms of companies, at the end of a supplier's name. */
const LEGAL_FORMS: ReadonlySet<string> = new Set([
  'ab',
  'ag',
  'as',
  'bv',
  'co',
  'company',
  'corp',
  'corporation',
  'gmbh',
  'inc',
  'incorporated',
  'kg',
  'limited',
  'llc',
  'llp',
  'ltd',
  'nv',
  'oy',
  'plc',
  'pte',
  'pty',
  'sa',
  'sarl',
  'sas',
  'se',
  'spa',
  'srl',
]);

/**
 * A product's name as names are compared: compatibility characters unified
 * (NFKC), lower case, runs of anything but letters, digits and `+ # .` as one
 * space, and versions and builds at the end cut off. A name that is nothing
 * but a version stays.
 * @public
 */
export function normalisedProduct(name: string): string {
  const words = wordsOf(
    name.replace(/\((x\d+|\d+)[ -]?bit\)/gi, ' '),
    /[^\p{L}\p{N}+#.]+/u,
  );
  return cutEnd(words, word => BUILD.test(word)).join(' ');
}

/**
 * A supplier's name or slug as names are compared: as products', with dots as
 * nothing (`S.A.` is `sa`), and legal forms at the end cut off.
 * @public
 */
export function normalisedSupplier(name: string): string {
  const words = wordsOf(name.replace(/\./g, ''), /[^\p{L}\p{N}+#]+/u);
  return cutEnd(words, word => LEGAL_FORMS.has(word)).join(' ');
}

function wordsOf(text: string, between: RegExp): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(between)
    .filter(word => word !== '' && word !== '.');
}

/** At least one word stays. */
function cutEnd(words: string[], isCut: (word: string) => boolean): string[] {
  let end = words.length;
  while (end > 1 && isCut(words[end - 1])) {
    end -= 1;
  }
  return words.slice(0, end);
}
