import { auditsGerman } from './audits.de';
import calendar from './calendar.de';
import { discoveriesGerman } from './discoveries.de';
import finance from './finance.de';
import imports from './imports.de';
import health from './health.de';
import { organisationGerman } from './organisation.de';
import policies from './policies.de';
import suppliers from './suppliers.de';

/**
 * `sectionMessages` in German.
 */
export default {
  ...auditsGerman,
  ...calendar,
  ...discoveriesGerman,
  ...finance,
  ...imports,
  ...organisationGerman,
  ...suppliers,
  ...health,
  ...policies,
};
