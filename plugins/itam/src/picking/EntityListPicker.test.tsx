import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import { EntityListPicker } from './EntityListPicker';
import type { EntityOption } from './found';

const catalog = ['erin', 'erik', 'mia'].map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default', title: name.toUpperCase() },
  spec: { memberOf: [] },
}));

function Field(props: { onChange(value: EntityOption[]): void }) {
  const [value, setValue] = useState<EntityOption[]>([]);
  return (
    <EntityListPicker
      label="Holders"
      range={{ entities: ['user'] }}
      value={value}
      onChange={next => {
        setValue(next);
        props.onChange(next);
      }}
    />
  );
}

const option = (name: string) => screen.findByRole('option', { name });

it('chooses several, one after the other, closing after each', async () => {
  const onChange = jest.fn();
  renderOnFixtures(<Field onChange={onChange} />, { catalog });
  const user = userEvent.setup();
  const field = await screen.findByRole('combobox', { name: /Holders/ });
  await user.type(field, 'eri');
  await user.click(await option('ERIN'));
  await waitFor(() =>
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument(),
  );
  expect(field).toHaveValue('');
  expect(field).toHaveFocus();

  // The next is chosen at once; who is chosen is not offered again.
  await user.keyboard('eri');
  await option('ERIK');
  expect(screen.queryByRole('option', { name: 'ERIN' })).toBeNull();
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() =>
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument(),
  );
  expect(onChange).toHaveBeenLastCalledWith([
    { id: 'user:default/erin', label: 'ERIN' },
    { id: 'user:default/erik', label: 'ERIK' },
  ]);
  const chosen = screen.getByRole('grid', { name: 'Chosen: Holders' });
  expect(within(chosen).getAllByRole('row')).toHaveLength(2);
});

it('takes references, each once, and takes a choice back', async () => {
  const onChange = jest.fn();
  renderOnFixtures(<Field onChange={onChange} />, { catalog });
  const user = userEvent.setup();
  const field = await screen.findByRole('combobox', { name: /Holders/ });
  for (const typed of ['user:rita', 'user:default/rita', 'nobody']) {
    await user.type(field, typed);
    await user.tab();
    expect(field).toHaveValue('');
  }
  expect(onChange.mock.calls).toEqual([
    [[{ id: 'user:default/rita', label: 'rita' }]],
  ]);
  await user.click(
    within(screen.getByRole('row', { name: /rita/ })).getByRole('button'),
  );
  expect(onChange).toHaveBeenLastCalledWith([]);
});
