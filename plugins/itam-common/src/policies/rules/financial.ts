import { costCenterInForce, servicesInForce } from '../../entities/inForce';
import {
  anyRule,
  assetRule,
  contractRule,
  licenseRule,
  type PolicyRule,
} from '../PolicyRule';
import { hasLeft, statusOf } from './assetState';

/** Stages whose assets have been paid for. */
const PAID_STAGES: ReadonlySet<string> = new Set(['deployment', 'maintenance']);

/** Rules about money, of which no message says how much. */
export const FINANCIAL_RULES: readonly PolicyRule[] = [
  assetRule({
    id: 'asset-price-missing',
    area: 'financial',
    severity: 'warning',
    title: 'No price',
    description:
      'An asset that is there has a purchase or charges, even if they are zero, or a bill of a cloud; otherwise costs are too low.',
    texts: {
      message:
        'The asset has neither a purchase nor charges, so no cost counts it. Enter what it cost, 0 if nothing.',
    },
    evaluate: (spec, facts) => [
      PAID_STAGES.has(spec.stage) &&
        spec.partOf === undefined &&
        facts.coveredByContract === false &&
        facts.isBilled !== true &&
        spec.financials?.purchase === undefined &&
        (spec.financials?.charges ?? []).length === 0 && {
          path: 'spec.financials',
          variant: 'message',
        },
    ],
  }),
  licenseRule({
    id: 'license-price-missing',
    area: 'financial',
    severity: 'warning',
    title: 'No price',
    description:
      'A licence has a price, charges, or a contract with charges; open source needs none.',
    texts: {
      message:
        'Neither the licence nor its contract has a price, so no cost counts it. Enter the price, or name the contract that has it.',
    },
    evaluate: (spec, facts) => [
      spec.type !== 'open-source' &&
        spec.financials?.price === undefined &&
        (spec.financials?.charges ?? []).length === 0 &&
        (spec.contract === undefined || facts.contractHasCharges === false) && {
          path: 'spec.financials.price',
          variant: 'message',
        },
    ],
  }),
  contractRule({
    id: 'contract-price-missing',
    area: 'financial',
    severity: 'info',
    title: 'No price',
    description:
      'A contract has charges or a bill of a cloud, unless it is a master agreement or warranty.',
    texts: {
      message:
        'The contract has no charges, so no cost counts it. Enter them, 0 if it costs nothing.',
    },
    evaluate: (spec, facts) => [
      spec.type !== 'master-agreement' &&
        spec.type !== 'warranty' &&
        facts.isBilled !== true &&
        (spec.financials?.charges ?? []).length === 0 && {
          path: 'spec.financials.charges',
          variant: 'message',
        },
    ],
  }),
  assetRule({
    id: 'depreciation-without-life',
    area: 'financial',
    severity: 'warning',
    title: 'Depreciation without life',
    description:
      'A depreciation that spreads the cost says over how many months.',
    texts: {
      message:
        'The depreciation ({{method}}) does not say over how many months, so the default of its class is taken. Enter the life in months.',
      'straight-line': 'straight-line',
      'declining-balance': 'declining-balance',
      'sum-of-years-digits': 'sum-of-years-digits',
    },
    evaluate: spec => {
      const depreciation = spec.financials?.depreciation;
      return [
        depreciation !== undefined &&
          depreciation.method !== 'none' &&
          depreciation.method !== 'immediate' &&
          depreciation.months === undefined && {
            path: 'spec.financials.depreciation.months',
            variant: 'message',
            values: { method: [{ text: depreciation.method }] },
          },
      ];
    },
  }),
  contractRule({
    id: 'master-agreement-priced',
    area: 'financial',
    severity: 'warning',
    title: 'Master agreement and its contracts both priced',
    description:
      'Either a master agreement has charges or the contracts under it; otherwise the same money may count twice.',
    texts: {
      message_one:
        'The master agreement has charges, and so has a contract under it. Keep the charges where they are invoiced.',
      message_other:
        'The master agreement has charges, and so have {{count}} contracts under it. Keep the charges where they are invoiced.',
    },
    evaluate: (spec, facts) => [
      spec.type === 'master-agreement' &&
        (spec.financials?.charges ?? []).some(({ credit }) => !credit) &&
        (facts.pricedParts ?? []).length > 0 && {
          path: 'spec.financials.charges',
          // Not which ones: whoever may read this one may not read those.
          variant: 'message',
          values: { count: (facts.pricedParts ?? []).length },
        },
    ],
  }),
  anyRule({
    id: 'cost-center-missing',
    area: 'financial',
    severity: 'info',
    title: 'No cost centre',
    description: 'Money is charged to a cost centre.',
    texts: {
      message:
        'No cost centre is in force on {{day}}. Enter the one that is charged.',
    },
    evaluate: (record, _facts, _settings, asOf) => {
      const { financials } = record.spec;
      return [
        financials !== undefined &&
          !(record.kind === 'Asset' && hasLeft(record.spec)) &&
          costCenterInForce(financials.costCenter, asOf) === undefined && {
            path: 'spec.financials.costCenter',
            variant: 'message',
            values: { day: asOf },
          },
      ];
    },
  }),
  assetRule({
    id: 'cost-unallocated',
    area: 'financial',
    severity: 'info',
    title: 'Cost partly unallocated',
    description:
      'The shares of the services that use an asset make up the whole; the rest is charged to no service.',
    texts: {
      message:
        'The shares of the services come to {{percent}} percent. Raise them to 100, or leave one without a share, which then takes the rest.',
    },
    evaluate: (spec, _facts, _settings, asOf) => {
      const services = servicesInForce(spec.services, asOf);
      const shares = services.map(({ share }) => share);
      const sum = shares.reduce<number>(
        (total, share) => total + (share ?? 0),
        0,
      );
      return [
        !hasLeft(spec) &&
          services.length > 0 &&
          shares.every(share => share !== undefined) &&
          // Percents have two decimals; binary fractions have more.
          Math.round(sum * 100) < 10_000 && {
            path: 'spec.services',
            variant: 'message',
            values: { percent: Math.round(sum * 100) / 100 },
          },
      ];
    },
  }),
  assetRule({
    id: 'proceeds-missing',
    area: 'financial',
    severity: 'warning',
    title: 'Sold without proceeds',
    description: 'What was sold has brought something in, even if it is zero.',
    texts: {
      message:
        'The asset was sold, but its proceeds are not recorded. Enter them, 0 if there were none.',
    },
    evaluate: spec => [
      (statusOf(spec) === 'sold' || spec.disposal?.method === 'sold') &&
        hasLeft(spec) &&
        spec.financials?.proceeds === undefined && {
          path: 'spec.financials.proceeds',
          variant: 'message',
        },
    ],
  }),
];
