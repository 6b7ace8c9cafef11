import { screen, within } from '@testing-library/react';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import { ItamRecordResultItem } from './RecordResultItem';

const document = {
  title: 'Laptop of Erin',
  text: 'HW-1 · SN-77 · Dell · Latitude',
  location: '/it-assets/records/asset/default/laptop-1',
  kind: 'Asset',
  class: 'hardware',
  stage: 'maintenance',
  owner: 'Payments',
};

describe('ItamRecordResultItem', () => {
  it('says what the record is, whose, and leads to its page', async () => {
    renderOnFixtures(
      <ul>
        <ItamRecordResultItem result={document} />
      </ul>,
    );
    const item = await screen.findByRole('listitem');
    expect(
      within(item).getByRole('link', { name: 'Laptop of Erin' }),
    ).toHaveAttribute('href', document.location);
    expect(item).toHaveTextContent('AssetHardwareMaintenance');
    expect(item).toHaveTextContent('Owned by Payments');
    expect(item).toHaveTextContent('HW-1 · SN-77 · Dell · Latitude');
  });

  it('marks the words that were found', async () => {
    renderOnFixtures(
      <ul>
        <ItamRecordResultItem
          result={document}
          highlight={{
            preTag: '<em>',
            postTag: '</em>',
            fields: { text: 'HW-1 · <em>SN-77</em> · Dell · Latitude' },
          }}
        />
      </ul>,
    );
    expect((await screen.findByText('SN-77')).tagName).toBe('MARK');
  });

  it('leaves out what it does not know', async () => {
    const strange = { ...document, kind: 'Gadget', stage: 'lost', owner: 7 };
    renderOnFixtures(
      <ul>
        <ItamRecordResultItem result={strange} />
      </ul>,
    );
    const item = await screen.findByRole('listitem');
    expect(item).not.toHaveTextContent(/Gadget|lost|Owned by/);
    expect(item).toHaveTextContent('Hardware');
  });
});
