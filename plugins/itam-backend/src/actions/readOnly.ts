/** What the registry tells of each action: nothing is changed by asking. */
export const readOnly = {
  readOnly: true,
  destructive: false,
  idempotent: true,
};
