/**
 * Texts of fields that search for what is to be chosen, in English.
 */
export const picking = {
  placeholder: 'Type a name',
  searching: 'Searching…',
  none: 'Nothing found',
  failed:
    'The search does not answer. Type a reference such as group:default/payments.',
  chosen: 'Chosen: {{label}}',
} as const;
