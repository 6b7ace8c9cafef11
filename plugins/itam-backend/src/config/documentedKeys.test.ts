import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { readRegisterConfig } from './readRegisterConfig';

const READERS = [
  'has',
  'getOptional',
  'getOptionalBoolean',
  'getOptionalConfig',
  'getOptionalConfigArray',
  'getOptionalNumber',
  'getOptionalString',
  'getOptionalStringArray',
] as const;

/** Sections that are looked into; what is in them is told apart. */
const SECTIONS =
  /^(alerts(\.\w+(Deadline|End|Shortfall|Overdue|Due|Passed))?|depreciation)$/;

/** Keys below `itam` that reading the configuration looks at. */
function readKeys(): string[] {
  const keys = new Set<string>();
  const spies = READERS.map(name => {
    const original = ConfigReader.prototype[name];
    return jest
      .spyOn(ConfigReader.prototype, name)
      .mockImplementation(function record(this: ConfigReader, key?: string) {
        const prefix = String(Reflect.get(this, 'prefix'));
        keys.add([prefix, key].filter(part => part !== '').join('.'));
        return Reflect.apply(original, this, [key]);
      });
  });
  const kind = { enabled: true };
  readRegisterConfig(
    new ConfigReader({
      itam: {
        alerts: {
          noticeDeadline: kind,
          warrantyEnd: kind,
          licenceShortfall: kind,
          loanOverdue: kind,
          servicingDue: kind,
          budgetPassed: kind,
        },
      },
    }),
  );
  spies.forEach(spy => spy.mockRestore());
  return [...keys]
    .filter(key => key.startsWith('itam.'))
    .map(key => key.slice('itam.'.length))
    .filter(key => !SECTIONS.test(key))
    .sort();
}

const root = resolve(__dirname, '../../../..');
const declared = readFileSync(
  resolve(root, 'plugins/itam-backend/config.d.ts'),
  'utf8',
);
// Read by both plugins, and declared by the one it belongs to.
const declaredByModule = readFileSync(
  resolve(root, 'plugins/catalog-backend-module-itam/config.d.ts'),
  'utf8',
);
const documented = readFileSync(resolve(root, 'docs/configuration.md'), 'utf8');

describe('each key the register reads', () => {
  const keys = readKeys();

  it('is known to this test', () => {
    expect(keys).toEqual(
      expect.arrayContaining([
        'reportingCurrency',
        'alerts.enabled',
        'alerts.budgetPassed.percent',
        'retention.usageMeasures',
      ]),
    );
  });

  it.each(keys)('is declared and documented: %s', key => {
    const text = key.startsWith('catalog.') ? declaredByModule : declared;
    for (const part of key.split('.')) {
      expect(text).toMatch(new RegExp(`\\b${part}\\?:`));
    }
    const general = key.replace(/^alerts\.\w+\./, 'alerts.<kind>.');
    expect(
      [key, general].some(name => documented.includes(`\`itam.${name}\``)),
    ).toBe(true);
  });
});
