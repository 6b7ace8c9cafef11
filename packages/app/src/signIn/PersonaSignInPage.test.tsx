import {
  discoveryApiRef,
  type IdentityApi,
} from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PersonaSignInPage } from './PersonaSignInPage';

const personas = [
  {
    name: 'erin',
    displayName: 'Erin Walsh',
    role: 'Engineer, Payments',
    sees: 'What Payments owns.',
  },
  {
    name: 'fiona',
    displayName: 'Fiona Doyle',
    role: 'Finance',
    sees: 'Every cost.',
  },
];

const session = {
  profile: { displayName: 'Fiona Doyle' },
  backstageIdentity: {
    token: 'header.eyJleHAiOjQxMDI0NDQ4MDB9.signature',
    identity: {
      type: 'user',
      userEntityRef: 'user:default/fiona',
      ownershipEntityRefs: ['user:default/fiona'],
    },
  },
};

const answer = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });
const failure = (status: number, name: string, message: string) =>
  answer(status, {
    error: { name, message },
    response: { statusCode: status },
  });

const fetchMock = jest.fn<Promise<Response>, Parameters<typeof fetch>>();

function show(list = personas) {
  const signedIn: IdentityApi[] = [];
  const page = renderInTestApp(
    <PersonaSignInPage
      personas={list}
      onSignInSuccess={identityApi => signedIn.push(identityApi)}
    />,
    {
      config: { app: { title: 'Portal' } },
      apis: [
        [
          discoveryApiRef,
          { getBaseUrl: async id => `http://localhost:7007/api/${id}` },
        ],
      ],
    },
  );
  return { signedIn, page };
}

const card = (name: string) => screen.findByRole('button', { name });
const FIONA = 'Sign in as Fiona Doyle, Finance';

describe('PersonaSignInPage', () => {
  beforeEach(() => {
    fetchMock.mockReset();
    jest.spyOn(global, 'fetch').mockImplementation(fetchMock);
    window.sessionStorage.clear();
    window.localStorage.clear();
  });
  afterEach(() => jest.restoreAllMocks());

  it('shows who one can be and what they will see', async () => {
    show();
    expect(await card(FIONA)).toBeInTheDocument();
    expect(
      await card('Sign in as Erin Walsh, Engineer, Payments'),
    ).toBeInTheDocument();
    expect(screen.getByText('Every cost.')).toBeInTheDocument();
    expect(fetchMock).not.toHaveBeenCalled();
  });

  it('signs the chosen persona in and keeps it for this tab only', async () => {
    fetchMock.mockImplementation(async () => answer(200, session));
    const { signedIn, page } = show();

    await userEvent.click(await card(FIONA));

    await waitFor(() => expect(signedIn).toHaveLength(1));
    const [url, options] = fetchMock.mock.calls[0];
    expect(url).toBe('http://localhost:7007/api/auth/persona/refresh');
    expect(new Headers(options?.headers).get('x-itam-persona')).toBe('fiona');
    await expect(signedIn[0].getBackstageIdentity()).resolves.toMatchObject({
      userEntityRef: 'user:default/fiona',
    });
    expect(window.localStorage.getItem('lumen-portal.persona')).toBeNull();

    page.unmount();
    const again = show();
    await waitFor(() => expect(again.signedIn).toHaveLength(1));
  });

  it('keeps the choice for this browser when asked to', async () => {
    fetchMock.mockImplementation(async () => answer(200, session));
    const { signedIn, page } = show();

    await userEvent.click(
      await screen.findByRole('checkbox', { name: /Stay/ }),
    );
    await userEvent.click(await card(FIONA));
    await waitFor(() => expect(signedIn).toHaveLength(1));

    page.unmount();
    window.sessionStorage.clear();
    const later = show();
    await waitFor(() => expect(later.signedIn).toHaveLength(1));
  });

  it('returns to the choice after signing out', async () => {
    fetchMock.mockImplementation(async () => answer(200, session));
    const { signedIn, page } = show();
    await userEvent.click(
      await screen.findByRole('checkbox', { name: /Stay/ }),
    );
    await userEvent.click(await card(FIONA));
    await waitFor(() => expect(signedIn).toHaveLength(1));

    await signedIn[0].signOut();
    page.unmount();

    show();
    expect(await card(FIONA)).toBeInTheDocument();
  });

  it('waits for a persona the catalog has not read yet', async () => {
    fetchMock
      .mockResolvedValueOnce(failure(404, 'NotFoundError', 'User not found'))
      .mockImplementation(async () => answer(200, session));
    const { signedIn } = show();

    await userEvent.click(await card(FIONA));

    expect(
      await screen.findByText(
        'Waiting for Fiona Doyle to appear in the catalog',
      ),
    ).toBeInTheDocument();
    await waitFor(() => expect(signedIn).toHaveLength(1), { timeout: 5000 });
  });

  it('shows why signing in failed and offers another try', async () => {
    fetchMock
      .mockResolvedValueOnce(failure(401, 'AuthenticationError', 'Not listed'))
      .mockImplementation(async () => answer(200, session));
    const { signedIn } = show();

    await userEvent.click(await card(FIONA));
    expect(
      await screen.findByText('Signing in as Fiona Doyle failed'),
    ).toBeInTheDocument();
    expect(screen.getByText(/Not listed|401/)).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(signedIn).toHaveLength(1));
  });

  it('lets the visitor choose someone else after a failure', async () => {
    fetchMock.mockImplementation(async () =>
      failure(401, 'AuthenticationError', 'Not listed'),
    );
    show();

    await userEvent.click(await card(FIONA));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Choose someone else' }),
    );

    expect(await card(FIONA)).toBeInTheDocument();
    expect(window.sessionStorage.getItem('lumen-portal.persona')).toBeNull();
  });

  it('ignores a remembered persona that is no longer listed', async () => {
    window.localStorage.setItem('lumen-portal.persona', 'olivia');
    show();
    expect(await card(FIONA)).toBeInTheDocument();
    expect(fetchMock).not.toHaveBeenCalled();
  });

  it('says what to do when no personas are configured', async () => {
    show([]);
    expect(await screen.findByText('Nobody to sign in as')).toBeInTheDocument();
  });
});
