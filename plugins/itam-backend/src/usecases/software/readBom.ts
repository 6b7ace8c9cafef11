import { InputError } from '@backstage/errors';
import {
  ItamValidationError,
  type StatedLicense,
  type ValidationProblem,
} from '@backstage-itam/plugin-itam-common';
import { inputProblem, lineProblems } from '../records/inputProblems';

/** A component that a bill of materials names. */
export interface BomComponent {
  /** With its group. */
  name: string;
  /** Without its group. */
  productName: string;
  /** As CycloneDX has it, such as `library`. */
  type: string;
  cpe: string | null;
  /** Whether it says on which terms a licence was bought. */
  isLicensed: boolean;
  version: string | null;
  purl: string | null;
  publisher: string | null;
  licenses: StatedLicense[];
}

/** What a bill of materials says. */
export interface Bom {
  specVersion: string;
  components: BomComponent[];
}

/** Versions of CycloneDX that are read. */
export const BOM_VERSIONS: readonly string[] = ['1.4', '1.5', '1.6'];
const COMPONENTS_AT_MOST = 20_000;
const DEPTH_AT_MOST = 16;
const LICENSES_AT_MOST = 50;
const PROBLEMS_AT_MOST = 50;
const NAME_AT_MOST = 300;
const PURL_AT_MOST = 1_000;
const CPE_AT_MOST = 1_000;
const EXPRESSION_AT_MOST = 1_000;
/** A type, and a name; a namespace, version and qualifiers where there are. */
const PURL = /^pkg:\/{0,2}[a-z][a-z0-9.+-]*\/[^\s]+$/i;

type Fields = Readonly<Record<string, unknown>>;

/** A bill of materials while it is read. */
class Reading {
  readonly problems: ValidationProblem[] = [];
  readonly components: BomComponent[] = [];

  refuse(path: string, rule: string, allowed: string): void {
    if (this.problems.length < PROBLEMS_AT_MOST) {
      this.problems.push(inputProblem(path, rule, allowed));
    }
  }

  /** Components and those within them, in their order. */
  list(value: unknown, path: string, depth: number): void {
    if (value === undefined) {
      return;
    }
    if (!Array.isArray(value)) {
      this.refuse(path, 'list', 'a list of components');
      return;
    }
    if (depth > DEPTH_AT_MOST) {
      throw new InputError(
        `${path}: components are nested deeper than ${DEPTH_AT_MOST} times`,
      );
    }
    value.forEach((one: unknown, at) =>
      this.component(one, `${path}[${at}]`, depth),
    );
  }

  private component(value: unknown, path: string, depth: number): void {
    if (!isFields(value)) {
      this.refuse(path, 'component', 'an object');
      return;
    }
    if (this.components.length >= COMPONENTS_AT_MOST) {
      throw new InputError(
        `The bill of materials has more than ${COMPONENTS_AT_MOST} components`,
      );
    }
    const { scope, components } = value;
    if (typeof value.type !== 'string' || value.type === '') {
      this.refuse(`${path}.type`, 'type', 'a type such as library');
    }
    const group = this.text(value, 'group', path);
    const name = this.text(value, 'name', path);
    if (name === null) {
      this.refuse(`${path}.name`, 'name', 'a name');
    }
    const purl = this.text(value, 'purl', path, PURL_AT_MOST);
    if (purl !== null && !PURL.test(purl)) {
      this.refuse(
        `${path}.purl`,
        'purl',
        'a package URL such as pkg:npm/express@4.22.0',
      );
    }
    const component: BomComponent = {
      name: group === null ? name ?? '' : `${group}/${name}`,
      productName: name ?? '',
      type: typeof value.type === 'string' ? value.type : '',
      cpe: this.text(value, 'cpe', path, CPE_AT_MOST),
      isLicensed: isLicensed(value.licenses),
      version: this.text(value, 'version', path),
      purl,
      publisher: this.publisher(value, path),
      licenses: this.licenses(value.licenses, `${path}.licenses`),
    };
    // What is excluded is not part of what runs.
    if (scope !== 'excluded') {
      this.components.push(component);
    }
    this.list(components, `${path}.components`, depth + 1);
  }

