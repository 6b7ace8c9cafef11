// What is done with a record, loaded together when the first of it is opened.
export { AssignDialog } from './AssignDialog';
export { RetireDialog } from './RetireDialog';
export { ReturnDialog } from './ReturnDialog';
export { TransitionDialog } from './TransitionDialog';
