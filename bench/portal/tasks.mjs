// What people do most, as steps in a browser. A step is what one clicks or
// types, and what one waits to see; its time ends when the page is still.

const tab = name => page =>
  page.getByRole('tab', { name, exact: true }).click();
const rows = page => page.locator('main tbody tr').first().waitFor();
const branch = name => page =>
  page.getByRole('treeitem', { name: new RegExp(`^${name}\\b`) }).click();
const panel = name => page =>
  page.getByRole('region', { name, exact: true }).waitFor();

/** A laptop by the last digits of its serial number. */
function findBySerial(size) {
  return turn => {
    const index = (turn * 9_973 + 17) % size.assets;
    const serial = `SN${String(index * 7919).padStart(10, '0')}`;
    return [
      {
        name: 'open the register',
        do: tab('Register'),
        seen: rows,
      },
      {
        name: 'type part of the serial number',
        do: page => page.getByRole('searchbox').fill(serial.slice(2)),
        seen: page =>
          page.getByRole('link', { name: new RegExp(` ${index}$`) }).waitFor(),
      },
      {
        name: 'open it: holder, value, warranty',
        do: page =>
          page.getByRole('link', { name: new RegExp(` ${index}$`) }).click(),
        seen: page =>
          page.getByRole('region', { name: 'Cost', exact: true }).waitFor(),
      },
    ];
  };
}

/** What has to be decided in 60 days, and what it costs. */
function decisions() {
  return () => [
    {
      name: 'open the contracts',
      do: tab('Contracts'),
      seen: rows,
    },
    {
      name: 'next 60 days',
      do: page => page.getByRole('radio', { name: '60 days' }).click(),
      seen: async page => {
        await page.waitForURL(/days=60/);
        await rows(page);
      },
    },
    {
      name: 'only decisions',
      do: page => page.getByText('Only decisions').click(),
      seen: async page => {
        await page.waitForURL(/decision=true/);
        await page
          .getByText(/^Notice by/)
          .first()
          .waitFor();
      },
    },
  ];
}

/** Seats nobody used for 90 days, ten of them taken back. */
function reclaim(products) {
  return turn => {
    const product = products[turn];
    return [
      {
        name: 'open the licences',
        do: tab('Licences'),
        seen: rows,
      },
      {
        name: 'only unused',
        do: page => page.getByRole('radio', { name: /^Unused/ }).click(),
        seen: async page => {
          await page.waitForURL(/state=unused/);
          await rows(page);
        },
      },
      {
        name: 'open a pool by name',
        do: async page => {
          await page.getByRole('searchbox').fill(product);
          await page.getByRole('link', { name: product, exact: true }).click();
        },
        seen: rows,
      },
      {
        name: 'only seats not used for 90 days',
        do: page => page.getByText('Only seats not used for 90 days').click(),
        seen: page => page.waitForURL(/unused=90/),
      },
      {
        name: 'reclaim ten seats',
        do: async page => {
          await page.getByText(/^Select all 10 seats shown/).click();
          await page.getByRole('button', { name: 'Reclaim 10 seats' }).click();
          await page
            .getByRole('dialog')
            .getByRole('button', { name: 'Reclaim 10 seats' })
            .click();
        },
        seen: page => page.getByText('10 seats were reclaimed.').waitFor(),
      },
    ];
  };
}

/** From the company to a team with its budget and trend, and what nobody owns. */
function drill() {
  return turn => {
    const top = turn % 5;
    const below = 5 + top * 6 + (turn % 6);
    return [
      {
        name: 'open the organisation',
        do: tab('Ownership'),
        seen: page => page.getByRole('treeitem').first().waitFor(),
      },
      {
        name: 'a department',
        do: branch(`Group team-${top}`),
        seen: panel(`Group team-${top}`),
      },
      {
        name: 'a team of it',
        do: branch(`Group team-${below}`),
        seen: panel(`Group team-${below}`),
      },
      {
        name: 'what nobody owns',
        do: branch('No owner'),
        seen: panel('Records of owners that are gone'),
      },
    ];
  };
}

/**
 * The tasks, each a function from the turn to its steps.
 *
 * @param size the size of the estate
 * @param products of pools with ten seats nobody used, one for each turn
 */
export function tasksFor(size, products) {
  return [
    {
      name: 'Find a laptop by part of its serial number',
      steps: findBySerial(size),
    },
    { name: 'See what has to be decided in 60 days', steps: decisions() },
    { name: 'Reclaim ten seats nobody used', steps: reclaim(products) },
    { name: 'From the company to a team', steps: drill() },
  ];
}
