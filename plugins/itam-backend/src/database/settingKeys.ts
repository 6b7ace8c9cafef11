/**
 * Keys of the `settings` table, and what their value is.
 */
export const settingKeys = {
  /** Identity of this database; a new one means that its data was lost. */
  epoch: 'epoch',
  /** Hex key of the declaration revisions. Never leaves the register. */
  secret: 'secret',
  /** Month index (year × 12 + month − 1) of the read model's first month. */
  windowStartMonth: 'read-model.start-month',
  /** Which rows the stored read model has; another one is built anew. */
  readModelLayout: 'read-model.layout',
  /** ISO instant of the last complete catalog projection. */
  projectionSyncedAt: 'projection.synced-at',
  /** Why the last projection failed; empty after a success. */
  projectionLastError: 'projection.last-error',
  /** The newest run of the projection; older ones write no more. */
  projectionTurn: 'projection.turn',
  /** The newest run of reconciliation; older ones write no more. */
  reconcileTurn: 'reconcile.turn',
  /** ISO instant of the last complete reconciliation. */
  reconciledAt: 'reconcile.reconciled-at',
  /** Why reconciliation retired nothing; empty when all is well. */
  guardAlarm: 'reconcile.guard-alarm',
  /** Day, depreciation defaults and more all records were last computed for. */
  computedFor: 'costs.computed-for',
  /** How far the computation of all records has come, and for what. */
  computing: 'costs.computing',
  /** How often all records were asked to be computed anew. */
  computeRequests: 'costs.requests',
  /** Which segments the stored ones are; others are computed anew. */
  segmentLayout: 'costs.segment-layout',
  /** Month index of the last closed month; empty when none is closed. */
  closedThrough: 'closing.closed-through',
  /** Fingerprint of the rates file that is loaded. */
  ratesFingerprint: 'rates.fingerprint',
  /** Changes with every change of a rate; tells whether a copy is current. */
  ratesRevision: 'rates.revision',
  /** Day up to which every alert that was due has been sent. */
  alertsCompleteOn: 'alerts.complete-on',
  /** Why alerts could not be sent in the last run; empty when all were. */
  alertsLastError: 'alerts.last-error',
  /** Day and rules that all records were last evaluated for. */
  policiesEvaluatedFor: 'policies.evaluated-for',
  /** How far the evaluation of all records has come, and for what. */
  policiesEvaluating: 'policies.evaluating',
} as const;

/** One of {@link settingKeys}. */
export type SettingKey = (typeof settingKeys)[keyof typeof settingKeys];
