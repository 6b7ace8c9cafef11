// What is loaded once something is written.
export { draftProblems } from './draftProblems';
export { proposedName } from './proposedName';
