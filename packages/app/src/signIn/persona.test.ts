import { parsePersonas } from './persona';
import { personaListSchema } from './personaListSchema';

const erin = {
  name: 'erin',
  displayName: 'Erin Walsh',
  role: 'Engineer, Payments',
  sees: 'What Payments owns.',
};

describe('parsePersonas', () => {
  it('reads the fields of each persona and leaves others out', () => {
    expect(parsePersonas([{ ...erin, user: 'user:default/erin' }])).toEqual([
      erin,
    ]);
  });

  it.each([
    [{ name: 'erin' }, 'expected a list of personas'],
    ['erin', 'expected a list of personas'],
    [[erin, { ...erin, role: 7 }], "persona 2 needs a text for 'role'"],
    [[{ ...erin, sees: ' ' }], "persona 1 needs a text for 'sees'"],
    [[null], "persona 1 needs a text for 'name'"],
  ])('refuses %j', (input, message) => {
    expect(() => parsePersonas(input)).toThrow(message);
    expect(personaListSchema['~standard'].validate(input)).toEqual({
      issues: [{ message }],
    });
  });
});

describe('personaListSchema', () => {
  it('takes a missing list for an empty one', () => {
    expect(personaListSchema['~standard'].validate(undefined)).toEqual({
      value: [],
    });
  });

  it('describes what it accepts', () => {
    expect(personaListSchema['~standard'].jsonSchema.input()).toMatchObject({
      type: 'array',
      items: { required: ['name', 'displayName', 'role', 'sees'] },
    });
  });
});