  private publisher(value: Fields, path: string): string | null {
    const { supplier } = value;
    return (
      this.text(value, 'publisher', path) ??
      (isFields(supplier) ? this.text(supplier, 'name', path) : null)
    );
  }

  private licenses(value: unknown, path: string): StatedLicense[] {
    if (value === undefined) {
      return [];
    }
    if (!Array.isArray(value) || value.length > LICENSES_AT_MOST) {
      this.refuse(path, 'list', `a list of at most ${LICENSES_AT_MOST}`);
      return [];
    }
    return value.flatMap((one: unknown, at) => {
      const stated = this.license(one, `${path}[${at}]`);
      return stated ? [stated] : [];
    });
  }

  private license(value: unknown, path: string): StatedLicense | undefined {
    const { expression, license } = isFields(value) ? value : {};
    if (isFields(value) && expression !== undefined) {
      const text = this.text(value, 'expression', path, EXPRESSION_AT_MOST);
      return text === null ? undefined : { form: 'expression', text };
    }
    if (isFields(license)) {
      for (const form of ['id', 'name'] as const) {
        const text = this.text(license, form, `${path}.license`);
        if (text !== null) {
          return { form, text };
        }
      }
    }
    this.refuse(path, 'license', 'an expression, or a license with id or name');
    return undefined;
  }

  private text(
    of: Fields,
    name: string,
    path: string,
    longest = NAME_AT_MOST,
  ): string | null {
    const value = of[name];
    if (value === undefined || value === null) {
      return null;
    }
    const at = `${path}.${name}`;
    if (typeof value !== 'string') {
      this.refuse(at, 'text', 'text');
      return null;
    }
    if (value.length > longest) {
      this.refuse(at, 'too-long', `at most ${longest} characters`);
      return null;
    }
    const text = value.trim();
    if (text === '') {
      return null;
    }
    const [problem] = lineProblems(at, text);
    if (problem) {
      if (this.problems.length < PROBLEMS_AT_MOST) {
        this.problems.push(problem);
      }
      return null;
    }
    return text;
  }
}

/**
 * Reads the components of a bill of materials (CycloneDX, JSON): those within
 * others, too, and not those that are excluded. What else it says is passed
 * over.
 *
 * Throws InputError (400) for what is no JSON, another format or version, or
 * too much, and ItamValidationError (400) with the first problems by place.
 */
export function readBom(text: string): Bom {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new InputError(
      'The bill of materials is no JSON; write CycloneDX as JSON',
    );
  }
  if (!isFields(value) || value.bomFormat !== 'CycloneDX') {
    throw new InputError(
      'The file is no bill of materials in CycloneDX: bomFormat has to be CycloneDX',
    );
  }
  const version = BOM_VERSIONS.find(one => one === value.specVersion);
  if (version === undefined) {
    throw new InputError(
      `specVersion: allowed: one of ${BOM_VERSIONS.join(', ')}`,
    );
  }
  const reading = new Reading();
  reading.list(value.components, 'components', 1);
  if (reading.problems.length > 0) {
    throw new ItamValidationError({
      ref: 'the bill of materials',
      problems: reading.problems,
    });
  }
  return { specVersion: version, components: reading.components };
}

/** Terms of a licence that was bought, since CycloneDX 1.5. */
function isLicensed(licenses: unknown): boolean {
  return (
    Array.isArray(licenses) &&
    licenses.some(
      (one: unknown) =>
        isFields(one) &&
        isFields(one.license) &&
        isFields(one.license.licensing) &&
        Object.keys(one.license.licensing).length > 0,
    )
  );
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
