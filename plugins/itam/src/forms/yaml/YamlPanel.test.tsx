import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../../__testUtils__/renderOnFixtures';
import type { JsonObject } from '@backstage/types';
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
/** With a repository for catalog files. */
const openFor = async (declarations: JsonObject, record: Draft = draft) => {
  renderOnFixtures(<YamlPanel draft={record} onTake={() => {}} />, {
    config: { itam: { declarations } },
  });
  const editor: HTMLTextAreaElement = await screen.findByLabelText(
    'YAML of the catalog file',
  );
  return editor;
};
const github = { repository: 'https://github.com/acme/it-assets' };
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
  // Editors find the schema by the first line.
  expect(write).toHaveBeenCalledWith(
    `# yaml-language-server: $schema=http://localhost:7007/api/itam/.well-known/schemas/catalog-file.json\n${editor.value}`,
  );
  write.mockRejectedValue(new Error());
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(
    await screen.findByText(/Select the text and copy it/),
  ).toBeInTheDocument();
});

describe('a repository for catalog files', () => {
  const opened = jest.fn();
  beforeEach(() => {
    opened.mockReset();
    window.open = opened;
  });

  it('opens with the file filled in, once it is valid', async () => {
    const editor = await openFor({ ...github, folder: 'catalog' });
    const link = await screen.findByRole('link', {
      name: 'Open in GitHub as a pull request',
    });
    const url = new URL(link.getAttribute('href') ?? '');
    expect(url.pathname).toBe('/acme/it-assets/new/main/catalog');
    expect(url.searchParams.get('filename')).toBe('laptop-mia.yaml');
    expect(url.searchParams.get('value')).toBe(editor.value);
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    type(editor, editor.value.replace('hardware', 'hardwear'));
    expect(
      await screen.findByRole('button', {
        name: 'Open in GitHub as a pull request',
      }),
    ).toBeDisabled();
  });

  it.each([
    [
      'a long file',
      github,
      'x'.repeat(7_000),
      'Copy, and open in GitHub',
      /too long to be handed over/,
      'https://github.com/acme/it-assets/new/main?filename=laptop-mia.yaml',
    ],
    [
      'GitLab',
      { repository: 'https://gitlab.com/acme/assets', branch: 'dev' },
      'x',
      'Copy, and open in GitLab',
      /paste it there/,
      'https://gitlab.com/acme/assets/-/new/dev?file_name=laptop-mia.yaml',
    ],
  ])(
    'is opened with the file copied: %s',
    async (_, declarations, description, name, note, href) => {
      const user = userEvent.setup();
      const write = jest.spyOn(navigator.clipboard, 'writeText');
      const editor = await openFor(declarations, { ...draft, description });
      expect(screen.getByText(note)).toBeVisible();
      const button = await screen.findByRole('button', { name });
      await waitFor(() => expect(button).toBeEnabled());
      await user.click(button);
      expect(
        await screen.findByText(/Paste it into the page that has opened/),
      ).toBeVisible();
      expect(write).toHaveBeenCalledWith(editor.value);
      expect(opened).toHaveBeenCalledWith(
        href,
        '_blank',
        'noopener,noreferrer',
      );
      expect(
        screen.getByRole('link', { name: /Open the page/ }),
      ).toHaveAttribute('href', href);
      // What is written later is not what was copied.
      type(editor, `${editor.value}# more\n`);
      expect(screen.queryByText(/Paste it into/)).toBeNull();
    },
  );

  it('opens nothing while the text cannot be copied, and says so', async () => {
    const user = userEvent.setup();
    jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error());
    await openFor({ repository: 'https://gitlab.com/acme/assets' });
    const button = await screen.findByRole('button', {
      name: 'Copy, and open in GitLab',
    });
    await waitFor(() => expect(button).toBeEnabled());
    await user.click(button);
    expect(
      await screen.findByText(/Select the text and copy it/),
    ).toBeVisible();
    expect(opened).not.toHaveBeenCalled();
    expect(screen.getByRole('link', { name: /Open the page/ })).toBeVisible();
  });

  it('is not offered when the portal names none', async () => {
    await open();
    expect(screen.queryByText(/pull request/)).toBeNull();
    expect(screen.queryByText(/itam.declarations/)).toBeNull();
  });

  it('is said to be unusable when it is no https address', async () => {
    await openFor({ repository: 'http://github.com/acme/it-assets' });
    expect(screen.getByText(/itam.declarations.repository/)).toBeVisible();
    expect(screen.queryByText(/pull request/)).toBeNull();
  });
});
