import type { ContractSpec } from '../entities/types';
import { contractFindings } from './contractFindings';
import { markRemoved } from './mergeDeclared';
import { asset, contract } from './testing/estate';
import { euro } from './testing/monthlyCosts';

const CHARGES: ContractSpec['financials'] = {
  charges: [{ ...euro('10.00'), every: 'month', from: '2026-01-01' }],
};
const REFUND: ContractSpec['financials'] = {
  charges: [
    { ...euro('-10.00'), every: 'once', from: '2026-01-01', credit: true },
  ],
};

describe('findings about a master agreement', () => {
  const master = contract('master', {
    type: 'master-agreement',
    financials: CHARGES,
  });
  const under = (
    name: string,
    financials: ContractSpec['financials'] = CHARGES,
  ) => contract(name, { partOf: 'Master', financials });

  it('name the contracts under it that have charges too', () => {
    expect(
      contractFindings(master, [
        under('c'),
        under('free', {}),
        under('refunded', REFUND),
        contract('elsewhere', { financials: CHARGES }),
        asset('part', { partOf: 'master' }),
        markRemoved(under('gone'), '2026-03-01'),
        under('b'),
        master,
      ]),
    ).toEqual([
      {
        rule: 'master-agreement-priced',
        refs: ['contract:default/b', 'contract:default/c'],
      },
    ]);
  });

  it('are none where only one side has charges', () => {
    expect(contractFindings(master, [])).toEqual([]);
    expect(contractFindings(master, [under('refunded', REFUND)])).toEqual([]);
    const unpriced = contract('master', {
      type: 'master-agreement',
      financials: REFUND,
    });
    expect(contractFindings(unpriced, [under('c')])).toEqual([]);
  });

  it('are none of other records', () => {
    const other = contract('master', { type: 'support', financials: CHARGES });
    expect(contractFindings(other, [under('c')])).toEqual([]);
    expect(contractFindings(asset('master'), [under('c')])).toEqual([]);
  });
});
