import { quoteText } from './describe';
import type { SpecField } from './SpecField';
import { problem, type ValidationProblem } from './ValidationProblem';

const ALLOWED = 'a URL that starts with http://, https:// or mailto:';

/**
 * Links that a browser could take for anything but a web page or an e-mail.
 *
 * Browsers drop leading blanks and inner tabs before they look at the scheme,
 * so any blank or control character is refused. Names and passwords before the
 * host are refused as well: they leak, or disguise the host.
 */
export function urlProblems(field: SpecField): ValidationProblem[] {
  const text = field.text();
  if (text === undefined || text === '') {
    return [];
  }
  const refuse = (found: string) => [
    problem({ path: field.path, rule: 'url', found, allowed: ALLOWED }),
  ];
  if (/[\s\\\p{C}]/u.test(text)) {
    return refuse('a URL with blanks, backslashes or control characters');
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1];
  if (scheme === undefined) {
    return refuse('text without a scheme');
  }
  if (!/^(https?|mailto)$/i.test(scheme)) {
    return refuse(`the scheme ${quoteText(scheme)}`);
  }
  const parsed = URL.canParse(text) ? new URL(text) : undefined;
  if (!parsed || (!/^mailto$/i.test(scheme) && !/^https?:\/\//i.test(text))) {
    return refuse('text that is no complete URL');
  }
  if (parsed.username !== '' || parsed.password !== '') {
    return refuse('a URL with a user name or password');
  }
  return [];
}
