import {
  sourceField,
  sourceLine,
  type TicketItem,
} from '@backstage-itam/plugin-itam-node';

/** The annotations of the Backstage plugins for Jira. */
export const PROJECT_ANNOTATION = 'jira/project-key';
export const COMPONENT_ANNOTATION = 'jira/component';
export const LABEL_ANNOTATION = 'jira/label';

/** Where the issues about an item are. */
export interface Place {
  /** Key of the item. */
  key: string;
  projectKey: string;
  projectId: string;
  /** Any of these; no condition when there are none. */
  components: readonly string[];
  labels: readonly string[];
}

/** What an item's annotations say, before its project is looked up. */
export type NamedPlace = Omit<Place, 'projectId'>;

/** The place an item names; undefined when it names no project. */
export function placeNamed(item: TicketItem): NamedPlace | undefined {
  const { key, annotations = {} } = item;
  const projectKey = annotations[PROJECT_ANNOTATION]?.trim();
  return projectKey
    ? {
        key,
        projectKey,
        components: listed(annotations[COMPONENT_ANNOTATION]),
        labels: listed(annotations[LABEL_ANNOTATION]),
      }
    : undefined;
}

/** Keys of the items that an issue is about. */
export function keysOf(issue: unknown, places: readonly Place[]): string[] {
  const fields = sourceField(issue, 'fields');
  const project = sourceLine(sourceField(sourceField(fields, 'project'), 'id'));
  const components = texts(fields, 'components', one =>
    sourceField(one, 'name'),
  );
  const labels = texts(fields, 'labels', one => one);
  const meets = (wanted: readonly string[], has: readonly string[]) =>
    wanted.length === 0 || wanted.some(one => has.includes(one.toLowerCase()));
  return places
    .filter(
      place =>
        place.projectId === project &&
        meets(place.components, components) &&
        meets(place.labels, labels),
    )
    .map(({ key }) => key);
}

function texts(
  fields: unknown,
  name: string,
  textOf: (one: unknown) => unknown,
): string[] {
  const list = sourceField(fields, name);
  return (Array.isArray(list) ? list : []).map((one: unknown) =>
    sourceLine(textOf(one)).toLowerCase(),
  );
}

function listed(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map(one => sourceLine(one))
    .filter(one => one !== '');
}
