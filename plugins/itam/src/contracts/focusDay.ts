/** The id of the first row of a day in the table of renewals. */
export function dayRowId(day: string): string {
  return `renewals-${day}`;
}

/** Brings the first renewal of a day into view and the keyboard to it. */
export function focusDay(day: string): void {
  const row = document.getElementById(dayRowId(day));
  row?.scrollIntoView({ block: 'center' });
  row?.focus({ preventScroll: true });
}
