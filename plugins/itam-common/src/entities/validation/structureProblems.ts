import { describeName } from './describe';
import { problem, type ValidationProblem } from './ValidationProblem';

/** No kind nests deeper than 7; metadata of other plugins may. */
const MAX_DEPTH = 32;

/** Values in an entity, aliases counted each time they are used. */
const MAX_VALUES = 250_000;

const FORBIDDEN_KEYS: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'prototype',
]);

/** What the structure of a value says about whether it can be read on. */
export interface StructureFindings {
  problems: ValidationProblem[];
  /** False when walking the value might not end in reasonable time. */
  safeToWalk: boolean;
}

interface Extent {
  /** Levels below, this one included. */
  height: number;
  /** Values below, this one included, aliases counted each time. */
  values: number;
}

/**
 * Looks for what makes a value dangerous to read at all: nesting without
 * bound, cycles and alias bombs (YAML anchors), and keys that reach
 * JavaScript's prototypes.
 *
 * Each object is visited once however often it is aliased, and never below the
 * depth limit, so the check itself is linear and cannot overflow the stack.
 */
export function structureProblems(entity: unknown): StructureFindings {
  const problems: ValidationProblem[] = [];
  const known = new Map<object, Extent>();
  const open = new Set<object>();
  let tooDeep = false;
  let cyclic = false;

  const visit = (value: unknown, path: string, depth: number): Extent => {
    if (typeof value !== 'object' || value === null) {
      return { height: 1, values: 1 };
    }
    if (open.has(value)) {
      cyclic = true;
      return { height: 1, values: 1 };
    }
    const before = known.get(value);
    if (before) {
      tooDeep ||= depth + before.height > MAX_DEPTH;
      return before;
    }
    if (depth >= MAX_DEPTH) {
      tooDeep = true;
      return { height: 1, values: 1 };
    }
    open.add(value);
    const extent: Extent = { height: 1, values: 1 };
    const add = (child: Extent) => {
      extent.height = Math.max(extent.height, child.height + 1);
      extent.values = Math.min(extent.values + child.values, MAX_VALUES + 1);
    };
    if (Array.isArray(value)) {
      value.forEach((item, i) => add(visit(item, `${path}[${i}]`, depth + 1)));
    } else {
      if (hasForeignPrototype(value)) {
        problems.push(forbiddenKey(path, '__proto__'));
      }
      for (const [key, item] of Object.entries(value)) {
        if (FORBIDDEN_KEYS.has(key)) {
          problems.push(forbiddenKey(path, key));
        }
        add(visit(item, join(path, describeName(key)), depth + 1));
      }
    }
    open.delete(value);
    known.set(value, extent);
    return extent;
  };

  const whole = visit(entity, '', 0);
  if (cyclic) {
    problems.push(
      problem({
        path: 'entity',
        rule: 'cycle',
        found: 'a value that contains itself',
        allowed: 'values that end; check the YAML anchors',
      }),
    );
  }
  if (tooDeep) {
    problems.push(
      problem({
        path: 'entity',
        rule: 'depth',
        found: `more than ${MAX_DEPTH} levels`,
        allowed: `at most ${MAX_DEPTH} levels of nesting`,
      }),
    );
  }
  if (whole.values > MAX_VALUES) {
    problems.push(
      problem({
        path: 'entity',
        rule: 'size',
        found: `more than ${MAX_VALUES} values`,
        allowed: `at most ${MAX_VALUES} values, YAML aliases counted each time`,
      }),
    );
  }
  return {
    problems,
    safeToWalk: !cyclic && !tooDeep && whole.values <= MAX_VALUES,
  };
}

function forbiddenKey(path: string, key: string): ValidationProblem {
  return problem({
    path: join(path, key),
    rule: 'forbidden-key',
    found: `the key ${key}`,
    allowed: `no key named ${[...FORBIDDEN_KEYS].join(', ')}`,
  });
}

/**
 * Whether somebody's `__proto__` became the object's prototype. Every realm
 * has its own Object.prototype, hence no comparison with ours: what has no
 * prototype itself is one.
 */
function hasForeignPrototype(value: object): boolean {
  if (Object.prototype.toString.call(value) !== '[object Object]') {
    return false;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    typeof prototype === 'object' &&
    prototype !== null &&
    Object.getPrototypeOf(prototype) !== null
  );
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
