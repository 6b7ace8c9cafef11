import { render, screen } from '@testing-library/react';
import App from './App';

const settings = {
  app: {
    title: 'Lumen Retail portal',
    baseUrl: 'http://localhost:7007',
    extensions: [
      {
        'sign-in-page:app': {
          config: {
            personas: [
              {
                name: 'erin',
                displayName: 'Erin Walsh',
                role: 'Engineer, Payments',
                sees: 'What Payments owns.',
              },
            ],
          },
        },
      },
    ],
  },
  backend: { baseUrl: 'http://localhost:7007' },
};

describe('the portal', () => {
  it('starts with the choice of personas', async () => {
    // The bundler replaces process.env.APP_CONFIG, which is no text.
    Reflect.set(process, 'env', {
      NODE_ENV: 'test',
      APP_CONFIG: [{ data: settings, context: 'test' }],
    });

    render(App.createRoot());

    await expect(
      screen.findByRole(
        'button',
        { name: 'Sign in as Erin Walsh, Engineer, Payments' },
        { timeout: 20_000 },
      ),
    ).resolves.toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'Lumen Retail portal' }),
    ).toBeInTheDocument();
    expect(screen.getByText('What Payments owns.')).toBeInTheDocument();
  }, 30_000);
});
