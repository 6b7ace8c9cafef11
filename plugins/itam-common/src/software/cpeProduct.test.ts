import { cpeProduct } from './cpeProduct';

it.each([
  [
    'cpe:2.3:a:jetbrains:intellij_idea:2026.2:*:*:*:ultimate:*:*:*',
    { vendor: 'jetbrains', product: 'intellij idea' },
  ],
  [
    'cpe:2.3:o:microsoft:windows_server_2022:-:*:*:*:*:*:x64:*',
    { vendor: 'microsoft', product: 'windows server 2022' },
  ],
  [
    'cpe:2.3:a:some\\:one:what\\&ever:1.0:*:*:*:*:*:*:*',
    { vendor: 'some:one', product: 'what&ever' },
  ],
  [
    'cpe:/a:oracle:database_server:19c',
    { vendor: 'oracle', product: 'database server' },
  ],
  ['cpe:/a:hp:a%26b', { vendor: 'hp', product: 'a&b' }],
  ['cpe:/a:hp:100%', { vendor: 'hp', product: '100%' }],
  ['cpe:2.3:h:cisco:catalyst:-:*:*:*:*:*:*:*', undefined],
  ['cpe:2.3:a:*:express:4.22.0:*:*:*:*:*:*:*', undefined],
  ['cpe:2.3:a:oracle:-:*:*:*:*:*:*:*:*', undefined],
  ['cpe:2.3:a', undefined],
  ['oracle database', undefined],
])('reads %s', (cpe, expected) => {
  expect(cpeProduct(cpe)).toEqual(expected);
});
