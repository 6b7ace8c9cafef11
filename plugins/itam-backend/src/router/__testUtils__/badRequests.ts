import { operations, type Operation, type Parameter } from './fuzz/contract';
import { routeMatrix, type MatrixRow } from './routeMatrix';
import type { ShopRegister } from './shopRegister';
import type { Persona } from './startRegister';

/** An operation and a well-formed request for it. */
export interface Row {
  operation: Operation;
  row: MatrixRow;
}

/** All operations. */
export const rows: Row[] = operations.map(operation => {
  const row = routeMatrix[operation.id];
  if (!row) {
    throw new Error(`No row for ${operation.id}`);
  }
  return { operation, row };
});

/** Parameters of all operations that pass the test. */
export function having(test: (parameter: Parameter) => boolean) {
  return rows.flatMap(one =>
    one.operation.parameters
      .filter(test)
      .map(parameter => ({ ...one, parameter })),
  );
}

/** Asks what a row asks, but for what is given here. */
export function requestsTo(shop: ShopRegister) {
  return (
    persona: Persona,
    { operation, row }: Row,
    options: {
      path?: string;
      headers?: Readonly<Record<string, string>>;
      body?: string | object;
      type?: string;
    } = {},
  ) => {
    const { path = row.path, headers = row.headers ?? {}, type } = options;
    const sent = shop.register[operation.method](persona, path);
    for (const [name, value] of Object.entries(headers)) {
      sent.set(name, value);
    }
    if (type !== undefined) {
      sent.set('Content-Type', type);
    }
    const body = options.body ?? row.file ?? row.body;
    return body === undefined ? sent : sent.send(body);
  };
}

/** Who may do what is asked, so that nothing else refuses it. */
export function able({ operation }: Row): Persona {
  return operation.id.includes('CalendarToken') ? 'member' : 'service';
}

/** What is wrong with how a request is refused; empty when nothing is. */
export async function complaints(
  sent: ReturnType<ReturnType<typeof requestsTo>>,
  status: number,
  about?: string,
): Promise<string[]> {
  const { status: actual, text, body } = await sent;
  const told = `${about}: ${actual} ${text}`;
  const formed =
    typeof body?.error?.name === 'string' &&
    typeof body.error.message === 'string' &&
    body.response?.statusCode === status;
  return [
    ...(actual === status && formed ? [] : [told]),
    ...(/select |insert |SQLITE|node_modules/i.test(text)
      ? [`insides: ${told}`]
      : []),
  ];
}
