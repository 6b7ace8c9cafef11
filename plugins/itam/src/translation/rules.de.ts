import { ruleFindingsGerman } from './ruleFindings.de';
import { ruleNamesGerman } from './ruleNames.de';

/**
 * The texts of rules and of what they find in German. The English ones are those
 * of the register.
 */
const german: Record<string, string> = {
  ...ruleNamesGerman,
  ...ruleFindingsGerman,
};

export default german;
