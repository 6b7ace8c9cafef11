import type { DrawnRequest } from './drawnRequests';
import { unpricedNames, unreadableNames, wordsOf } from './hiddenRecords';
import type { WireAnswer } from './keptConnection';
import { misfits } from './schema';

const errorBody = { $ref: '#/components/schemas/ErrorBody' };

/** What drivers and stack traces say, and no text of ours does. */
const INTERNALS =
  /\bselect\b[^]*\bfrom\b|insert into|update \w+ set|delete from|SQLITE_|syntax error at|(relation|column|constraint) "|violates|node_modules|\.[jt]s:\d|knex/i;

/** What operations with a `format` may answer beside JSON. */
const FILE_TYPES = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

/** Amounts of the hidden records, digits only, by name of the record. */
export type HiddenAmounts = ReadonlyMap<string, readonly string[]>;

/**
 * What is wrong with an answer; empty when nothing is.
 *
 * @param written - Names that stand in records since somebody wrote them there
 */
export function judge(
  drawn: DrawnRequest,
  answer: WireAnswer,
  amounts: HiddenAmounts,
  written: ReadonlySet<string>,
): string[] {
  return [
    ...(drawn.persona === 'anonymous' &&
    !drawn.operation.open &&
    answer.status !== 401
      ? [`answers ${answer.status} to nobody`]
      : []),
    ...judgeForm(drawn, answer),
    ...judgeSecrecy(drawn, answer, amounts, written),
  ];
}

function judgeForm(drawn: DrawnRequest, answer: WireAnswer): string[] {
  const { operation } = drawn;
  const { status, type, text } = answer;
  if (status >= 500) {
    return [`fails with ${status}: ${text.slice(0, 200)}`];
  }
  if (status >= 400) {
    return judgeError(drawn, answer);
  }
  if (!operation.answers.has(status)) {
    return [`answers ${status}, which is not in the contract`];
  }
  if (FILE_TYPES.some(known => type.startsWith(known))) {
    return operation.csv ? [] : [`answers ${type} unasked`];
  }
  const schema = operation.answers.get(status);
  if (!schema) {
    return text === '' ? [] : [`has a body with ${status}`];
  }
  if (!type.startsWith('application/json')) {
    return [`answers ${type}`];
  }
  return [...new Set(misfits(schema, JSON.parse(text)))];
}

function judgeError(drawn: DrawnRequest, answer: WireAnswer): string[] {
  const { status, type, text } = answer;
  if (!type.startsWith('application/json')) {
    return [`answers ${status} as ${type}`];
  }
  const parsed: unknown = JSON.parse(text);
  const found = INTERNALS.exec(text)?.[0];
  return [
    ...misfits(errorBody, parsed),
    ...misfits(
      {
        type: 'object',
        required: ['response'],
        properties: {
          response: {
            type: 'object',
            required: ['statusCode'],
            properties: { statusCode: { enum: [status] } },
          },
          error: { type: 'object', properties: { stack: { enum: [] } } },
        },
      },
      parsed,
    ),
    ...(found !== undefined && !asked(drawn).includes(found.toLowerCase())
      ? [`tells of its insides: ${found}`]
      : []),
  ];
}

function judgeSecrecy(
  drawn: DrawnRequest,
  answer: WireAnswer,
  amounts: HiddenAmounts,
  written: ReadonlySet<string>,
): string[] {
  const { persona } = drawn;
  const words = unreadableNames(persona)
    .flatMap(wordsOf)
    // A ref names a record; what the record says itself stays a secret.
    .filter(word => !written.has(word))
    // The health page names refs of files, which the catalog governs.
    .filter(word => drawn.operation.id !== 'getHealth' || !isName(word));
  const money = unpricedNames(persona).flatMap(name => amounts.get(name) ?? []);
  const question = asked(drawn);
  const text = answer.text.toLowerCase();
  const digits = digitsOf(text);
  const askedDigits = digitsOf(question);
  return [
    ...words
      .filter(word => text.includes(word) && !question.includes(word))
      .map(word => `tells ${persona} of '${word}'`),
    ...money
      .filter(amount => digits.includes(amount))
      .filter(amount => !askedDigits.includes(amount))
      .map(amount => `tells ${persona} the amount ${amount}`),
  ];
}

/** The request as text: what it says itself is no secret in its answer. */
function asked({ target, body, headers }: DrawnRequest): string {
  let path = target;
  try {
    path = decodeURIComponent(target.replaceAll('+', ' '));
  } catch {
    // Sent as it is; so is what an answer may repeat.
  }
  return `${path} ${body ?? ''} ${Object.values(headers).join(
    ' ',
  )}`.toLowerCase();
}

function isName(word: string): boolean {
  return word.endsWith('-7q');
}

/** Without separators: 7,331.17 and 7331.17 and 733117 are one amount. */
function digitsOf(text: string): string {
  return text.replace(/(\d)[.,](?=\d)/g, '$1');
}
