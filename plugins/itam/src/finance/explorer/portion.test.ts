import { capitalAndOperating } from './capital';
import { portionPercent, portionText } from './portion';
import { costsFor } from '../../fixtures';

describe('portions', () => {
  it.each([
    ['57.70', '100.00', '57.7'],
    ['-0.05', '100.00', '-0.1'],
    ['-30.00', '90.00', '-33.3'],
    ['5.00', '0.00', '0.0'],
  ])('%s of %s is %s percent', (amount, whole, percent) => {
    expect(portionPercent(amount, whole, 'EUR')).toBe(percent);
  });

  it('are written with their one decimal', () => {
    expect(portionText('3.0', 'en-GB')).toBe('3.0%');
    expect(portionText('?', 'en-GB')).toBe('?');
  });
});

describe('capital and operating cost', () => {
  it('add up to the invoiced total', () => {
    const answer = costsFor({ of: 'all', view: 'invoiced' });
    expect(capitalAndOperating(answer)).toEqual({
      capital: '83174.40',
      operating: '95483.30',
    });
    expect(answer.total.converted.total).toBe('178657.70');
  });
});
