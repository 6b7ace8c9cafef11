import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { decodeText } from '../plugins/itam-backend/src/spreadsheets/decodeText';
import { readCsv } from '../plugins/itam-backend/src/spreadsheets/readCsv';
import { writeParquetBill } from './parquetBill';
import { residentMiB } from './residentMiB';

/** How the delivery of billing files is measured. */
export interface BillingBench {
  /** Base of the API, such as http://127.0.0.1:7007. */
  url: string;
  token: string;
  rows: number;
  /** Process id of the server. */
  pid: number;
  /** A FOCUS file to deliver, besides the generated one. */
  file: string | undefined;
  report(row: string, text: string): void;
}

const ACCOUNTS = 40;
const SERVICES = 25;
const LINES_AT_A_TIME = 500;
const HEADER =
  'BilledCost,BillingAccountId,BillingAccountName,BillingCurrency,BillingPeriodEnd,BillingPeriodStart,ChargeCategory,ChargeClass,ChargeDescription,ChargeFrequency,ChargePeriodEnd,ChargePeriodStart,CommitmentDiscountId,ConsumedQuantity,ConsumedUnit,ContractedCost,EffectiveCost,InvoiceIssuerName,ListCost,PricingCategory,PricingQuantity,PricingUnit,ProviderName,PublisherName,RegionId,RegionName,ResourceId,ResourceName,ResourceType,ServiceCategory,ServiceName,SkuId,SkuPriceId,SubAccountId,SubAccountName,Tags';

/** Sums of a file, by a way of its own. */
interface Sums {
  rows: number;
  billed: bigint;
  effective: bigint;
}

/** Decimals after which the bench compares; files of it have no more. */
const DIGITS = 20;

/**
 * Delivers a generated billing file through HTTP as it is written, and again,
 * and a real one where it is named; compares the sums of the answers with sums
 * of the same amounts made here, to the last digit.
 */
export async function measureBilling(bench: BillingBench): Promise<void> {
  const { report, rows, file } = bench;
  if (file !== undefined) {
    const sums = await sumsOf(file);
    const answer = await deliver(bench, createReadStream(file), basename(file));
    compare(bench, basename(file), sums, answer);
    report(
      `billing file ${basename(file)}: bills, records`,
      `${answer.deliveries.length}, ${count(answer, 'records')}`,
    );
    await deliverParquet(bench, basename(file), {
      sums,
      csv: decodeText(createReadStream(file), undefined),
    });
  }
  for (const name of ['delivered', 'delivered again']) {
    const kept: Sums = { rows: 0, billed: 0n, effective: 0n };
    const before = residentMiB(bench.pid, 'reset').now;
    const begun = Date.now();
    const answer = await deliver(bench, generated(rows, kept), 'generated.csv');
    const took = (Date.now() - begun) / 1_000;
    const { highest } = residentMiB(bench.pid);
    compare(bench, `${rows} rows, ${name}`, kept, answer);
    report(
      `billing file of ${rows} rows, ${name}`,
      `${(rows / took).toFixed(0)} rows/s, ${took.toFixed(1)} s; ${count(
        answer,
        'records',
      )} records, ${answer.deliveries
        .map(({ state }) => state)
        .join(', ')}; resident ${before} / +${highest - before} MiB`,
    );
  }
  const sums: Sums = { rows: 0, billed: 0n, effective: 0n };
  await deliverParquet(bench, `${rows} rows`, {
    sums,
    csv: generated(rows, sums),
  });
}

