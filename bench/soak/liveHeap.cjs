// Loaded into the portal under load: at SIGUSR2 it collects all garbage and
// writes what is left, in bytes, to the file that ITAM_SOAK_HEAP names.
// Resident memory tells less: it holds what the collector has not come to yet.
// With ITAM_SOAK_SNAPSHOTS it also writes what the heap is made of there.
const { renameSync, writeFileSync } = require('node:fs');
const { setFlagsFromString, writeHeapSnapshot } = require('node:v8');
const { runInNewContext } = require('node:vm');

const { ITAM_SOAK_HEAP: file, ITAM_SOAK_SNAPSHOTS: snapshots } = process.env;
if (file) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  process.on('SIGUSR2', () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    if (snapshots) {
      writeHeapSnapshot(
        `${snapshots}-${Math.round(process.uptime())}.heapsnapshot`,
      );
    }
    writeFileSync(`${file}.part`, JSON.stringify(heapUsed + external));
    renameSync(`${file}.part`, file);
  });
}
