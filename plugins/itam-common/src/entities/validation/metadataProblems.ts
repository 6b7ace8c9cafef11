import { LIST_LIMITS, TEXT_LIMITS } from '../jsonSchema/fields';
import { quoteText } from './describe';
import type { SpecField } from './SpecField';
import { textProblems } from './textProblems';
import { problem, type ValidationProblem } from './ValidationProblem';

/** Schemes that run code in the page that shows the link. */
const SCRIPT_SCHEMES = /^(javascript|data|vbscript)$/i;

/**
 * What of the metadata is shown beside our own fields: title, description and
 * links. Their form is the catalog's business; its lengths of text are in the
 * schema.
 */
export function metadataProblems(metadata: SpecField): ValidationProblem[] {
  return [
    ...textProblems(metadata.at('title'), { multiline: false }),
    ...textProblems(metadata.at('description'), { multiline: true }),
    ...metadata
      .at('links')
      .items()
      .slice(0, LIST_LIMITS.documents)
      .flatMap(link => [
        ...textProblems(link.at('title'), { multiline: false }),
        ...linkProblems(link.at('url')),
      ]),
  ];
}

/** The catalog allows any scheme here, so only those that run code go. */
function linkProblems(field: SpecField): ValidationProblem[] {
  const text = field.text()?.slice(0, TEXT_LIMITS.url);
  // As browsers do: drop control characters and blanks before the scheme.
  const scheme = /^([a-z]+):/i.exec(
    text?.replace(/[\s\p{C}]/gu, '') ?? '',
  )?.[1];
  return scheme !== undefined && SCRIPT_SCHEMES.test(scheme)
    ? [
        problem({
          path: field.path,
          rule: 'url',
          found: `the scheme ${quoteText(scheme)}`,
          allowed: 'a URL that runs no code',
        }),
      ]
    : [];
}
