import type { RecordSourceList } from '@backstage-itam/plugin-itam-common';
import { screen, waitFor, within } from '@testing-library/react';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import { assetDetail, noConnectors, recordSource } from '../fixtures';
import { RecordSourcesPanel } from './RecordSourcesPanel';

function render(items: RecordSourceList['items']) {
  const listSources = jest.fn(async () => ({ items }));
  renderOnFixtures(<RecordSourcesPanel detail={assetDetail} />, {
    api: { connectors: { ...noConnectors, listSources } },
  });
  return listSources;
}

describe('the tools that fill a record', () => {
  it('names the fields a tool fills, and what is different there', async () => {
    render([recordSource]);
    const source = await screen.findByRole('region', { name: 'ServiceNow' });
    expect(within(source).getByText('Serial number, Location')).toBeVisible();
    expect(within(source).getByText('Location: Berlin there')).toBeVisible();
    // What it costs there is not said.
    expect(within(source).getByText(/: another amount there$/)).toBeVisible();
    expect(
      within(source).getByRole('link', { name: /Open in ServiceNow/ }),
    ).toHaveAttribute('href', recordSource.url);
  });

  it('says since when the tool has it no more', async () => {
    render([{ ...recordSource, absentSince: '2026-10-10T06:00:00.000Z' }]);
    expect(
      await screen.findByText(/^Not there since .*Oct.*2026/),
    ).toBeVisible();
  });

  it('is left out where no tool fills the record', async () => {
    const listSources = render([]);
    await waitFor(() => expect(listSources).toHaveBeenCalled());
    expect(screen.queryByText('From other tools')).toBeNull();
  });
});
