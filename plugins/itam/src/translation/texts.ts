import type { ReactElement } from 'react';
import type { messages } from './messages';

type Messages = typeof messages;

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

type TextKey = WithoutPlural<MessageKey<Messages>>;

/** Names between double braces in a message. */
type Placeholder<Message> =
  Message extends `${string}{{${infer Found}}}${infer Rest}`
    ? Found | Placeholder<Rest>
    : never;

/** What a text has to be given. */
type Name<Key extends string> =
  | Placeholder<MessageAt<Messages, Key>>
  | PluralName<MessageAt<Messages, `${Key}_one` | `${Key}_other`>>;

type PluralName<Message> = [Message] extends [never]
  ? never
  : 'count' | Placeholder<Message>;

/** Nothing for a text without names, otherwise what its names stand for. */
type Needs<Key extends string, Filling> = [Name<Key>] extends [never]
  ? []
  : [values: { [One in Name<Key>]: One extends 'count' ? number : Filling }];

/**
 * Writes a text of the plugin.
 *
 * The translation system's own type works out all messages at each call, which
 * takes the compiler minutes for as many as these.
 */
export interface Texts {
  <Key extends TextKey>(key: Key, ...needs: Needs<Key, string>): string;
  /** A text around elements is an element. */
  <Key extends TextKey>(
    key: Key,
    ...needs: Needs<Key, string | ReactElement>
  ): ReactElement;
}

/**
 * The texts that `write` writes. What each needs is the concern of callers, so
 * nothing of it is left to compare here.
 */
export function textsWrittenBy(
  write: (key: string, values: object) => unknown,
): Texts {
  const text: unknown = (key: string, values: object = {}) =>
    write(key, values);
  if (!writesTexts(text)) throw new TypeError('Texts are written by functions');
  return text;
}

function writesTexts(value: unknown): value is Texts {
  return typeof value === 'function';
}
