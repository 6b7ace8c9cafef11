import type { Entity } from '@backstage/catalog-model';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import { EntityPicker } from './EntityPicker';
import { PARTIES } from './pickRange';

const person = (name: string, displayName: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: { profile: { displayName }, memberOf: [] },
});
const catalog = [
  person('erin', 'Erin Walsh'),
  person('erik', 'Erik Brandt'),
  person('mia', 'Mia Lang'),
];

function Field(props: {
  initial?: string;
  readTyped?(text: string): string | undefined;
  onChange(ref: string, label: string): void;
}) {
  const [value, setValue] = useState(props.initial ?? '');
  return (
    <>
      <EntityPicker
        label="Holder"
        range={PARTIES}
        readTyped={props.readTyped}
        value={value}
        onChange={(ref, label) => {
          setValue(ref);
          props.onChange(ref, label);
        }}
      />
      <button type="button">Next</button>
    </>
  );
}

async function renderField(
  more: Partial<Parameters<typeof Field>[0]> = {},
  entities: Entity[] | undefined = catalog,
) {
  const onChange = jest.fn();
  renderOnFixtures(<Field onChange={onChange} {...more} />, {
    catalog: entities,
  });
  return {
    onChange,
    user: userEvent.setup(),
    field: await screen.findByRole('combobox', { name: /Holder/ }),
  };
}
const option = (name: string) => screen.findByRole('option', { name });
const isClosed = () =>
  waitFor(() => expect(screen.queryByRole('listbox')).not.toBeInTheDocument());

describe('a picker', () => {
  it('opens at the first key, chooses, closes and keeps the focus', async () => {
    const { field, user, onChange } = await renderField();
    await user.type(field, 'eri');
    expect(field).toHaveAttribute('aria-expanded', 'true');
    await option('Erin Walsh');
    expect(
      screen.queryByRole('option', { name: 'Mia Lang' }),
    ).not.toBeInTheDocument();
    await user.click(await option('Erik Brandt'));
    await isClosed();
    expect(field).toHaveValue('Erik Brandt');
    expect(field).toHaveFocus();
    expect(onChange.mock.calls).toEqual([['user:default/erik', 'Erik Brandt']]);
  });

  it('opens again at pasted text after it was closed', async () => {
    const { field, user } = await renderField();
    await user.click(field);
    await user.keyboard('{Escape}');
    await isClosed();
    await user.paste('Mia');
    expect(field).toHaveAttribute('aria-expanded', 'true');
    await user.click(await option('Mia Lang'));
    expect(field).toHaveValue('Mia Lang');
  });

  it('is used with keys alone', async () => {
    const { field, user, onChange } = await renderField();
    await user.tab();
    expect(field).toHaveFocus();
    await user.keyboard('eri');
    await option('Erin Walsh');
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(onChange.mock.calls).toEqual([['user:default/erin', 'Erin Walsh']]);
    await isClosed();
    expect(field).toHaveValue('Erin Walsh');
    await user.tab();
    expect(screen.getByRole('button', { name: 'Next' })).toHaveFocus();
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('says that it searches, and that nothing is found', async () => {
    const { field, user, onChange } = await renderField();
    await user.type(field, 'nobody');
    expect(screen.getByRole('option', { name: 'Searching…' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    expect(screen.getByRole('status')).toHaveTextContent('Searching…');
    expect(await option('Nothing found')).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    expect(screen.getByRole('status')).toHaveTextContent('Nothing found');
    await user.keyboard('{ArrowDown}{Enter}');
    await user.tab();
    expect(onChange).not.toHaveBeenCalled();
    expect(field).toHaveValue('');
  });

  it('says that the catalog does not answer', async () => {
    const onChange = jest.fn();
    renderOnFixtures(<Field onChange={onChange} />);
    const field = await screen.findByRole('combobox', { name: /Holder/ });
    await userEvent.type(field, 'eri');
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(
        /The search does not answer. Type a reference/,
      ),
    );
  });

  it('takes a name that is typed in full, however it is written', async () => {
    const { field, user, onChange } = await renderField();
    await user.type(field, 'mia LANG');
    await option('Mia Lang');
    await user.tab();
    expect(onChange.mock.calls).toEqual([['user:default/mia', 'Mia Lang']]);
    expect(field).toHaveValue('Mia Lang');
  });

  it('finds a pasted reference by the name it has', async () => {
    const { field, user, onChange } = await renderField();
    await user.click(field);
    await user.paste('User:default/Erin');
    await user.click(await option('Erin Walsh'));
    expect(onChange.mock.calls).toEqual([['user:default/erin', 'Erin Walsh']]);
  });

  it('offers and takes a reference the catalog does not have', async () => {
    const { field, user, onChange } = await renderField();
    await user.click(field);
    await user.paste('user:rita');
    await user.click(await option('user:default/rita'));
    expect(onChange.mock.calls).toEqual([['user:default/rita', 'rita']]);
    expect(field).toHaveValue('rita');
    await isClosed();
    await user.clear(field);
    await user.type(field, 'group:default/ops');
    await user.tab();
    expect(onChange).toHaveBeenLastCalledWith('group:default/ops', 'ops');
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('goes back to what was chosen when the text names nothing', async () => {
    const { field, user, onChange } = await renderField({
      initial: 'user:default/mia',
    });
    expect(field).toHaveValue('mia');
    await user.type(field, 'x y');
    await user.tab();
    expect(field).toHaveValue('mia');
    expect(onChange).not.toHaveBeenCalled();
  });

  it('is emptied', async () => {
    const { field, user, onChange } = await renderField({
      initial: 'user:default/mia',
    });
    await user.clear(field);
    await user.tab();
    expect(onChange.mock.calls).toEqual([['', '']]);
    expect(field).toHaveValue('');
  });

  it('does not open again when the name of the choice becomes known', async () => {
    let tell: (title: string) => void = () => {};
    function Told() {
      const [value, setValue] = useState('');
      const [title, setTitle] = useState('rita');
      tell = setTitle;
      return (
        <EntityPicker
          label="Holder"
          range={PARTIES}
          titles={new Map([['user:default/rita', title]])}
          value={value}
          onChange={ref => setValue(ref)}
        />
      );
    }
    renderOnFixtures(<Told />, { catalog });
    const field = await screen.findByRole('combobox', { name: /Holder/ });
    await userEvent.type(field, 'user:rita');
    await userEvent.keyboard('{Enter}');
    await isClosed();
    act(() => tell('Rita Sommer'));
    await isClosed();
    expect(field).toHaveFocus();
  });
});
