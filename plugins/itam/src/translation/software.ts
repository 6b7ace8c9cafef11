/**
 * Texts about the software of services in English.
 */
export const software = {
  title: 'Software and licences of this service',
  summary_one: '1 component',
  summary_other: '{{count}} components',
  revision: 'of revision {{revision}}',
  uploaded: 'uploaded {{time}}',
  noneTitle: 'No bill of materials yet',
  noneText:
    'Have the build upload one in CycloneDX. Then the licences of all components stand here, and those against the policy are findings.',
  empty: 'The bill of materials names no component.',
  license: 'Licence',
  verdict: {
    label: 'By policy',
    allowed: 'Allowed',
    review: 'To review',
    forbidden: 'Forbidden',
  },
  products: {
    title: 'Products of this service',
    note: 'Components that are bought or installed as a whole. Those without a licence or record behind them are shadow IT.',
    name: 'Product',
    behind: 'In the register',
    nothing: 'nothing',
    found: 'Found in',
    here: 'this bill of materials',
  },
  findings: 'Findings about it',
  components: 'Components',
  examples: 'Such as',
  suggestion: 'perhaps {{id}}',
  more_one: '1 more licence is not shown.',
  more_other: '{{count}} more licences are not shown.',
} as const;
