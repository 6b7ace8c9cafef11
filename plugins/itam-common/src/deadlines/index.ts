export * from './alertStage';
export * from './recordDeadlines';
