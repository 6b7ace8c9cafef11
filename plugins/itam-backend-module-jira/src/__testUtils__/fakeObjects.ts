import type { FakeObject } from './FakeAssets';

const MINUTE_MS = 60_000;

/** Values as the REST API has them. */
export const value = {
  /** What people see of dates is written for people. */
  plain: (text: string, displayValue = text) => ({
    value: text,
    searchValue: text,
    displayValue,
  }),
  status: (name: string) => ({
    status: { id: '1', name },
    displayValue: name,
    searchValue: '1',
  }),
  user: (fields: { displayName: string; [field: string]: string }) => ({
    user: fields,
    value: `557058:${fields.displayName}`,
    displayValue: fields.displayName,
  }),
  object: (id: number, label: string) => ({
    referencedObject: { id: String(id), label, objectKey: `ITAM-${id}` },
    displayValue: label,
    searchValue: `ITAM-${id}`,
  }),
};

/** Made a long time ago, one each minute, in the order of their numbers. */
export function madeAt(number: number): string {
  return new Date(
    Date.parse('2026-01-01T00:00:00Z') + number * MINUTE_MS,
  ).toISOString();
}

/** A laptop of Erin. */
export function laptop(
  id: number,
  values: FakeObject['values'] = {},
  fields: Partial<FakeObject> = {},
): FakeObject {
  return {
    id,
    typeId: 11,
    // Labels are in no order, so that the order of the list tells.
    label: `Laptop ${(id * 7) % 100}`,
    created: madeAt(id),
    updated: madeAt(id),
    values: {
      'Asset Tag': [value.plain(`HW-${id}`)],
      'Serial Number': [value.plain(`SN-${id}`)],
      Model: [value.object(500, 'Latitude 7450')],
      State: [value.status('In use')],
      Team: [value.plain('Client Services')],
      User: [
        value.user({
          displayName: 'Erin Ng',
          emailAddress: 'erin@acme.example',
        }),
      ],
      Price: [value.plain('1999.0', '1,999')],
      Purchased: [value.plain('2026-01-31', '31/Jan/26')],
      'In Service': [value.plain('2026-01-31T23:30:00.000Z', '01/Feb/26')],
      Notes: [value.plain('<p>Docked &amp; loaded</p><p>at home</p>')],
      ...values,
    },
    ...fields,
  };
}

/** A licence of 25 seats that a contract is about. */
export function license(id: number, contractId: number): FakeObject {
  return {
    id,
    typeId: 20,
    label: 'Adobe Acrobat',
    created: madeAt(id),
    updated: madeAt(id),
    values: {
      Seats: [value.plain('25')],
      Start: [value.plain('2026-01-01')],
      End: [value.plain('2026-12-31')],
      Cost: [value.plain('1.25E4')],
      Contract: [value.object(contractId, 'Care Pack')],
      Holders: [
        value.user({
          displayName: 'Max Roe',
          emailAddress: 'max@acme.example',
        }),
        value.user({
          displayName: 'Erin Ng',
          emailAddress: 'erin@acme.example',
        }),
      ],
    },
  };
}

/** A contract for some objects. */
export function contract(id: number, covers: readonly number[]): FakeObject {
  return {
    id,
    typeId: 30,
    label: 'Care Pack',
    created: madeAt(id),
    updated: madeAt(id),
    values: {
      Supplier: [value.plain('Bechtle AG')],
      Starts: [value.plain('2026-01-01')],
      Covers: covers.map(one => value.object(one, `Laptop ${one}`)),
    },
  };
}

/** The configuration that fits, without where and who. */
export const MAPPING = {
  pageSize: 20,
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  entities: { 'client services': 'group:default/client-services' },
  words: { Care: 'support' },
  objectTypes: [
    {
      objectType: 'Hardware',
      kind: 'Asset',
      children: true,
      attributes: {
        tag: 'asset tag',
        serialNumber: 'Serial Number',
        model: 'Model',
        status: 'State',
        owner: 'Team',
        assignee: 'User',
        'financials.purchase.amount': 'Price',
        'financials.purchase.date': 'Purchased',
        inService: 'In Service',
        notes: 'Notes',
        partOf: 'Parent',
      },
      defaults: {
        class: 'hardware',
        type: 'laptop',
        owner: 'group:default/it',
      },
    },
    {
      objectType: 'Contract',
      schema: 'ITAM',
      kind: 'Contract',
      attributes: {
        vendor: 'Supplier',
        'term.start': 'Starts',
        covers: 'Covers',
      },
      defaults: { type: 'support', owner: 'group:default/it' },
    },
    {
      objectType: 'Software License',
      kind: 'License',
      attributes: {
        quantity: 'Seats',
        'term.start': 'Start',
        'term.end': 'End',
        'financials.price.amount': 'Cost',
        contract: 'Contract',
        assignments: 'Holders',
      },
      defaults: {
        type: 'subscription',
        metric: 'named-user',
        owner: 'group:default/it',
      },
    },
  ],
};
