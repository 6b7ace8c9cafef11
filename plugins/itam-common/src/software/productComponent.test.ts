import type { StatedLicense } from './judgeLicense';
import { isProductComponent, type ComponentTraits } from './productComponent';

const id = (text: string): StatedLicense => ({ form: 'id', text });
const name = (text: string): StatedLicense => ({ form: 'name', text });
const expression = (text: string): StatedLicense => ({
  form: 'expression',
  text,
});
const component = (over: Partial<ComponentTraits>): ComponentTraits => ({
  type: 'library',
  licenses: [],
  isLicensed: false,
  isNamed: true,
  ...over,
});

it.each<[string, boolean, Partial<ComponentTraits>]>([
  ['a library under an open licence', false, { licenses: [id('MIT')] }],
  ['a library that states nothing', false, {}],
  [
    'a library under a licence in free text',
    false,
    { licenses: [name('Oracle Free Use Terms and Conditions')] },
  ],
  ['whatever says which licence was bought', true, { isLicensed: true }],
  ['a commercial name', true, { licenses: [name('Commercial License')] }],
  ['a proprietary name', true, { licenses: [name('Proprietary')] }],
  [
    'a commercial reference',
    true,
    { licenses: [expression('LicenseRef-scancode-commercial-license')] },
  ],
  [
    'a commercial reference beside another',
    true,
    { licenses: [expression('MIT AND LicenseRef-Proprietary')] },
  ],
  [
    'a commercial reference that may be left aside',
    false,
    { licenses: [expression('LGPL-3.0-only OR LicenseRef-Qt-Commercial')] },
  ],
  [
    'a choice of commercial references',
    true,
    {
      licenses: [expression('LicenseRef-Commercial OR LicenseRef-proprietary')],
    },
  ],
  [
    'a name that forbids commercial use',
    false,
    { licenses: [name('Free for non-commercial use')] },
  ],
  [
    'an SPDX id that forbids commercial use',
    false,
    { licenses: [id('CC-BY-NC-4.0')] },
  ],
  ['another reference', false, { licenses: [expression('LicenseRef-Ours')] }],
  ['an application', true, { type: 'application' }],
  ['an operating system', true, { type: 'operating-system' }],
  ['a platform', true, { type: 'platform', licenses: [name('EULA')] }],
  [
    'an application under a reference',
    true,
    { type: 'application', licenses: [expression('LicenseRef-EULA')] },
  ],
  [
    'an application under SPDX ids',
    false,
    {
      type: 'application',
      licenses: [id('GPL-2.0-only'), expression('MIT OR ISC')],
    },
  ],
  [
    'an application that is only a file',
    false,
    { type: 'application', isNamed: false },
  ],
  ['a container', false, { type: 'container' }],
])('%s: a product is %s', (_, expected, over) => {
  expect(isProductComponent(component(over))).toBe(expected);
});
