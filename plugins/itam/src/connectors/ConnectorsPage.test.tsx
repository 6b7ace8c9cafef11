import type { ItamConnectorsApi } from '@backstage-itam/plugin-itam-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnFixtures } from '../__testUtils__/renderOnFixtures';
import {
  connector,
  connectorRun,
  noConnectors,
  responseError,
} from '../fixtures';
import { ConnectorsPage } from './ConnectorsPage';

const render = (connectors: Partial<ItamConnectorsApi> = {}) =>
  renderOnFixtures(<ConnectorsPage />, {
    api: {
      connectors: {
        ...noConnectors,
        list: async () => ({ items: [connector], canRun: true }),
        listRuns: async () => ({ items: [connectorRun] }),
        ...connectors,
      },
    },
  });
const panel = () => screen.findByRole('region', { name: 'ServiceNow' });

describe('other tools', () => {
  it('says what is brought, when, and by which rules', async () => {
    render();
    const tool = await panel();
    for (const text of [
      'Assets, Licences',
      'What the person wrote stays',
      'The record is retired here',
    ]) {
      expect(within(tool).getByText(text)).toBeVisible();
    }
    const runs = await within(tool).findByRole('table', {
      name: 'Last runs of ServiceNow',
    });
    const [, run] = within(runs).getAllByRole('row');
    expect([...run.children].slice(1).map(cell => cell.textContent)).toEqual([
      'Done',
      '3',
      '14',
      '1,200',
      '0',
      '3',
    ]);
    expect(run).toHaveTextContent('Changes');
  });

  it('lists the problems of a run, with the records they are about', async () => {
    const listProblems = jest.fn(async () => ({
      items: [
        {
          kind: 'conflict' as const,
          stream: 'alm_hardware',
          sourceId: '9f2c',
          ref: 'asset:default/payments-db-eu1',
          message: 'A person changed location',
        },
        {
          kind: 'failed' as const,
          stream: 'alm_hardware',
          sourceId: '77aa',
          message: 'install_date: not a date',
        },
        {
          kind: 'unknown' as const,
          stream: 'alm_hardware',
          sourceId: '46e1',
          message: 'Assets serve HR Portal, and no entity has its id',
        },
      ],
    }));
    render({ listProblems });
    await userEvent.click(
      await screen.findByRole('button', { name: /Show the 3 problems/ }),
    );
    const problems = await screen.findByRole('table', {
      name: /^Problems of the run/,
    });
    const [, first, second, third] = within(problems).getAllByRole('row');
    expect(first).toHaveTextContent('9f2c');
    expect(first).toHaveTextContent('Differs');
    expect(within(first).getByRole('link')).toHaveAttribute(
      'href',
      expect.stringContaining('payments-db-eu1'),
    );
    expect(second).toHaveTextContent('Not taken');
    expect(second).toHaveTextContent('install_date: not a date');
    expect(third).toHaveTextContent('Unknown');
    expect(third).toHaveTextContent('HR Portal');
    expect(listProblems).toHaveBeenCalledWith('servicenow', 12, {
      cursor: undefined,
    });
  });

  it.each([
    ['Check only what ServiceNow would change', { dryRun: true, full: true }],
    ['Bring the changes of ServiceNow now', {}],
    ['Read everything of ServiceNow now', { full: true }],
  ])('has it run: %s', async (name, wanted) => {
    const run = jest.fn(async () => connector);
    const list: ItamConnectorsApi['list'] = async () => ({
      items: [
        {
          ...connector,
          state: run.mock.calls.length === 0 ? 'idle' : 'running',
        },
      ],
      canRun: true,
    });
    render({ run, list });
    await userEvent.click(await screen.findByRole('button', { name }));
    expect(run).toHaveBeenCalledWith('servicenow', wanted);
    await waitFor(() => expect(screen.getByText('Running')).toBeVisible());
    expect(screen.getByRole('button', { name })).toBeDisabled();
  });

  it('says why it was not run', async () => {
    render({
      run: async () => {
        throw await responseError(409, 'It runs already');
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /^Bring the changes/ }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It runs already',
    );
  });

  it('offers nothing to who may only look', async () => {
    render({ list: async () => ({ items: [connector], canRun: false }) });
    await panel();
    expect(screen.queryByRole('button', { name: /ServiceNow now/ })).toBeNull();
  });

  it('says what a guard held back', async () => {
    render({
      listRuns: async () => ({
        items: [
          {
            ...connectorRun,
            full: true,
            state: 'guarded',
            message: '40 of 100 records are gone; nothing was retired',
          },
        ],
      }),
    });
    expect(await screen.findByText('Held back')).toBeVisible();
    expect(screen.getByText(/40 of 100 records are gone/)).toBeVisible();
  });

  it('says so when no tool is connected', async () => {
    render({ list: noConnectors.list });
    expect(await screen.findByText('No tool is connected')).toBeVisible();
  });

  it('says so to who may not see it', async () => {
    render({
      list: async () => {
        throw await responseError(403, 'Not allowed');
      },
    });
    expect(
      await screen.findByText(/You may not see what is brought/),
    ).toBeVisible();
  });
});
