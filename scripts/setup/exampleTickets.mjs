// A ticket tool for the example organisation, at an address of this machine:
// it answers like the Table API of ServiceNow, with a few tickets about the
// Payments API, and shows each as a page.
import { createServer } from 'node:http';

const ENTITY_COLUMN = 'u_backstage_entity_id';
const DAY = 86_400_000;

const cell = (value, shown = value) => ({ value, display_value: shown });
const time = days =>
  new Date(Date.now() + days * DAY)
    .toISOString()
    .slice(0, 19)
    .replace('T', ' ');

function row(number, title, cells) {
  return {
    sys_id: cell(number.toLowerCase().padStart(32, '0')),
    sys_updated_on: cell(time(-1)),
    number: cell(number),
    short_description: cell(title),
    active: cell('true'),
    state: cell('2', 'In Progress'),
    priority: cell('3', '3 - Moderate'),
    due_date: cell(''),
    assigned_to: cell(''),
    assignment_group: cell('payments', 'Payments'),
    cmdb_ci: cell(''),
    business_service: cell('payments-api', 'Payments API'),
    [ENTITY_COLUMN]: cell('payments-api'),
    ...cells,
  };
}

const tables = {
  alm_hardware: [],
  incident: [
    row('INC0010023', 'Card payments time out for <Lumen Pay>', {
      priority: cell('2', '2 - High'),
      opened_at: cell(time(-2)),
      due_date: cell(time(1)),
      assigned_to: cell('erin', 'Erin Engineer'),
    }),
    row('INC0010019', 'Refunds are booked twice after a retry', {
      opened_at: cell(time(-9)),
      state: cell('3', 'On Hold'),
    }),
    row('INC0010011', 'Old certificate is still answered with', {
      opened_at: cell(time(-30)),
      state: cell('6', 'Resolved'),
    }),
  ],
  change_request: [
    row('CHG0030002', 'Move the database to a larger machine', {
      opened_at: cell(time(-5)),
      state: cell('-2', 'Scheduled'),
      start_date: cell(time(7)),
      end_date: cell(time(7.1)),
    }),
  ],
};

/** Rows that a query about the entity column means; all of them without one. */
function selected(rows, query) {
  const names = new RegExp(`${ENTITY_COLUMN}IN([^^]*)`).exec(query)?.[1];
  return names === undefined
    ? rows
    : rows.filter(one => names.split(',').includes(one[ENTITY_COLUMN].value));
}

/** Starts it; `env` has the portal ask it, `stop()` ends it. */
export async function startExampleTickets() {
  const server = createServer((req, res) => {
    const url = new URL(req.url, 'http://127.0.0.1');
    const table = /^\/api\/now\/table\/(\w+)$/.exec(url.pathname)?.[1];
    const rows = tables[table];
    if (!rows) {
      const id = url.searchParams.get('sys_id');
      const ticket = [...tables.incident, ...tables.change_request].find(
        one => one.sys_id.value === id,
      );
      res.writeHead(ticket ? 200 : 404, { 'Content-Type': 'text/plain' });
      res.end(
        ticket
          ? `${ticket.number.value}\n${ticket.short_description.value}\n`
          : 'The example ticket tool has no such page\n',
      );
      return;
    }
    const found = selected(rows, url.searchParams.get('sysparm_query') ?? '');
    res.writeHead(200, { 'Content-Type': 'application/json' });
    const result = [...found].sort((a, b) =>
      a.sys_id.value < b.sys_id.value ? -1 : 1,
    );
    const limit = Number(url.searchParams.get('sysparm_limit') ?? '100');
    res.end(JSON.stringify({ result: result.slice(0, limit) }));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  server.unref();
  return {
    env: {
      APP_CONFIG_itam_connectors_servicenow: JSON.stringify({
        baseUrl: `http://127.0.0.1:${server.address().port}`,
        auth: { token: 'example' },
        records: false,
        tickets: {},
      }),
    },
    stop: () => server.close(),
  };
}
