import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const DOCS = resolve(__dirname, '../../../../../docs');

/** The text of a documentation page. */
export function docPage(page: string): string {
  return readFileSync(resolve(DOCS, page), 'utf8');
}

/**
 * The part of a documentation page that is made from data: what stands between
 * `<!-- begin NAME -->` and `<!-- end NAME -->`, kept from the formatter.
 *
 * With UPDATE_DOCS=1 in the environment it is written anew first.
 */
export function docSection(
  page: string,
  name: string,
  expected: string,
): string {
  const text = docPage(page);
  const from = text.indexOf(`<!-- begin ${name} -->`);
  const to = text.indexOf(`<!-- end ${name} -->`);
  if (from < 0 || to < from) {
    throw new Error(`${page} has no section ${name}`);
  }
  const opening = '<!-- prettier-ignore-start -->';
  const closing = '<!-- prettier-ignore-end -->';
  const start = text.indexOf(opening, from) + opening.length;
  const end = text.indexOf(closing, from);
  if (process.env.UPDATE_DOCS) {
    writeFileSync(
      resolve(DOCS, page),
      `${text.slice(0, start)}\n\n${expected}\n\n${text.slice(end)}`,
    );
    return expected;
  }
  return text.slice(start, end).trim();
}

/** The code blocks of a language in a Markdown text. */
export function codeBlocks(text: string, language: string): string[] {
  const pattern = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g');
  return [...text.matchAll(pattern)].map(match => match[1]);
}
