import fc from 'fast-check';
import { seedProperties } from '../__testUtils__/propertySeed';
import { addDays } from '../values';
import {
  IMPORT_DATE_FORMATS,
  type ImportDateFormat,
  isImportDateFormat,
  parseImportDate,
} from './parseImportDate';

seedProperties(500);

describe('parseImportDate', () => {
  it.each<[string, ImportDateFormat, string]>([
    ['2026-01-31', 'YYYY-MM-DD', '2026-01-31'],
    [' 2026/1/3 ', 'YYYY/MM/DD', '2026-01-03'],
    ['31.01.2026', 'DD.MM.YYYY', '2026-01-31'],
    ['3.4.2026', 'DD.MM.YYYY', '2026-04-03'],
    ['03/04/2026', 'DD/MM/YYYY', '2026-04-03'],
    ['03/04/2026', 'MM/DD/YYYY', '2026-03-04'],
    ['03-04-2026', 'DD-MM-YYYY', '2026-04-03'],
    ['03-04-2026', 'MM-DD-YYYY', '2026-03-04'],
    ['3-Sep-2026', 'DD MMM YYYY', '2026-09-03'],
    ['3 September 2026', 'DD MMM YYYY', '2026-09-03'],
    ['3 Sept. 2026', 'DD MMM YYYY', '2026-09-03'],
    ['2026-01-31 00:00:00', 'YYYY-MM-DD', '2026-01-31'],
    ['2026-01-31T00:00:00.000Z', 'YYYY-MM-DD', '2026-01-31'],
    ['2026-01-31 17:45', 'YYYY-MM-DD hh:mm', '2026-01-31'],
    ['2026-01-31', 'YYYY-MM-DD hh:mm', '2026-01-31'],
    ['01/31/2026 5:45 PM', 'MM/DD/YYYY hh:mm', '2026-01-31'],
    ['45397', 'excel-serial', '2024-04-15'],
    ['45397.0', 'excel-serial', '2024-04-15'],
    ['1', 'excel-serial', '1900-01-01'],
    ['59', 'excel-serial', '1900-02-28'],
    ['61', 'excel-serial', '1900-03-01'],
    ['2958465', 'excel-serial', '9999-12-31'],
    ['0', 'excel-serial-1904', '1904-01-01'],
    ['43935', 'excel-serial-1904', '2024-04-15'],
  ])('reads %s as %s', (text, format, date) => {
    expect(parseImportDate(text, format)).toEqual({ ok: true, value: date });
  });

  it.each<[string, ImportDateFormat, string]>([
    ['31.01.26', 'DD.MM.YYYY', 'two-digit-year'],
    ['1/2/03', 'MM/DD/YYYY', 'two-digit-year'],
    ['31-Jan-26', 'DD MMM YYYY', 'two-digit-year'],
    ['30.02.2026', 'DD.MM.YYYY', 'impossible-date'],
    ['31/12/2026', 'MM/DD/YYYY', 'impossible-date'],
    ['2026-13-01', 'YYYY-MM-DD', 'impossible-date'],
    ['0001-01-01', 'YYYY-MM-DD', 'impossible-date'],
    ['3 Foo 2026', 'DD MMM YYYY', 'impossible-date'],
    ['03/04/2026', 'YYYY-MM-DD', 'ambiguous-date'],
    ['03/04/2026', 'DD.MM.YYYY', 'ambiguous-date'],
    ['31/04/2026', 'DD.MM.YYYY', 'date-format'],
    ['2026-01-31', 'DD.MM.YYYY', 'date-format'],
    ['45397', 'DD.MM.YYYY', 'excel-serial'],
    ['2026-01-31 17:45', 'YYYY-MM-DD', 'date-time'],
    ['soon', 'YYYY-MM-DD', 'date-format'],
    ['', 'YYYY-MM-DD', 'date-format'],
    ['60', 'excel-serial', 'impossible-date'],
    ['0', 'excel-serial', 'impossible-date'],
    ['2958466', 'excel-serial', 'impossible-date'],
    ['2958465', 'excel-serial-1904', 'impossible-date'],
    ['45397.5', 'excel-serial', 'date-time'],
    ['2026-01-31', 'excel-serial', 'date-format'],
    ['-1', 'excel-serial', 'date-format'],
  ])('refuses %s as %s: %s', (text, format, rule) => {
    const answer = parseImportDate(text, format);
    expect(answer.ok ? answer.value : answer.rule).toBe(rule);
    expect(!answer.ok && answer.found).toContain(text);
  });

  it('says what it found and what is allowed', () => {
    expect(parseImportDate('03/04/2026', 'DD.MM.YYYY')).toEqual({
      ok: false,
      rule: 'ambiguous-date',
      found: '"03/04/2026", in which day and month cannot be told apart',
      allowed: 'a date written DD.MM.YYYY, as declared',
    });
  });

  it('reads every day in every format, and serials as Excel counts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 80_000 }), days => {
        const date = addDays('1900-01-01', days - 1);
        const [year, month, day] = date.split('-');
        for (const format of IMPORT_DATE_FORMATS) {
          if (format.includes('serial') || format.includes('MMM')) {
            continue;
          }
          const text = format
            .replace('YYYY', year)
            .replace('MM', month)
            .replace('DD', day)
            .replace('hh:mm', '09:30');
          expect(parseImportDate(text, format)).toEqual({
            ok: true,
            value: date,
          });
        }
        expect(parseImportDate(String(days + 1), 'excel-serial')).toEqual({
          ok: true,
          value: date,
        });
      }),
    );
  });

  it('knows its formats', () => {
    expect(isImportDateFormat('DD.MM.YYYY')).toBe(true);
    expect(isImportDateFormat('D.M.YY')).toBe(false);
  });
});
