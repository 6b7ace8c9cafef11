import type { Entity } from '@backstage/catalog-model';
import { isObject } from '../validation/SpecField';

/** Takes a field out. */
export const ABSENT = Symbol('absent');

/**
 * A copy of an entity with one value put at a path such as
 * `spec.services[0].ref`, whatever its type; objects on the way are made.
 */
export function withValue(
  entity: Entity,
  path: string,
  value: unknown,
): Entity {
  const copy: unknown = structuredClone(entity);
  const steps = path.split(/[.[\]]+/).filter(step => step !== '');
  const last = steps.pop() ?? '';
  let target: unknown = copy;
  for (const step of steps) {
    target = child(target, step);
  }
  if (Array.isArray(target)) {
    target[Number(last)] = value;
  } else if (isObject(target)) {
    if (value === ABSENT) {
      delete target[last];
    } else {
      // As YAML readers do: `__proto__` becomes a field like any other.
      Object.defineProperty(target, last, {
        value,
        configurable: true,
        enumerable: true,
        writable: true,
      });
    }
  }
  if (!isEntity(copy)) {
    throw new Error(`Not an entity any more after setting ${path}`);
  }
  return copy;
}

function child(target: unknown, step: string): unknown {
  if (Array.isArray(target)) {
    return target[Number(step)];
  }
  if (!isObject(target)) {
    throw new Error(`Nothing can be put below ${step}`);
  }
  if (!Object.hasOwn(target, step)) {
    target[step] = {};
  }
  return target[step];
}

function isEntity(value: unknown): value is Entity {
  return isObject(value) && isObject(value.metadata);
}
