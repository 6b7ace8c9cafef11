/** Types of objects; a laptop is below hardware, and contracts are twice. */
export const TYPES = [
  { id: '10', name: 'Hardware', schema: '1' },
  { id: '11', name: 'Laptop', schema: '1', parentObjectTypeId: '10' },
  { id: '12', name: 'Server', schema: '1', parentObjectTypeId: '10' },
  { id: '20', name: 'Software License', schema: '1' },
  { id: '30', name: 'Contract', schema: '1' },
  { id: '90', name: 'Contract', schema: '2' },
] as const;

const text = (name: string, defaultType = 0) => ({
  name,
  type: 0,
  defaultType: { id: defaultType },
});
const NUMBER = 3;
const DAY = 4;
const TIME = 6;
const TEXTAREA = 9;

const HARDWARE = [
  text('Name'),
  text('Asset Tag'),
  text('Serial Number'),
  { name: 'Model', type: 1 },
  { name: 'State', type: 7 },
  { name: 'Team', type: 4 },
  { name: 'User', type: 2 },
  text('Price', NUMBER),
  text('Purchased', DAY),
  text('In Service', TIME),
  text('Notes', TEXTAREA),
  { name: 'Parent', type: 1 },
];

/** Attributes by the id of a type, without their ids. */
export const ATTRIBUTES: Readonly<
  Record<number, readonly { name: string; [field: string]: unknown }[]>
> = {
  10: HARDWARE,
  11: HARDWARE,
  12: HARDWARE,
  20: [
    text('Name'),
    text('Seats', 1),
    text('Start', DAY),
    text('End', DAY),
    text('Cost', NUMBER),
    { name: 'Contract', type: 1 },
    { name: 'Holders', type: 2 },
  ],
  30: [
    text('Name'),
    text('Supplier'),
    text('Starts', DAY),
    { name: 'Covers', type: 1 },
  ],
  90: [text('Name')],
};

/** Each type has its own ids, also for what it has from the type above. */
export function attributeId(typeId: number, name: string): number {
  const at = ATTRIBUTES[typeId].findIndex(one => one.name === name);
  return typeId * 100 + at;
}
