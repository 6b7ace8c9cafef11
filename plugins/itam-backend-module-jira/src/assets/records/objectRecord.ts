import {
  importField,
  type ImportField,
} from '@backstage-itam/plugin-itam-common';
import type {
  SourceLink,
  SourceRecord,
} from '@backstage-itam/plugin-itam-node';
import { textAt } from '../client/answers';
import type { AssetsObject } from '../client/AssetsApi';
import type { JiraAssetsConfig } from '../config/JiraAssetsConfig';
import type { Attribute } from './attributeOf';
import { completeMoney, completeTerm } from './completeCells';
import { isLinkField } from './isLinkField';
import type { ResolvedType } from './ObjectTypes';
import {
  dayOf,
  linesOf,
  namedIn,
  numberOf,
  referenceOf,
  shownOf,
  userRefOf,
  valuesOf,
} from './values';

/** An object as a record of the register. */
export function objectRecord(
  object: AssetsObject,
  { mapping, attributes }: ResolvedType,
  config: JiraAssetsConfig,
): SourceRecord {
  const own = attributes.get(object.typeId);
  const label = textAt(object.raw, 'label');
  const cells: Record<string, string> = {
    title: label,
    ...(mapping.kind === 'License' ? { product: label } : {}),
  };
  const links: SourceLink[] = [];
  for (const [id, name] of Object.entries(mapping.attributes)) {
    const field = importField(mapping.kind, id);
    const attribute = own?.get(name.toLowerCase());
    // A type below may not have it: then nothing is known of the field.
    if (!field || !attribute) {
      continue;
    }
    const values = valuesOf(object.raw, attribute);
    if (pointsToRecords(field, attribute)) {
      links.push({ field: id, to: targetsOf(values, config) });
      continue;
    }
    const cell = cellOf(field, attribute, values, config);
    // What a record cannot do without is never emptied: the default counts.
    if (cell !== undefined && !(cell === '' && field.required)) {
      cells[id] = cell;
    }
  }
  return {
    sourceId: object.id,
    cells: completeTerm(completeMoney(cells, mapping.kind, config)),
    defaults: mapping.defaults,
    ...(links.length > 0 ? { links } : {}),
    url: pageOf(object.id, config),
  };
}

function pointsToRecords({ id }: ImportField, { values }: Attribute): boolean {
  return isLinkField(id) || (id === 'assignments' && values === 'object');
}

/** Ids of objects are unique on a site, so one stream at most has each. */
function targetsOf(
  values: readonly unknown[],
  { objectTypes }: JiraAssetsConfig,
): SourceLink['to'] {
  return values
    .map(referenceOf)
    .filter(id => id !== '')
    .flatMap(sourceId =>
      objectTypes.map(({ id }) => ({ stream: id, sourceId })),
    );
}

/** Undefined where the site does not tell what the object has there. */
function cellOf(
  field: ImportField,
  attribute: Attribute,
  values: readonly unknown[],
  config: JiraAssetsConfig,
): string | undefined {
  if (values.length === 0) {
    return '';
  }
  const [first] = values;
  switch (field.type) {
    case 'date':
      return dayOf(first, attribute, config.timeZone);
    case 'amount':
    case 'number':
    case 'months':
      return numberOf(first);
    case 'ref':
      return userRefOf(first, config);
    case 'references': {
      const refs = values.map(value => userRefOf(value, config));
      return refs.some(ref => ref === undefined)
        ? undefined
        : refs.sort().join('; ');
    }
    case 'shares': {
      const refs = values.map(value =>
        namedIn(config.entities, shownOf(value)),
      );
      return refs.some(ref => ref === undefined) ? undefined : refs.join('; ');
    }
    case 'multiline':
      return values.map(value => linesOf(value, attribute)).join('\n');
    case 'link':
      return textAt(first, 'value') || shownOf(first);
    case 'slug':
    case 'enum':
      return namedIn(config.words, shownOf(first)) ?? shownOf(first);
    default:
      return field.id === 'owner'
        ? namedIn(config.entities, shownOf(first))
        : values.map(shownOf).join(', ');
  }
}

/** Where people find it. */
function pageOf(id: string, { baseUrl, edition }: JiraAssetsConfig): string {
  const base = baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`;
  return new URL(
    edition === 'cloud'
      ? `jira/servicedesk/assets/object/${encodeURIComponent(id)}`
      : `secure/ShowObject.jspa?id=${encodeURIComponent(id)}`,
    base,
  ).href;
}
