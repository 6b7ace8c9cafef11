import type { ReactElement } from 'react';
import type { messages } from './messages';
import type { sectionMessages } from './sectionMessages';

/** The keys of messages, those inside others after a dot. */
type MessageKey<In> = {
  [Key in keyof In & string]: In[Key] extends string
    ? Key
    : `${Key}.${MessageKey<In[Key]>}`;
}[keyof In & string];

/** The message at a key; never where there is none. */
type MessageAt<In, Key extends string> = Key extends keyof In
  ? In[Key]
  : Key extends `${infer Head}.${infer Rest}`
  ? Head extends keyof In
    ? MessageAt<In[Head], Rest>
    : never
  : never;

type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/** A message's key without its plural ending. */
type WithoutPlural<Key> = Key extends `${infer Base}_${Plural}` ? Base : Key;

type TextKey<Messages> = WithoutPlural<MessageKey<Messages>>;

/** Names between double braces in a message. */
type Placeholder<Message> =
  Message extends `${string}{{${infer Found}}}${infer Rest}`
    ? Found | Placeholder<Rest>
    : never;

/** What a text has to be given. */
type Name<Messages, Key extends string> =
  | Placeholder<MessageAt<Messages, Key>>
  | PluralName<MessageAt<Messages, `${Key}_one` | `${Key}_other`>>;

type PluralName<Message> = [Message] extends [never]
  ? never
  : 'count' | Placeholder<Message>;

/** Nothing for a text without names, otherwise what its names stand for. */
type Needs<Messages, Key extends string, Filling> = [
  Name<Messages, Key>,
] extends [never]
  ? []
  : [
      values: {
        [One in Name<Messages, Key>]: One extends 'count' ? number : Filling;
      },
    ];

interface TextsOf<Messages> {
  <Key extends TextKey<Messages>>(
    key: Key,
    ...needs: Needs<Messages, Key, string>
  ): string;
  /** A text around elements is an element. */
  <Key extends TextKey<Messages>>(
    key: Key,
    ...needs: Needs<Messages, Key, string | ReactElement>
  ): ReactElement;
}

/**
 * Writes a text of host pages, records and the register.
 *
 * The translation system's own type works out all messages at each call, which
 * takes the compiler minutes for as many as these.
 */
export type Texts = TextsOf<typeof messages>;

/**
 * Writes a text of a tab of IT Assets, or any other.
 *
 * The mark keeps `Texts` from being taken for it: the compiler does not compare
 * what keys two such functions take.
 */
export type SectionTexts = TextsOf<typeof sectionMessages> &
  Texts & { readonly writesSections: true };

type Write = (key: string, values: object) => unknown;

/**
 * The texts that `write` writes. What each needs is the concern of callers, so
 * nothing of it is left to compare here.
 */
export function textsWrittenBy(write: Write): Texts {
  const text: unknown = (key: string, values: object = {}) =>
    write(key, values);
  if (!writesTexts(text)) throw new TypeError('Texts are written by functions');
  return text;
}

/**
 * As `textsWrittenBy`, with the texts of tabs.
 */
export function sectionTextsWrittenBy(write: Write): SectionTexts {
  const text: unknown = Object.assign(
    (key: string, values: object = {}) => write(key, values),
    { writesSections: true },
  );
  if (!writesTexts(text) || !writesSectionTexts(text)) {
    throw new TypeError('Texts are written by functions');
  }
  return text;
}

function writesTexts(value: unknown): value is Texts {
  return typeof value === 'function';
}

function writesSectionTexts(value: Texts): value is SectionTexts {
  return 'writesSections' in value;
}
