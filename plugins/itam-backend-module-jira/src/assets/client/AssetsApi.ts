/** An object as Assets has it. */
export interface AssetsObject {
  id: string;
  typeId: string;
  /** When it was made and last changed, in milliseconds since 1970. */
  createdMs: number;
  updatedMs: number;
  /** The whole of it. */
  raw: unknown;
}

/** Some objects that a query found, in the order of the answer. */
export interface AssetsAnswer {
  /** How many come before them. */
  start: number;
  objects: readonly AssetsObject[];
  isLast: boolean;
}

/** Something that has a name: a schema, or a type of objects. */
export interface AssetsName {
  id: string;
  name: string;
}

/** A schema. */
export interface AssetsSchema extends AssetsName {
  key: string;
}

/** A type of objects. */
export interface AssetsType extends AssetsName {
  parentId: string;
}

/** What the APIs of Cloud and Data Center have in common. All throw SourceError. */
export interface AssetsApi {
  /**
   * What an AQL query finds, from `offset` on or from shortly before. At the
   * end of the list, or beyond it, there may be none.
   */
  find(aql: string, offset: number, signal: AbortSignal): Promise<AssetsAnswer>;
  schemas(signal: AbortSignal): Promise<AssetsSchema[]>;
  /** All types of a schema, at whatever level. */
  types(schemaId: string, signal: AbortSignal): Promise<AssetsType[]>;
  /** The definitions of the attributes of a type. */
  attributes(typeId: string, signal: AbortSignal): Promise<unknown[]>;
}
