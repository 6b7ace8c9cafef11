import type { Texts } from '../translation';
import type { RegisterColumn } from './registerView';

/** What a column of the register is called. */
export function columnLabel(t: Texts, column: RegisterColumn): string {
  switch (column) {
    case 'serialNumber':
    case 'model':
    case 'location':
      return t(`record.fields.${column}`);
    case 'assignee':
      return t('record.holder');
    case 'bookValue':
      return t('record.bookValue');
    default:
      return t(`register.columns.${column}`);
  }
}
