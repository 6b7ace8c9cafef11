export { ConnectorSection } from './ConnectorSection';
export type { ConnectorSettings } from './ConnectorSettings';
export {
  itamConnectorsExtensionPoint,
  type ItamConnectorsExtensionPoint,
} from './extensionPoint';
export type { BackoffOptions } from './http/backoff';
export { SourceError } from './http/SourceError';
export {
  SourceHttp,
  type SourceAnswer,
  type SourceHttpOptions,
} from './http/SourceHttp';
export type { ItamConnector } from './ItamConnector';
export { readConnectorSettings } from './readConnectorSettings';
export type {
  SourceFailure,
  SourceLink,
  SourcePage,
  SourcePageRequest,
  SourceRecord,
  SourceStream,
  SourceUnknown,
} from './SourceRecord';
export {
  sourceDay,
  sourceField,
  sourceLine,
  sourceLines,
  sourceUserRef,
} from './sourceText';