/** Delivers the same again as Parquet: nothing may change by it. */
async function deliverParquet(
  bench: BillingBench,
  name: string,
  { sums, csv }: { sums: Sums; csv: AsyncIterable<string> },
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'itam-bench-'));
  try {
    const path = join(folder, 'bill.parquet');
    await writeParquetBill(csv, path);
    const { size } = await stat(path);
    const before = residentMiB(bench.pid, 'reset').now;
    const begun = Date.now();
    const answer = await deliver(
      bench,
      createReadStream(path),
      'bill.parquet',
      'application/vnd.apache.parquet',
    );
    const took = (Date.now() - begun) / 1_000;
    const { highest } = residentMiB(bench.pid);
    compare(bench, `${name}, as Parquet`, sums, answer);
    bench.report(
      `${name}, as Parquet`,
      `${(sums.rows / took).toFixed(0)} rows/s, ${took.toFixed(1)} s; ${(
        size /
        1024 /
        1024
      ).toFixed(1)} MiB; ${answer.deliveries
        .map(({ state }) => state)
        .join(', ')}; resident ${before} / +${highest - before} MiB`,
    );
    if (answer.deliveries.some(({ state }) => state !== 'unchanged')) {
      throw new Error('The same bill as Parquet is another bill');
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Answer {
  rows: number;
  deliveries: {
    state: string;
    records: number;
    billed: { exact: string };
    effective: { exact: string };
  }[];
}

function count({ deliveries }: Answer, what: 'records'): number {
  return deliveries.reduce((sum, one) => sum + one[what], 0);
}

function compare(
  { report }: BillingBench,
  name: string,
  sums: Sums,
  answer: Answer,
): void {
  const total = (what: 'billed' | 'effective') =>
    answer.deliveries.reduce((sum, one) => sum + unitsOf(one[what].exact), 0n);
  const equal =
    answer.rows === sums.rows &&
    total('billed') === sums.billed &&
    total('effective') === sums.effective;
  report(
    `${name}: sums of the answer and of the file`,
    `${equal ? 'equal' : 'DIFFERENT'}: billed ${textOf(
      sums.billed,
    )}, effective ${textOf(sums.effective)}`,
  );
  if (!equal) {
    throw new Error('The sums differ');
  }
}

async function deliver(
  { url, token }: BillingBench,
  body: AsyncIterable<string | Buffer>,
  fileName: string,
  type = 'text/csv',
): Promise<Answer> {
  // Streaming bodies need what the types do not know.
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': type },
    body: streamOf(body),
    duplex: 'half',
  };
  const response = await fetch(
    `${url}/api/itam/cloud-billing/deliveries?fileName=${fileName}`,
    init,
  );
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${response.status} ${text.slice(0, 2_000)}`);
  }
  return JSON.parse(text);
}

function streamOf(
  body: AsyncIterable<string | Buffer>,
): ReadableStream<Uint8Array> {
  const parts = body[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await parts.next();
      if (next.done) {
        controller.close();
      } else if (next.value.length > 0) {
        controller.enqueue(Buffer.from(next.value));
      }
    },
  });
}

async function sumsOf(file: string): Promise<Sums> {
  const sums: Sums = { rows: 0, billed: 0n, effective: 0n };
  let header: readonly string[] | undefined;
  const text = decodeText(createReadStream(file), undefined);
  for await (const { cells } of readCsv(text, undefined)) {
    const texts = cells.map(String);
    if (header) {
      sums.rows += 1;
      sums.billed += unitsOf(texts[header.indexOf('BilledCost')]);
      sums.effective += unitsOf(texts[header.indexOf('EffectiveCost')]);
    }
    header ??= texts;
  }
  return sums;
}

async function* generated(rows: number, sums: Sums): AsyncGenerator<string> {
  yield `${HEADER}\n`;
  let lines: string[] = [];
  for (let row = 0; row < rows; row++) {
    // Eleven decimals, as providers have.
    const cost = `${row % 3}.${String((row * 7_919) % 10 ** 11).padStart(
      11,
      '0',
    )}`;
    const effective = `${row % 2}.${String((row * 104_729) % 10 ** 11).padStart(
      11,
      '0',
    )}`;
    sums.rows += 1;
    sums.billed += unitsOf(cost);
    sums.effective += unitsOf(effective);
    lines.push(lineOf(row, cost, effective));
    if (lines.length === LINES_AT_A_TIME) {
      yield `${lines.join('\n')}\n`;
      lines = [];
    }
  }
  if (lines.length > 0) {
    yield `${lines.join('\n')}\n`;
  }
}

function lineOf(row: number, cost: string, effective: string): string {
  const day = String((row % 30) + 1).padStart(2, '0');
  const next =
    row % 30 === 29
      ? '2026-10-01'
      : `2026-09-${String((row % 30) + 2).padStart(2, '0')}`;
  const account = `${10_000_000 + (row % ACCOUNTS)}`;
  const service = `Service ${row % SERVICES}`;
  const tags =
    row % 4 === 0
      ? 'NULL'
      : `"{""service"": ""service-${
          row % 20
        }"", ""env"": ""prod"", ""request"": ""${row}""}"`;
  return `${cost},1234567890123,Bench,USD,2026-10-01T00:00:00Z,2026-09-01T00:00:00Z,Usage,NULL,"$0.10 per GB - data transfer out, row ${row}",Usage-Based,${next}T00:00:00Z,2026-09-${day}T00:00:00Z,NULL,1.000000000000000,GB,${cost},${effective},"Cloud, Inc.",${cost},Standard,1.00000000000,GB,Cloud,"Cloud, Inc.",eu-central-1,EU (Frankfurt),arn:cloud:thing:${row},NULL,volume,Storage,${service},SKU${
    row % 97
  },SKU${row % 97}.P,${account},Account ${row % ACCOUNTS},${tags}`;
}

function unitsOf(text: string): bigint {
  const [whole, fraction = ''] = text.replace('-', '').split('.');
  const units = BigInt(whole + fraction.padEnd(DIGITS, '0'));
  return text.startsWith('-') ? -units : units;
}

function textOf(units: bigint): string {
  const digits = String(units < 0n ? -units : units).padStart(DIGITS + 1, '0');
  const at = digits.length - DIGITS;
  const text = `${digits.slice(0, at)}.${digits.slice(at)}`.replace(
    /\.?0+$/,
    '',
  );
  return units < 0n ? `-${text}` : text;
}
