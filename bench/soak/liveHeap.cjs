// Loaded into the portal under load: at SIGUSR2 it collects all garbage and
// writes what is left, in bytes, to the file that ITAM_SOAK_HEAP names.
// Resident memory tells less: it holds what the collector has not come to yet.
const { renameSync, writeFileSync } = require('node:fs');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

const file = process.env.ITAM_SOAK_HEAP;
if (file) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  process.on('SIGUSR2', () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    writeFileSync(`${file}.part`, JSON.stringify(heapUsed + external));
    renameSync(`${file}.part`, file);
  });
}
