import fc from 'fast-check';
import type { Persona } from '../startRegister';
import type { Operation, Parameter } from './contract';
import { bodyTexts } from './drawnBodies';
import { plausible } from './drawnValues';
import { changeableRefs, hostileTexts, recordRefs } from './pools';

/** A request before cursors of earlier answers are put in. */
export interface DrawnRequest {
  operation: Operation;
  persona: Persona;
  target: string;
  headers: Record<string, string>;
  body?: string;
}

/** Everybody the policy of the tests knows, apart from failing backends. */
export const personas: readonly Persona[] = [
  'anonymous',
  'member',
  'manager',
  'narrow',
  'other',
  'finance',
  'denied',
  'service',
];

/** Stands in a query for the n-th last cursor seen, changed or not. */
export const CURSOR = /CURSOR-([0-9])-(same|edited|cut|padded)/;

/** How often which share of the parts of a request is made to offend. */
const TEMPERS: readonly [weight: number, temper: number][] = [
  [6, 0],
  [3, 0.25],
  [1, 0.8],
];

/** Half a surrogate pair has no encoding in URLs. */
const encoded = hostileTexts
  .filter(text => !/\p{Surrogate}/u.test(text))
  .map(text => encodeURIComponent(text));
/** Not what any encoder writes. */
const rawTexts = ['%', '%zz', '%00', '%2e%2e', '..', '%C0%AF', '%ED%A0%80', ''];

const hostileUrlTexts = fc.oneof(
  fc.constantFrom(...encoded),
  fc.constantFrom(...rawTexts),
  fc
    .string({ unit: 'binary', maxLength: 20 })
    .map(text => encodeURIComponent(text)),
);

/** A request to one operation by anybody. */
export function requestsTo(operation: Operation): fc.Arbitrary<DrawnRequest> {
  return fc.oneof(
    ...TEMPERS.map(([weight, temper]) => ({
      weight,
      arbitrary: requestsOf(operation, temper),
    })),
  );
}

function requestsOf(
  operation: Operation,
  temper: number,
): fc.Arbitrary<DrawnRequest> {
  return fc
    .record({
      // Those who may do much come deep; they are drawn more often.
      persona: fc.constantFrom(...personas, 'finance', 'finance', 'manager'),
      path: pathOf(operation, temper),
      query: queryOf(operation, temper),
      headers: headersOf(operation, temper),
      body: bodyTexts(operation, temper),
      type: mostly(
        temper * 0.3,
        fc.constant('application/json'),
        fc.constantFrom(
          'text/plain',
          'application/json; charset=utf-7',
          'application/x-www-form-urlencoded',
        ),
      ),
    })
    .map(({ persona, path, query, headers, body, type }) => ({
      operation,
      persona,
      target: `/api/itam${path}${query}`,
      headers:
        body === undefined ? headers : { ...headers, 'content-type': type },
      body,
    }));
}

function mostly<T>(
  share: number,
  usual: fc.Arbitrary<T>,
  unusual: fc.Arbitrary<T>,
): fc.Arbitrary<T> {
  const weight = Math.round(share * 1000);
  return weight === 0
    ? usual
    : fc.oneof(
        { weight: 1000 - weight, arbitrary: usual },
        { weight, arbitrary: unusual },
      );
}

function urlValues(parameter: Parameter, temper: number): fc.Arbitrary<string> {
  const usual =
    parameter.name === 'cursor'
      ? fc
          .tuple(
            fc.integer({ min: 0, max: 9 }),
            fc.constantFrom('same', 'same', 'edited', 'cut', 'padded'),
          )
          .map(([back, change]) => `CURSOR-${back}-${change}`)
      : plausible(parameter.name, parameter.schema).map(value =>
          encodeURIComponent(String(value)),
        );
  return mostly(temper, usual, hostileUrlTexts);
}

/** Kind, namespace and name go together, or nothing would be found. */
function pathOf(operation: Operation, temper: number): fc.Arbitrary<string> {
  const inPath = operation.parameters.filter(place => place.in === 'path');
  return fc
    .record({
      ref:
        operation.method === 'get'
          ? fc.constantFrom(...recordRefs)
          : fc.constantFrom(
              ...recordRefs,
              ...changeableRefs,
              ...changeableRefs,
            ),
      own: fc.tuple(...inPath.map(place => urlValues(place, temper))),
      whole: mostly(temper, fc.constant(true), fc.constant(false)),
    })
    .map(({ ref, own, whole }) => {
      const values = new Map(inPath.map(({ name }, at) => [name, own[at]]));
      if (whole) {
        const [kind, namespace, name] = ref.split(/[:/]/);
        for (const [part, value] of Object.entries({ kind, namespace, name })) {
          if (values.has(part)) {
            values.set(part, value);
          }
        }
      }
      return operation.path.replace(
        /\{(\w+)\}/g,
        // An empty segment is another path, which is not in the contract.
        (_, name: string) => values.get(name) || '%20',
      );
    });
}

function queryOf(operation: Operation, temper: number): fc.Arbitrary<string> {
  const inQuery = operation.parameters.filter(place => place.in === 'query');
  const pairs = inQuery.map(place =>
    fc.option(
      urlValues(place, temper).map(value => `${place.name}=${value}`),
      // Required ones are nearly always there.
      { freq: place.required ? 50 : 1, nil: undefined },
    ),
  );
  const extras = mostly(
    temper * 0.4,
    fc.constant<string | undefined>(undefined),
    fc.constantFrom(
      'unknown=1',
      '__proto__=1',
      'constructor[prototype]=1',
      'limit[]=1',
      'q[a]=b',
      'sort=title&sort=ref',
      'of=all&of=all',
      'format=xml',
      '%00=1',
      '&&&==',
      'fields=financials',
    ),
  );
  return fc
    .tuple(fc.tuple(...pairs), extras)
    .map(([drawn, extra]) =>
      [...drawn, extra].filter(part => part !== undefined),
    )
    .map(parts => (parts.length > 0 ? `?${parts.join('&')}` : ''));
}

function headersOf(
  operation: Operation,
  temper: number,
): fc.Arbitrary<Record<string, string>> {
  const inHeader = operation.parameters.filter(place => place.in === 'header');
  const values = inHeader.map(place =>
    fc.option(
      mostly(
        temper,
        plausible(place.name, place.schema).map(value =>
          // Other characters cannot be sent in a header.
          String(value).replace(/[^\x20-\x7e]/g, '~'),
        ),
        fc.constantFrom(
          '',
          '"',
          '""',
          '*, *',
          'x'.repeat(300),
          '"1", "2"',
          "'",
        ),
      ),
      { freq: place.name === 'If-Match' ? 8 : 1, nil: undefined },
    ),
  );
  return fc.tuple(...values).map(drawn => {
    const headers: Record<string, string> = {};
    inHeader.forEach(({ name }, at) => {
      const value = drawn[at];
      if (value !== undefined) {
        headers[name.toLocaleLowerCase('en-US')] = value;
      }
    });
    return headers;
  });
}
