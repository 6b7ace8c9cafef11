import fc from 'fast-check';
import { operations } from './__testUtils__/fuzz/contract';
import {
  requestsTo,
  type DrawnRequest,
} from './__testUtils__/fuzz/drawnRequests';
import {
  readHiddenAmounts,
  registerRecords,
} from './__testUtils__/fuzz/fuzzRecords';
import { FuzzRun } from './__testUtils__/fuzz/fuzzRun';
import { fuzzSeed } from './__testUtils__/fuzz/fuzzSeed';
import { hiddenRecords } from './__testUtils__/fuzz/hiddenRecords';
import { KeptConnection } from './__testUtils__/fuzz/keptConnection';
import { describeShop } from './__testUtils__/shopRegister';

/** Requests to each operation. */
const REQUESTS = 120;

const seed = fuzzSeed();
const drawn: DrawnRequest[] = fc
  .sample(fc.tuple(...operations.map(requestsTo)), { seed, numRuns: REQUESTS })
  // Not in the order of the contract: a write comes before any read.
  .flatMap((round, at) => [
    ...round.slice(at % round.length),
    ...round.slice(0, at % round.length),
  ]);

describeShop('any request', [...hiddenRecords], shop => {
  it('is answered as the contract says, and tells no secret', async () => {
    await registerRecords(shop.register);
    const amounts = await readHiddenAmounts(shop.register);
    for (const { metadata } of hiddenRecords) {
      expect(amounts.get(metadata.name)).not.toEqual([]);
    }
    const connection = new KeptConnection(shop.register.port);
    const run = new FuzzRun(connection, amounts);
    try {
      for (const request of drawn) {
        await run.ask(request);
      }
    } finally {
      connection.close();
    }
    if (process.env.FUZZ_STATS) {
      for (const [id, counts] of run.statuses) {
        process.stderr.write(`${id} ${JSON.stringify([...counts])}\n`);
      }
    }
    expect(run.findings).toEqual([]);
  });
});
