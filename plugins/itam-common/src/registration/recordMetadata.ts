import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import { isObject, SpecField } from '../entities/validation/SpecField';
import {
  problemWithValue,
  type ValidationProblem,
} from '../entities/validation/ValidationProblem';

/** A tag as the catalog allows it, 1 to 63 characters. */
const TAG = /^[a-z0-9+#]+(-[a-z0-9+#]+)*$/;

const MAX_LENGTH = 63;

/**
 * What the catalog would refuse in the metadata of a registered record: its
 * name, namespace, tags and labels.
 *
 * For YAML the catalog checks them itself; a registered record would otherwise
 * be noticed only when it is published. Title, description and links are
 * checked by `validateItamEntity`.
 * @public
 */
export function recordMetadataProblems(metadata: object): ValidationProblem[] {
  const field = new SpecField(metadata, 'metadata');
  const labels = field.at('labels').value;
  return [
    ...refused(
      field.at('name'),
      'name',
      KubernetesValidatorFunctions.isValidObjectName,
      'letters and digits with single dashes, underscores and dots between them, at most 63',
    ),
    ...refused(
      field.at('namespace'),
      'namespace',
      KubernetesValidatorFunctions.isValidNamespace,
      'lower-case letters and digits with dashes between them, at most 63',
      false,
    ),
    ...field
      .at('tags')
      .items()
      .flatMap(tag =>
        refused(
          tag,
          'tag',
          value =>
            typeof value === 'string' &&
            value.length <= MAX_LENGTH &&
            TAG.test(value),
          'lower-case letters, digits, + and # with dashes between them, at most 63',
        ),
      ),
    ...(isObject(labels) ? Object.keys(labels) : []).flatMap(key => [
      ...refused(
        new SpecField(key, 'metadata.labels'),
        'label',
        KubernetesValidatorFunctions.isValidLabelKey,
        'a label key such as example.com/team',
      ),
      ...refused(
        field.at('labels').at(key),
        'label',
        KubernetesValidatorFunctions.isValidLabelValue,
        'letters and digits with single dashes, underscores and dots between them, at most 63',
      ),
    ]),
  ];
}

function refused(
  field: SpecField,
  rule: string,
  isValid: (value: unknown) => boolean,
  allowed: string,
  isRequired = true,
): ValidationProblem[] {
  const { path, value } = field;
  if (isValid(value) || (!isRequired && value === undefined)) {
    return [];
  }
  return [problemWithValue({ path, rule, value, allowed })];
}
