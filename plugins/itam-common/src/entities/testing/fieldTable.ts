import type { JsonObject } from '@backstage/types';
import { isObject } from '../validation/SpecField';

/** The fields of a schema as a Markdown table, one row for each. */
export function fieldTable(schema: JsonObject): string {
  return [
    '| field | value | required | what it says |',
    '| --- | --- | --- | --- |',
    ...rowsOf(schema, ''),
  ].join('\n');
}

function rowsOf(schema: unknown, prefix: string): string[] {
  if (!isObject(schema) || !isObject(schema.properties)) {
    return isObject(schema) ? rowsOfItems(schema, prefix) : [];
  }
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(schema.properties).flatMap(([name, field]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    const description =
      isObject(field) && typeof field.description === 'string'
        ? field.description
        : '';
    const cells = [
      `\`${path}\``,
      valueOf(field),
      required.includes(name) ? 'yes' : '',
      description.replace(/\|/g, '\\|'),
    ];
    return [`| ${cells.join(' | ')} |`, ...rowsOf(field, path)];
  });
}

function rowsOfItems(schema: Record<string, unknown>, prefix: string) {
  return isObject(schema.items) ? rowsOf(schema.items, `${prefix}[]`) : [];
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  array: 'list',
  boolean: 'true or false',
  integer: 'whole number',
  number: 'number',
  object: 'object',
};

const TEXT_NAMES: readonly [start: string, name: string][] = [
  ['itam:ref:', 'reference'],
  ['itam:date', 'date'],
  ['itam:slug', 'slug'],
  ['itam:url', 'URL'],
  ['itam:amount', 'amount'],
  ['itam:currency', 'currency'],
  ['itam:salvage', 'amount or percentage'],
];

function valueOf(field: unknown): string {
  if (!isObject(field)) {
    return '';
  }
  if (Array.isArray(field.enum)) {
    return field.enum.map(word => `\`${word}\``).join(', ');
  }
  const comment = typeof field.$comment === 'string' ? field.$comment : '';
  const text = TEXT_NAMES.find(([start]) => comment.startsWith(start))?.[1];
  return [field.type]
    .flat()
    .map(type => {
      if (type !== 'string') {
        return TYPE_NAMES[String(type)] + boundsOf(field);
      }
      return (
        text ??
        (typeof field.maxLength === 'number'
          ? `text, at most ${field.maxLength} characters`
          : 'text')
      );
    })
    .join(' or ');
}

function boundsOf(field: Record<string, unknown>): string {
  const { minimum, exclusiveMinimum, maximum } = field;
  if (typeof maximum !== 'number') {
    return '';
  }
  return typeof exclusiveMinimum === 'number'
    ? `, above ${exclusiveMinimum}, at most ${maximum}`
    : `, ${minimum} to ${maximum}`;
}
