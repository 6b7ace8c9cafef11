import { renderInTestApp } from '@backstage/frontend-test-utils';
import { DefaultEntityPresentationApi } from '@backstage/plugin-catalog';
import { entityPresentationApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import type { RuleTexts } from '../translation';
import { FindingText } from './FindingText';

const rules: RuleTexts = {
  title: (_, english) => english,
  description: (_, english) => english,
  message: ({ message }) => message,
};
const amir = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'amir', namespace: 'default' },
  spec: { profile: { displayName: 'Amir Rahimi' } },
};
const late = (holder: string) => ({
  rule: 'loan-overdue',
  message: `${holder} was to return the asset.`,
  values: { holder },
});

it('calls entities as the catalog does, and those it lacks by their refs', async () => {
  const catalogApi = catalogApiMock.mock();
  catalogApi.getEntitiesByRefs.mockImplementation(async ({ entityRefs }) => ({
    items: entityRefs.map(ref =>
      ref === 'user:default/amir' ? amir : undefined,
    ),
  }));
  renderInTestApp(
    <>
      <p>
        <FindingText finding={late('user:default/amir')} rules={rules} />
      </p>
      <p>
        <FindingText finding={late('user:default/jonas')} rules={rules} />
      </p>
      <p>
        <FindingText finding={late('The customer')} rules={rules} />
      </p>
    </>,
    {
      apis: [
        [
          entityPresentationApiRef,
          DefaultEntityPresentationApi.create({ catalogApi }),
        ],
      ],
    },
  );
  expect(await screen.findByText('Amir Rahimi')).toHaveAttribute(
    'title',
    'user:default/amir',
  );
  expect(
    screen.getByText('user:default/jonas was to return the asset.'),
  ).toBeVisible();
  expect(
    screen.getByText('The customer was to return the asset.'),
  ).toBeVisible();
  // For all of a page together.
  expect(catalogApi.getEntitiesByRefs).toHaveBeenCalledTimes(1);
});
