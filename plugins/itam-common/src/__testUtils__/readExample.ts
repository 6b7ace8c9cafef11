import type { JsonObject } from '@backstage/types';
import { mergeDeclared } from '../cost';
import type { CostRecord, ServicingInvoice } from '../cost/types';
import { isItamKind, parseItamSpec, type ParsedItamSpec } from '../entities';
import type { AssetSpec, ItamKind } from '../entities/types';
import { minorOf } from '../values';

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object of an example; anything else fails the test. */
export function readObject(value: unknown): JsonObject {
  if (!isJsonObject(value)) {
    throw new Error('The example has no object here');
  }
  return value;
}

/** A text of an example. */
export function readText(value: unknown): string {
  if (typeof value !== 'string') {
    throw new Error('The example has no text here');
  }
  return value;
}

/** A list of an example. */
export function readList(value: unknown): unknown[] {
  if (!Array.isArray(value)) {
    throw new Error('The example has no list here');
  }
  return value;
}

/** A list of lists of texts. */
export function readRows(value: unknown): string[][] {
  return readList(value).map(row => readList(row).map(readText));
}

/** Texts by name. */
export function readTexts(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(readObject(value)).map(([name, text]) => [
      name,
      readText(text),
    ]),
  );
}

/**
 * A record of an example, read as the register reads it: what would be refused
 * there fails the test.
 */
export function readRecord(
  kind: ItamKind,
  name: string,
  spec: unknown,
): ParsedItamSpec {
  return parseItamSpec({
    apiVersion: 'itam/v1alpha1',
    kind,
    metadata: { name },
    spec: readObject(spec),
  });
}

/** A server in maintenance, unless the example says otherwise. */
export function readAsset(spec: unknown): AssetSpec {
  const read = readRecord('Asset', 'example', {
    class: 'hardware',
    type: 'server',
    stage: 'maintenance',
    owner: 'group:default/platform',
    ...readObject(spec),
  });
  if (read.kind !== 'Asset') {
    throw new Error('The example is no asset');
  }
  return read.spec;
}

function kindOf(value: unknown): ItamKind {
  const text = readText(value);
  if (!isItamKind(text)) {
    throw new Error(`${text} is no kind of record`);
  }
  return text;
}

/**
 * The records of an example as the register has them, delivered on 1 January
 * 2025, with their servicings.
 */
export function readCostRecords(value: unknown): CostRecord[] {
  return readList(value).map(item => {
    const { kind, name, spec, servicings } = readObject(item);
    const parsed = readRecord(kindOf(kind), readText(name), spec);
    const record = mergeDeclared(
      undefined,
      parsed.ref,
      parsed.kind,
      parsed.spec,
      '2025-01-01',
    );
    return servicings === undefined
      ? record
      : { ...record, servicings: readList(servicings).map(readServicing) };
  });
}

function readServicing(value: unknown): ServicingInvoice {
  const { date, amount, currency } = readTexts(value);
  return { date, currency, minor: minorOf(amount, currency) };
}
