// Text of records reaches the page through React, which escapes it. These are
// the ways around that, and none of them is used.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from '../setup/glob.mjs';

const WAYS =
  /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|new Function\(|\beval\(|srcDoc=/;

/** Throws where HTML or code is made of text. */
export function checkNoRawHtml(root) {
  const files = globSync(root, ['plugins', 'packages'], /\.tsx?$/).filter(
    file => /\/src\//.test(file) && !/\.test\.tsx?$/.test(file),
  );
  // The pattern itself must go on working.
  if (files.length === 0 || !WAYS.test('a.innerHTML = b')) {
    throw new Error('Nothing was looked at');
  }
  const places = files.flatMap(file =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, at) => (WAYS.test(line) ? [`${file}:${at + 1}`] : [])),
  );
  if (places.length > 0) {
    throw new Error(`HTML is made of text in ${places.join(', ')}`);
  }
}
