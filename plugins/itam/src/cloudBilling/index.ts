export * from './CloudBillsPage';
export * from './RecordBillsPanel';
