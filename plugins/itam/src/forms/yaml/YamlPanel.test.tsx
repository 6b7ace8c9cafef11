import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../../__testUtils__/renderOnFixtures';
import type { Draft } from '../draft/Draft';
import { YamlPanel } from './YamlPanel';

// The editor needs a browser's layout; the browser tests type into the real one.
jest.mock('./YamlEditor', () => ({
  YamlEditor: (props: {
    label: string;
    value: string;
    onChange(text: string): void;
  }) => (
    <textarea
      aria-label={props.label}
      value={props.value}
      onChange={event => props.onChange(event.target.value)}
    />
  ),
}));

const draft: Draft = {
  kind: 'Asset',
  name: 'laptop-mia',
  spec: {
    class: 'hardware',
    type: 'laptop',
    stage: 'maintenance',
    owner: 'group:default/payments',
  },
};

const open = async (onTake: (taken: Draft) => void = () => {}) => {
  await renderOnFixtures(<YamlPanel draft={draft} onTake={onTake} />);
  const editor: HTMLTextAreaElement = await screen.findByLabelText(
    'YAML of the catalog file',
  );
  return editor;
};
const type = (editor: HTMLTextAreaElement, text: string) =>
  fireEvent.change(editor, { target: { value: text } });

it('writes what the form says, and the catalog accepts it', async () => {
  const editor = await open();
  expect(editor.value).toContain('kind: Asset');
  expect(editor.value).toContain('name: laptop-mia');
  expect(
    await screen.findByText('Valid: the catalog accepts it.'),
  ).toBeInTheDocument();
  expect(
    screen.queryByRole('button', { name: 'Take into the form' }),
  ).not.toBeInTheDocument();
});

it('names what is wrong with its line, and takes nothing of it', async () => {
  const onTake = jest.fn();
  const editor = await open(onTake);
  type(editor, editor.value.replace('hardware', 'hardwear'));
  expect(
    await screen.findByRole('button', {
      name: /^Line 6: spec\.class: found "hardwear"/,
    }),
  ).toBeInTheDocument();
  expect(
    screen.getByRole('button', { name: 'Take into the form' }),
  ).toBeDisabled();
});

it('is taken into the form when it is valid', async () => {
  const onTake = jest.fn();
  const editor = await open(onTake);
  type(editor, editor.value.replace('laptop\n', 'desktop\n'));
  const take = await screen.findByRole('button', {
    name: 'Take into the form',
  });
  await waitFor(() => expect(take).toBeEnabled());
  await userEvent.click(take);
  expect(onTake).toHaveBeenCalledWith({
    ...draft,
    spec: { ...draft.spec, type: 'desktop' },
  });
});

it('goes back to what the form says', async () => {
  const editor = await open();
  const before = editor.value;
  type(editor, 'kind: nothing');
  await userEvent.click(
    screen.getByRole('button', { name: 'Back to what the form says' }),
  );
  expect(editor.value).toBe(before);
});

it('is copied, or says why not', async () => {
  const user = userEvent.setup();
  const write = jest.spyOn(navigator.clipboard, 'writeText');
  const editor = await open();
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findByText('Copied.')).toBeInTheDocument();
  expect(write).toHaveBeenCalledWith(editor.value);
  write.mockRejectedValue(new Error());
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(
    await screen.findByText(/Select the text and copy it/),
  ).toBeInTheDocument();
});
