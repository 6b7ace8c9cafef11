import { DateTime } from 'luxon';
import { useState } from 'react';

/**
 * The month of the reader's clock, for pickers on pages whose answer does not
 * name the current month.
 */
export function useClockMonth(): string {
  const [month] = useState(() => DateTime.now().toFormat('yyyy-MM'));
  return month;
}
