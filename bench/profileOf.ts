import { readFileSync } from 'node:fs';
import type { EstateServer } from './estateServer';
import type { ProfileShares } from './observe';
import type { Question } from './questions';

const TURNS = 30;
const PATH = '/api/catalog';

/** What one answer takes inside the server; measured apart from its time. */
export interface AnswerProfile {
  /** Processor time of the server, in milliseconds. */
  processorMs: number;
  /** Where the processor time goes, in percent. */
  shares: ProfileShares;
}

/** Asks a question again, and looks at what the server does meanwhile. */
export async function profileOf(
  server: EstateServer,
  question: Question,
): Promise<AnswerProfile> {
  const askAll = async () => {
    for (let turn = 0; turn < TURNS; turn++) {
      await server.ask(`/api/itam${question.path(turn)}`);
    }
  };
  const before = cpuSeconds(server.pid);
  await askAll();
  const seconds = cpuSeconds(server.pid) - before;
  await server.ask(`${PATH}/profile/start`);
  await askAll();
  const shares: ProfileShares = JSON.parse(
    await server.ask(`${PATH}/profile/stop`),
  );
  return {
    processorMs: (seconds * 1_000) / TURNS,
    shares,
  };
}

/** Processor time a process has had; Linux counts it in hundredths. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
