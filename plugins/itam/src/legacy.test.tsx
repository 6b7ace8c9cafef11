import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import {
  EntityCostCard,
  EntityRecordCard,
  HomeRenewals,
  ItamPage,
  itamApiRef,
  itamPlugin,
  rootRouteRef,
} from '.';
import { assetEntity, fixtureApi, serviceEntity } from './fixtures';

const mountedRoutes = {
  '/catalog/:namespace/:kind/:name': entityRouteRef,
};

describe('the plugin in the legacy frontend system', () => {
  it('provides the API and the routes', () => {
    expect([...itamPlugin.getApis()].map(({ api }) => api.id)).toEqual([
      itamApiRef.id,
    ]);
    expect(itamPlugin.routes.root).toBe(rootRouteRef);
  });

  it('renders the section with its tabs', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[itamApiRef, fixtureApi()]]}>
        <Routes>
          <Route path="/it-assets/*" element={<ItamPage />} />
        </Routes>
      </TestApiProvider>,
      { routeEntries: ['/it-assets/health'], mountedRoutes },
    );
    expect(
      await screen.findByText('asset:default/broken-laptop'),
    ).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Register' })).toBeVisible();
  });

  it.each([
    ['licences', 'Licences'],
    ['contracts', 'Contracts'],
    ['finance/rates', 'Finance'],
    ['import/committed', 'Import'],
    ['audits/policies', 'Audits & policies'],
  ])('has a tab at %s', async (path, name) => {
    await renderInTestApp(
      <TestApiProvider apis={[[itamApiRef, fixtureApi()]]}>
        <Routes>
          <Route path="/it-assets/*" element={<ItamPage />} />
        </Routes>
      </TestApiProvider>,
      { routeEntries: [`/it-assets/${path}`], mountedRoutes },
    );
    expect(await screen.findByRole('tab', { name })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    expect(await screen.findByRole('main')).toBeVisible();
  });

  it('opens the section at the overview', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[itamApiRef, fixtureApi()]]}>
        <Routes>
          <Route path="/it-assets/*" element={<ItamPage />} />
        </Routes>
      </TestApiProvider>,
      { routeEntries: ['/it-assets'], mountedRoutes },
    );
    expect(
      await screen.findByRole('region', { name: 'Spend by month' }),
    ).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Overview' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('has cards for a home page, with title', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[itamApiRef, fixtureApi()]]}>
        <HomeRenewals />
      </TestApiProvider>,
      { mountedRoutes },
    );
    expect(await screen.findByText('Renewals ahead')).toBeVisible();
    expect(
      await screen.findByRole('list', { name: 'Renewals ahead' }),
    ).toBeVisible();
  });

  it('renders the cost card in a portal that has not mounted the section', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[itamApiRef, fixtureApi()]]}>
        <EntityProvider entity={serviceEntity}>
          <EntityCostCard />
        </EntityProvider>
      </TestApiProvider>,
      { mountedRoutes },
    );
    expect(
      await screen.findByRole('link', { name: 'GitHub Enterprise Cloud' }),
    ).toHaveAttribute('href', '/catalog/default/license/github-enterprise');
  });

  it('renders a record on its catalog page', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[itamApiRef, fixtureApi()]]}>
        <EntityProvider entity={assetEntity}>
          <EntityRecordCard />
        </EntityProvider>
      </TestApiProvider>,
      { mountedRoutes },
    );
    expect(
      await screen.findByRole('heading', { name: 'Life cycle' }),
    ).toBeVisible();
  });
});
