// Writes what a portal with an estate starts from: the register's database and
// a catalog file of the organisation. Prints how many entities the file has.
import { ConfigReader } from '@backstage/config';
import knexFactory from 'knex';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRegisterConfig } from '../../plugins/itam-backend/src/config';
import { organisation } from '../estate/organisation';
import { evaluateEstate, seedEstate } from '../estate/seedEstate';
import { estateSize } from '../estate/size';
import { catalogFile } from './catalogFile';

async function main(): Promise<void> {
  const { folder, scale }: { folder: string; scale: number } = JSON.parse(
    process.argv[2],
  );
  const size = estateSize(scale);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'organisation.yaml'), catalogFile(size));
  const filename = join(folder, 'itam.sqlite');
  if (!existsSync(filename)) {
    const knex = knexFactory({
      client: 'better-sqlite3',
      connection: { filename },
      useNullAsDefault: true,
    });
    const options = {
      size,
      config: readRegisterConfig(new ConfigReader({})),
      asOf: new Date(),
    };
    const progress = (text: string) => process.stderr.write(`  ${text}\n`);
    await seedEstate(knex, options, progress);
    await evaluateEstate(knex, options, progress);
    await knex.destroy();
  }
  const entities = [...organisation(size)].length;
  process.stdout.write(JSON.stringify({ entities, size }));
}

main().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${String(error.stack).slice(0, 2_000)}\n`);
    process.exit(1);
  },
);
