import { textsWrittenBy } from './texts';
import { typeText } from './typeText';

describe('typeText', () => {
  const t = textsWrittenBy(key => key);

  it.each([
    ['License', 'saas', 'forms.licenseType.saas'],
    ['Contract', 'master-agreement', 'forms.contractType.master-agreement'],
  ])('takes our own word for a %s of the type %s', (kind, type, text) => {
    expect(typeText(t, kind, type)).toBe(text);
  });

  it.each([
    ['server', 'Server'],
    ['security-appliance', 'Security appliance'],
    ['ups', 'UPS'],
    ['Kubernetes cluster', 'Kubernetes cluster'],
  ])('writes the type %s of a company in words', (type, text) => {
    expect(typeText(t, 'Asset', type)).toBe(text);
    expect(typeText(t, undefined, type)).toBe(text);
  });
});
