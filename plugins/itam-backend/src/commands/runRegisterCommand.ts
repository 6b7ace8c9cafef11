import { parseArgs } from 'node:util';
import { ConfigSources } from '@backstage/config-loader';
import type { Config } from '@backstage/config';
import { plainDateOf } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { readRegisterConfig } from '../config';
import { settingKeys } from '../database/settingKeys';
import { describeFailure } from '../logging/describeFailure';
import { isSegmentLayoutCurrent } from '../stores/costSegments/segmentLayout';
import { readSetting } from '../stores/settings/readSetting';
import { checkSegments } from '../usecases/costs/checkSegments';
import {
  checkReadModel,
  rebuildReadModel,
} from '../usecases/costs/recomputeReadModel';
import { evaluateAll } from '../usecases/policies/evaluateAll';
import { evaluatePending } from '../usecases/policies/evaluatePending';
import { NoRegisterError, withRegisterDatabase } from './registerDatabase';

const USAGE = `Usage: itam-register <command> [--config <file>]...

Commands:
  check             compare the read model with segments and records
  check --segments  compute every record's cost segments anew as well, and
                    compare them with those stored
  rebuild           compute the read model anew
  evaluate          run the policy rules over all records anew

Without --config, app-config.yaml and app-config.local.yaml are read.
Exit code: 0 all is equal or done, 1 something differs, 2 it could not be done.`;

/** Keys told one by one; more are counted. */
const KEYS_TOLD = 1_000;

/**
 * Where a command writes its lines.
 * @public
 */
export interface CommandOutput {
  /** What was asked for. */
  out: (line: string) => void;
  /** What went wrong. */
  error: (line: string) => void;
}

/**
 * Runs a command on the register's database, for operators: `check`,
 * `rebuild` and `evaluate`, with `--config` as the backend takes it. The backend may go on
 * running.
 *
 * Returns the exit code: 0 when all is equal or done, 1 when something differs,
 * 2 when it could not be done; the reason is written to `error`. Throws
 * nothing.
 * @public
 */
export async function runRegisterCommand(
  args: readonly string[],
  output: CommandOutput,
  now: () => Date,
): Promise<number> {
  try {
    const command = readCommand(args);
    if (command === undefined) {
      output.error(USAGE);
      return 2;
    }
    if (command.name === 'help') {
      output.out(USAGE);
      return 0;
    }
    const config = await loadConfig(command.configs);
    return await withRegisterDatabase(config, async database => {
      switch (command.name) {
        case 'check':
          return await check(database, config, command.segments, output, now());
        case 'evaluate':
          return await evaluate(database, config, output, now());
        default:
          return await rebuild(database, output, now());
      }
    });
  } catch (error) {
    output.error(
      error instanceof NoRegisterError || !isDatabaseError(error)
        ? messageOf(error)
        : `The database failed: ${describeFailure(error)}`,
    );
    return 2;
  }
}

interface Command {
  name: 'check' | 'rebuild' | 'evaluate' | 'help';
  segments: boolean;
  configs: string[];
}

function readCommand(args: readonly string[]): Command | undefined {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      config: { type: 'string', multiple: true },
      segments: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { segments, config: configs = [] } = values;
  if (values.help) {
    return { name: 'help', segments, configs };
  }
  const [name, ...more] = positionals;
  if (more.length > 0 || (segments && name !== 'check')) {
    return undefined;
  }
  return name === 'check' || name === 'rebuild' || name === 'evaluate'
    ? { name, segments, configs }
    : undefined;
}

async function loadConfig(files: readonly string[]): Promise<Config> {
  const config = await ConfigSources.toConfig(
    ConfigSources.default({
      watch: false,
      argv: files.flatMap(file => ['--config', file]),
    }),
  );
  config.close();
  return config;
}

async function check(
  database: Knex,
  config: Config,
  segments: boolean,
  output: CommandOutput,
  asOf: Date,
): Promise<number> {
  const { rows, differingKeys } = await checkReadModel({ database });
  output.out(
    `Read model: ${rows} rows compared, ${differingKeys.length} differ`,
  );
  tell(
    output,
    differingKeys.map(key => key.split('\u0000').join(' ')),
  );
  if (!segments) {
    return differingKeys.length === 0 ? 0 : 1;
  }
  const day = plainDateOf(asOf);
  const computedFor =
    (await readSetting(database, settingKeys.computedFor)) ?? '';
  if (
    !computedFor.startsWith(day) ||
    !(await isSegmentLayoutCurrent(database))
  ) {
    output.error(
      `Costs have not been computed for ${day} yet; what depends on the day may differ`,
    );
  }
  const found = await checkSegments(
    { database, config: readRegisterConfig(config) },
    asOf,
  );
  output.out(
    `Cost segments: ${found.records} records compared, ${found.differing.length} differ, ${found.uncomputable.length} cannot be computed`,
  );
  tell(output, found.differing);
  return differingKeys.length + found.differing.length === 0 ? 0 : 1;
}

async function rebuild(
  database: Knex,
  output: CommandOutput,
  asOf: Date,
): Promise<number> {
  const { rows } = await rebuildReadModel({ database }, asOf);
  output.out(`Read model: ${rows} rows computed anew`);
  return 0;
}

async function evaluate(
  database: Knex,
  config: Config,
  output: CommandOutput,
  asOf: Date,
): Promise<number> {
  const deps = { database, config: readRegisterConfig(config) };
  const records = await evaluateAll(deps, asOf);
  await evaluatePending(deps, asOf);
  output.out(`Policies: ${records} records evaluated`);
  return 0;
}

function tell(output: CommandOutput, lines: readonly string[]): void {
  lines.slice(0, KEYS_TOLD).forEach(line => output.out(`  ${line}`));
  if (lines.length > KEYS_TOLD) {
    output.out(`  and ${lines.length - KEYS_TOLD} more`);
  }
}

/** Errors of drivers carry a code, and may quote what must not be repeated. */
function isDatabaseError(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'string' &&
    !error.code.startsWith('ERR_')
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
