import { ITAM_KINDS } from '../../entities/itamKinds';
import type { ItamKind } from '../../entities/types';
import { quoteText } from '../../entities/validation/describe';
import { importFields } from '../fields/importFields';
import { HEADER_ALIASES, type ImportSource } from './headerAliases';
import { normaliseHeader } from './normaliseHeader';

export type { ImportSource } from './headerAliases';

/**
 * A column of a file and the field it was recognised as.
 * @public
 */
export interface RecognisedColumn {
  /** Position, from 0. */
  column: number;
  /** Header as written, without byte order mark. */
  header: string;
  /** Id of the field; absent where none was recognised. */
  field?: string;
  /** By what: our own names, or the tool whose exports call it so. */
  recognisedBy?: 'own' | ImportSource;
}

/**
 * Something to know about the headers of a file before it is mapped.
 * @public
 */
export interface HeaderProblem {
  /**
   * `blank-header` and `duplicate-header`: the column has no name of its own,
   * and is mapped to nothing; `second-column`: an earlier or better known
   * column was recognised as the same field.
   */
  rule: 'blank-header' | 'duplicate-header' | 'second-column';
  /** Position of the column, from 0. */
  column: number;
  /** What to do. */
  message: string;
}

interface KnownHeader {
  field: string;
  by: 'own' | ImportSource;
  /** Position among the names of the field; the lower the better. */
  rank: number;
}

/** More than any tool can gain by the number of its headers. */
const OWN_NAME_PRECEDENCE = 10_000_000;

const KNOWN: Readonly<Record<ItamKind, ReadonlyMap<string, KnownHeader[]>>> = {
  Asset: knownHeaders('Asset'),
  License: knownHeaders('License'),
  Contract: knownHeaders('Contract'),
};

/**
 * Recognises the columns of a file by their headers: by our own ids and labels
 * and by the names that the exports of Snipe-IT, GLPI and ServiceNow have.
 *
 * Case, blanks, underscores, punctuation and a byte order mark make no
 * difference; only `name`, the id of a record, is told from `Name`, its title. A header that several tools use for different fields is read as
 * the tool does to which most headers of the file belong. Each field is
 * recognised once; where several columns fit, the better known name counts.
 * @public
 */
export function recogniseHeaders(
  kind: ItamKind,
  headers: readonly string[],
): { columns: RecognisedColumn[]; problems: HeaderProblem[] } {
  const shown = headers.map(header => header.replace(/\ufeff/g, '').trim());
  const names = headers.map(normaliseHeader);
  const known = KNOWN[kind];
  const sources = sourcesOf(names, known);
  const problems: HeaderProblem[] = [];
  const seen = new Map<string, number>();
  const matches = names.map((name, column) => {
    if (name === '') {
      problems.push({
        rule: 'blank-header',
        column,
        message: `Column ${column + 1} has no header; give it one to import it`,
      });
      return undefined;
    }
    const first = seen.get(name);
    if (first !== undefined) {
      problems.push({
        rule: 'duplicate-header',
        column,
        message: `Column ${column + 1} has the header ${quoteText(
          shown[column],
        )} of column ${first + 1}; give each column its own`,
      });
      return undefined;
    }
    seen.set(name, column);
    return bestMatch(
      (known.get(name) ?? []).filter(one => isMeant(one, shown[column])),
      sources,
    );
  });
  const chosen = chooseColumns(matches, sources);
  const columns = matches.map((match, column): RecognisedColumn => {
    const base = { column, header: shown[column] };
    if (!match) {
      return base;
    }
    const winner = chosen.get(match.field);
    if (winner !== column) {
      problems.push({
        rule: 'second-column',
        column,
        message: `Column ${column + 1} (${quoteText(shown[column])}) could be ${
          match.field
        } too, which is read from column ${(winner ?? 0) + 1}`,
      });
      return base;
    }
    return { ...base, field: match.field, recognisedBy: match.by };
  });
  return {
    columns,
    problems: problems.sort((a, b) => a.column - b.column),
  };
}

function knownHeaders(kind: ItamKind): Map<string, KnownHeader[]> {
  const known = new Map<string, KnownHeader[]>();
  const add = (header: string, entry: KnownHeader) => {
    const name = normaliseHeader(header);
    const entries = known.get(name) ?? [];
    if (
      !entries.some(one => one.field === entry.field && one.by === entry.by)
    ) {
      known.set(name, [...entries, entry]);
    }
  };
  for (const { id } of importFields(kind)) {
    add(id, { field: id, by: 'own', rank: 0 });
  }
  for (const { id, label } of importFields(kind)) {
    add(label, { field: id, by: 'own', rank: 1 });
  }
  for (const { field, source, headers } of HEADER_ALIASES[kind]) {
    headers.forEach((header, rank) =>
      add(header, { field, by: source, rank: rank + 2 }),
    );
  }
  return known;
}

/** How many headers of the file each tool knows. */
function sourcesOf(
  names: readonly string[],
  known: ReadonlyMap<string, KnownHeader[]>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of new Set(names)) {
    for (const by of new Set(known.get(name)?.map(one => one.by))) {
      counts.set(by, (counts.get(by) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * `name` is the record's id in our exports, but what other tools head with
 * `Name` is what the record is called.
 */
function isMeant(entry: KnownHeader, header: string): boolean {
  return (
    entry.by !== 'own' ||
    entry.field !== 'name' ||
    !/^name$/i.test(header) ||
    header === 'name'
  );
}

function bestMatch(
  entries: readonly KnownHeader[],
  sources: ReadonlyMap<string, number>,
): KnownHeader | undefined {
  return [...entries].sort((a, b) => order(a, sources) - order(b, sources))[0];
}

/** Our own ids first, then the tool the file seems to come from. */
function order(
  entry: KnownHeader,
  sources: ReadonlyMap<string, number>,
): number {
  return entry.by === 'own'
    ? entry.rank - OWN_NAME_PRECEDENCE
    : entry.rank - 10 * (sources.get(entry.by) ?? 0);
}

function chooseColumns(
  matches: readonly (KnownHeader | undefined)[],
  sources: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const chosen = new Map<string, number>();
  matches.forEach((match, column) => {
    if (!match) {
      return;
    }
    const before = chosen.get(match.field);
    const other = before === undefined ? undefined : matches[before];
    if (!other || order(match, sources) < order(other, sources)) {
      chosen.set(match.field, column);
    }
  });
  return chosen;
}

/**
 * The kind as whose fields most headers of a file are recognised; undefined
 * when two kinds are as likely.
 * @public
 */
export function likelyKind(headers: readonly string[]): ItamKind | undefined {
  const counted = ITAM_KINDS.map(kind => ({
    kind,
    count: recogniseHeaders(kind, headers).columns.filter(one => one.field)
      .length,
  })).sort((a, b) => b.count - a.count);
  return counted[0].count > counted[1].count ? counted[0].kind : undefined;
}
