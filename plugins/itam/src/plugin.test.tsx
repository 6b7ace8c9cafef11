import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { EntityContextMenuItemBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { screen, waitFor } from '@testing-library/react';
import { renderOnFixtures } from './__testUtils__/renderOnFixtures';
import itamPlugin, { itamCatalogGraphModule, itamCatalogModule } from './alpha';
import { itamApiRef } from './api';
import {
  assetEntity,
  fixtureApi,
  groupEntity,
  organisationEntities,
  serviceEntity,
  userEntity,
} from './fixtures';

describe('the plugin in the new frontend system', () => {
  it('has a section that opens at the overview', async () => {
    renderTestApp({
      features: [itamPlugin],
      apis: [[itamApiRef, fixtureApi()]],
      initialRouteEntries: ['/it-assets'],
    });
    expect(
      await screen.findByRole(
        'region',
        { name: 'Spend by month' },
        // The page's modules are loaded for the first time.
        { timeout: 15_000 },
      ),
    ).toBeVisible();
    const tabs = screen.getAllByRole('tab').map(tab => tab.textContent);
    expect(tabs[0]).toBe('Overview');
    expect(tabs).toEqual(
      expect.arrayContaining(['Register', 'Ownership', 'Health']),
    );
  });

  it('shows the organisation', async () => {
    renderTestApp({
      features: [itamPlugin],
      apis: [
        [itamApiRef, fixtureApi()],
        catalogApiMock({ entities: organisationEntities }),
      ],
      initialRouteEntries: ['/it-assets/ownership'],
    });
    expect(
      await screen.findByRole('tree', { name: 'Organisation' }),
    ).toBeVisible();
  });

  it('has pages for records', async () => {
    renderTestApp({
      features: [itamPlugin],
      apis: [[itamApiRef, fixtureApi()]],
      initialRouteEntries: ['/it-assets/records/contract/default/github-2026'],
    });
    expect(
      await screen.findByRole('heading', { name: 'GitHub order 2026' }),
    ).toBeVisible();
  });

  it('has tabs for licences, contracts, finance, import and audits', async () => {
    renderTestApp({
      features: [itamPlugin],
      apis: [[itamApiRef, fixtureApi()]],
      initialRouteEntries: ['/it-assets/finance/forecast'],
    });
    expect(
      await screen.findByRole('region', { name: 'What the forecast rests on' }),
    ).toBeVisible();
    for (const name of [
      'Licences',
      'Contracts',
      'Finance',
      'Import',
      /^Audits/,
    ]) {
      expect(screen.getByRole('tab', { name })).toBeVisible();
    }
  });

  it.each([
    ['entity-card:itam/cost', serviceEntity, 'Cost'],
    ['entity-card:itam/group-cost', groupEntity, 'Assets & cost of the team'],
    ['entity-card:itam/user-holdings', userEntity, 'Assets & licences'],
    ['entity-card:itam/record', assetEntity, 'Life cycle'],
    [
      'entity-content:itam/assets-cost',
      serviceEntity,
      'Records behind the cost',
    ],
  ] as const)('shows %s on its entity page', async (id, entity, title) => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity }),
        itamPlugin.getExtension(id),
      ],
      apis: [[itamApiRef, fixtureApi()]],
      initialRouteEntries: ['/'],
    });
    // While it loads, a panel of the same title stands in its place.
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: title })).toBeVisible(),
    );
  });

  it.each([
    [
      'entity-context-menu-item:itam/open-record',
      assetEntity,
      'Open in IT Assets',
      /^\/it-assets\/records\/asset\/default\//,
    ],
    [
      'entity-context-menu-item:itam/register-for-service',
      serviceEntity,
      'Register an asset for this service',
      /^\/it-assets\/records\/new\?kind=Asset&service=component%3Adefault%2F/,
    ],
  ] as const)('has %s for its kinds only', async (id, entity, title, href) => {
    const item = itamPlugin.getExtension(id);
    const tester = createExtensionTester(item);
    const { useProps } = tester.get(
      EntityContextMenuItemBlueprint.dataRefs.data,
    );
    const isFor = tester.get(
      EntityContextMenuItemBlueprint.dataRefs.filterFunction,
    );
    const Item = () => {
      const props = useProps();
      return 'href' in props ? (
        <a href={props.href} aria-disabled={props.disabled}>
          {props.title}
        </a>
      ) : null;
    };
    renderOnFixtures(<Item />, { entity });
    const link = await screen.findByRole('link', { name: title });
    expect(link.getAttribute('href')).toMatch(href);
    await waitFor(() => expect(link).toHaveAttribute('aria-disabled', 'false'));
    expect(
      [assetEntity, serviceEntity, groupEntity, userEntity].filter(one =>
        isFor?.(one),
      ),
    ).toEqual([entity]);
  });

  it('keeps the cost card off other kinds', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: userEntity }),
        itamPlugin.getExtension('entity-card:itam/cost'),
        itamPlugin.getExtension('entity-card:itam/user-holdings'),
      ],
      apis: [[itamApiRef, fixtureApi()]],
      initialRouteEntries: ['/'],
    });
    await screen.findByRole('heading', { name: 'Assets & licences' });
    expect(
      screen.queryByRole('heading', { name: 'Cost' }),
    ).not.toBeInTheDocument();
  });

  it('brings modules for the catalog and its graph', () => {
    expect(itamCatalogModule.pluginId).toBe('catalog');
    expect(itamCatalogGraphModule.pluginId).toBe('catalog-graph');
  });
});
