// Reads docs/install.md as somebody does who follows it from top to bottom.
//
// A fenced block is something to do when it is a command (`sh`) or when its
// first line is a comment that names a file; all others illustrate.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FENCE = /^```(\w*)\n([\s\S]*?)^```$/gm;
const COMMENT = /^(?:\/\/|#) (.+)$/;
const FILE = /^(?:packages\/\S+|package\.json|app-config\.yaml)$/;

/** The steps of a document, in its order, without those of some sections. */
export function stepsOf(root, path, { without = [] } = {}) {
  const text = readFileSync(join(root, path), 'utf8');
  const skipped = new Set(without);
  const found = text.split(/^(?=## )/m).flatMap(section => {
    const title = section.match(/^## (.+)$/m)?.[1] ?? '';
    return skipped.delete(title) ? [] : stepsOfSection(section, title);
  });
  if (skipped.size > 0) {
    throw new Error(`${path} has no section ${[...skipped].join(', ')}`);
  }
  return found;
}

function stepsOfSection(section, title) {
  return [...section.matchAll(FENCE)].flatMap(([, language, body]) => {
    const [first, ...rest] = body.trimEnd().split('\n');
    const comment = first.match(COMMENT)?.[1];
    if (language === 'sh') {
      return [{ title, kind: 'command', place: comment, text: body }];
    }
    return comment && FILE.test(comment)
      ? [{ title, kind: 'edit', file: comment, text: rest.join('\n') }]
      : [];
  });
}

/** The commands of an `sh` block, one by one. */
export function commandsOf(text) {
  return text
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter(line => line.trim() !== '' && !line.startsWith('#'));
}
