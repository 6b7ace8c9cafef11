import { type Entity, FieldFormatEntityPolicy } from '@backstage/catalog-model';
import {
  forbiddenPlaceholders,
  isTooDeep,
  ITAM_KINDS,
  type ItamKind,
  misplacedMoney,
  validateItamEntity,
  yamlRule,
} from '@backstage-itam/plugin-itam-common';
import { type Document, LineCounter, parseAllDocuments } from 'yaml';
import { isObject } from '../draft/jsonPath';
import { locate } from './locate';

/** Something the catalog would refuse, and where it stands. */
export interface YamlFinding {
  /** Counted from 1. */
  line: number;
  /** Offsets in the text; the end is exclusive. */
  from: number;
  to: number;
  message: string;
}

/** A text as the catalog would read it. */
export interface CheckedYaml {
  findings: YamlFinding[];
  /** The assets, licences and contracts in it. */
  records: { kind: ItamKind; entity: Entity }[];
  /** Kinds of the other entities, which are not checked. */
  others: string[];
}

/** A request may not be longer either. */
const MOST_CHARACTERS = 1_000_000;

/**
 * Reads a text as the catalog reads a file: the same reader, the same rules,
 * the same words, and the same limits on aliases, depth and size.
 */
export async function checkYaml(text: string): Promise<CheckedYaml> {
  const lines = new LineCounter();
  const checked: CheckedYaml = { findings: [], records: [], others: [] };
  const find = (message: string, from = 0, to = from) => {
    const { line } = lines.linePos(from);
    checked.findings.push({ line: Math.max(line, 1), from, to, message });
  };
  if (text.length > MOST_CHARACTERS) {
    find('A file is not checked beyond 1,000,000 characters');
    return checked;
  }
  for (const document of read(text, lines, find)) {
    await checkDocument(document, checked, find);
  }
  checked.findings.sort((a, b) => a.from - b.from);
  return checked;
}

type Find = (message: string, from?: number, to?: number) => void;

function read(text: string, lines: LineCounter, find: Find): Document[] {
  try {
    const documents = parseAllDocuments(text, {
      merge: false,
      prettyErrors: false,
      lineCounter: lines,
    });
    return Array.isArray(documents) ? documents : [];
  } catch {
    // Nested beyond what the reader itself can follow.
    find(yamlRule(''));
    return [];
  }
}

async function checkDocument(
  document: Document,
  checked: CheckedYaml,
  find: Find,
): Promise<void> {
  if (document.errors.length > 0) {
    for (const { message, pos } of document.errors) {
      find(yamlRule(message), pos[0], pos[1]);
    }
    return;
  }
  const start = document.contents?.range?.[0] ?? 0;
  const entity = entityOf(document, find, start);
  if (entity === undefined) {
    return;
  }
  const { kind } = entity;
  const known = ITAM_KINDS.find(
    one => one.toLowerCase() === String(kind).toLowerCase(),
  );
  if (known === undefined && typeof kind === 'string') {
    checked.others.push(kind);
    return;
  }
  const at = (path: string, message: string) => {
    const { from, to } = locate(document, path);
    find(message, from, to);
  };
  for (const { path, message } of validateItamEntity(entity)) {
    at(path, message);
  }
  if (isObject(entity.metadata)) {
    for (const { path, message } of misplacedMoney(entity)) {
      at(path, message);
    }
    await checkFormat(entity, at);
  }
  for (const path of forbiddenPlaceholders(entity.spec, 'spec')) {
    at(
      path,
      `${path}: placeholders are not allowed, apart from $text outside spec.financials`,
    );
  }
  if (known !== undefined) {
    checked.records.push({ kind: known, entity });
  }
}

/** The document as an entity; undefined when it is empty or none. */
function entityOf(
  document: Document,
  find: Find,
  start: number,
): Entity | undefined {
  try {
    const value: unknown = document.toJS();
    if (value === null || value === undefined) {
      return undefined;
    }
    if (!isObject(value)) {
      find(
        `Expected object at root, got ${
          Array.isArray(value) ? 'object' : typeof value
        }`,
        start,
      );
      return undefined;
    }
    if (isTooDeep(value)) {
      find('a document is nested too deeply or refers to itself', start);
      return undefined;
    }
    const entity: Entity = document.toJS();
    return entity;
  } catch (error) {
    const text = messageOf(error);
    find(
      text.startsWith('Excessive alias count')
        ? 'too many aliases'
        : yamlRule(text),
      start,
    );
    return undefined;
  }
}

/** Names, labels and tags: the catalog's own rules. */
async function checkFormat(
  entity: Entity,
  at: (path: string, message: string) => void,
): Promise<void> {
  try {
    await new FieldFormatEntityPolicy().enforce(entity);
  } catch (error) {
    const message = messageOf(error);
    const path = /"([\w.]+)"/.exec(message)?.[1] ?? 'metadata';
    at(path, message);
  }
}

/** The reader's errors may be of another realm than this module's. */
function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}
