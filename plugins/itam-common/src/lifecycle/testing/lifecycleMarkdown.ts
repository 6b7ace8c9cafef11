import { LIFECYCLE_STAGES, stageOfStatus, statusesOf } from '../stages';
import { LIFECYCLE_TRANSITIONS } from '../transitions';

/** The transition table as documentation shows it, one row for each step. */
export function transitionTable(): string {
  const rows = LIFECYCLE_TRANSITIONS.map(
    ({ from, to, kind, reasonRequired }) =>
      `| ${stageOfStatus(from)} | ${from} | ${to} | ${stageOfStatus(
        to,
      )} | ${kind} | ${reasonRequired ? 'yes' : ''} |`,
  );
  return [
    '| stage | from | to | stage | kind | reason needed |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** The stages with their statuses. */
export function statusTable(): string {
  return [
    '| stage | statuses |',
    '| --- | --- |',
    ...LIFECYCLE_STAGES.map(
      stage => `| ${stage} | ${statusesOf(stage).join(', ')} |`,
    ),
  ].join('\n');
}

/** Forward steps as a diagram; the others would hide them. */
export function forwardDiagram(): string {
  const id = (status: string) => status.replace(/-/g, '_');
  const stages = LIFECYCLE_STAGES.flatMap(stage => [
    `  state ${stage} {`,
    ...statusesOf(stage).map(status => `    ${id(status)}: ${status}`),
    '  }',
  ]);
  const steps = LIFECYCLE_TRANSITIONS.filter(
    ({ kind }) => kind === 'forward',
  ).map(({ from, to }) => `  ${id(from)} --> ${id(to)}`);
  return ['```mermaid', 'stateDiagram-v2', ...stages, ...steps, '```'].join(
    '\n',
  );
}
