// Seeds estates to be measured later.
import { seedOnly, type EstateOptions } from './estateServer';

async function main(): Promise<void> {
  const { estates }: { estates: EstateOptions[] } = JSON.parse(process.argv[2]);
  for (const estate of estates) {
    await seedOnly(estate);
  }
}

main().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${String(error.stack).slice(0, 2_000)}\n`);
    process.exit(1);
  },
);
