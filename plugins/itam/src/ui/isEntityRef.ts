const ENTITY_REF = /^[^:/]+:[^:/]+\/[^:/]+$/;

/** Whether a text is the ref of an entity, and not of an actor of our own. */
export function isEntityRef(text: string): boolean {
  return ENTITY_REF.test(text);
}
