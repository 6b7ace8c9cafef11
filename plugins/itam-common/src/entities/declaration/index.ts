export * from './forbiddenPlaceholders';
export * from './isTooDeep';
export * from './misplacedMoney';
export * from './yamlRule';
