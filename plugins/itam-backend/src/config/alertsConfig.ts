/** What alerts are about; each has a section `itam.alerts.<kind>`. */
export type AlertKind =
  | 'noticeDeadline'
  | 'warrantyEnd'
  | 'licenceShortfall'
  | 'loanOverdue'
  | 'servicingDue'
  | 'budgetPassed';

/** When alerts of one kind are sent, and to whom. */
export interface AlertRule {
  enabled: boolean;
  /**
   * Thresholds that fall as an event gets more urgent: days before it,
   * negative ones after it; the negative per cent of a budget. A single 0
   * where a state has no degrees.
   */
  stages: readonly number[];
  /** `owner`, `holder` and entity refs. */
  recipients: readonly string[];
}

/** The configuration under `itam.alerts`. */
export interface AlertsConfig {
  enabled: boolean;
  scheduleMs: number;
  rules: Readonly<Record<AlertKind, AlertRule>>;
}
