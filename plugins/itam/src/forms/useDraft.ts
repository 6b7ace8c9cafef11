import type { JsonValue } from '@backstage/types';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DraftContext } from './checking/draftProblems';
import type { ServerProblem } from './checking/serverProblems';
import { useDraftRules } from './checking/useDraftRules';
import type { Draft } from './draft/Draft';
import {
  isObject,
  jsonObject,
  pathOf,
  valueAt,
  withValue,
} from './draft/jsonPath';

/** A draft is checked once the typing pauses. */
const TYPING_PAUSE_MS = 150;

/** A draft being written, and what is wrong with it. */
export interface DraftState {
  draft: Draft;
  /** Whether anything was changed since it was opened. */
  dirty: boolean;
  value(path: string): JsonValue | undefined;
  /** Changes a field; without a value the field goes. */
  set(path: string, value: JsonValue | undefined): void;
  /** Takes another draft. */
  replace(draft: Draft, how?: { clean: boolean }): void;
  /** Notes that a field was left, so that its problem may be shown. */
  touch(path: string): void;
  /** What is wrong with a field, once it may be shown. */
  problemAt(path: string): ServerProblem | undefined;
  /** All that is wrong, once the writer has tried to save; else nothing. */
  problems: readonly ServerProblem[];
  /** The name it would get without one. */
  proposedName: string | undefined;
  /** What is wrong with a draft like this one, by the rules. */
  check(draft: Draft): readonly ServerProblem[];
  /** Resolves when the rules are there, which saving waits for. */
  prepare(): Promise<void>;
  /** Checks all; false, and everything is shown, when something is wrong. */
  attempt(): boolean;
  /** Shows what the register found. */
  refuse(problems: readonly ServerProblem[]): void;
}

/**
 * Holds a draft and checks it as it is written, by the catalog's rules, from
 * when something is written.
 */
export function useDraft(
  initial: () => Draft,
  { costVisible, coveredByContract }: DraftContext,
): DraftState {
  const [draft, setDraft] = useState(initial);
  const [clean, setClean] = useState(draft);
  const [checked, setChecked] = useState(draft);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [attempted, setAttempted] = useState(false);
  const [refused, setRefused] = useState<
    { problem: ServerProblem; value: string }[]
  >([]);
  const latest = useRef(draft);
  latest.current = draft;

  useEffect(() => {
    const pause = setTimeout(() => setChecked(draft), TYPING_PAUSE_MS);
    return () => clearTimeout(pause);
  }, [draft]);

  const { rules, latest: latestRules, load } = useDraftRules();
  const begun = draft !== clean || touched.size > 0;
  useEffect(() => {
    if (begun) {
      load();
    }
  }, [begun, load]);

  const own = useMemo(
    () => rules.draftProblems(checked, { costVisible, coveredByContract }),
    [rules, checked, costVisible, coveredByContract],
  );
  // What the register refused stands until the value is another one.
  const standing = refused
    .filter(({ problem, value }) => value === textOf(draft, problem.path))
    .map(({ problem }) => problem);
  const all: ServerProblem[] = [
    ...standing,
    ...own.filter(({ path }) => !standing.some(one => one.path === path)),
  ];

  const check = (other: Draft) =>
    latestRules.current.draftProblems(other, {
      costVisible,
      coveredByContract,
    });

  return {
    draft,
    dirty: JSON.stringify(draft) !== JSON.stringify(clean),
    value: path => valueAt(fieldsOf(draft), pathOf(path)),
    set: (path, value) =>
      setDraft(before => ({ ...before, ...withField(before, path, value) })),
    replace: (next, how) => {
      setDraft(next);
      setChecked(next);
      setRefused([]);
      if (how?.clean) {
        setClean(next);
        setAttempted(false);
        setTouched(new Set());
      }
    },
    touch: path =>
      setTouched(before =>
        before.has(path) ? before : new Set([...before, path]),
      ),
    problemAt: path =>
      attempted || touched.has(path)
        ? all.find(problem => problem.path === path)
        : standing.find(problem => problem.path === path),
    problems: attempted ? all : standing,
    proposedName: rules.proposedName(draft),
    check,
    prepare: load,
    attempt: () => {
      setAttempted(true);
      setChecked(latest.current);
      return check(latest.current).length === 0;
    },
    refuse: problems => {
      setAttempted(true);
      setRefused(
        problems.map(problem => ({
          problem,
          value: textOf(latest.current, problem.path),
        })),
      );
    },
  };
}

function fieldsOf({ name, title, description, spec }: Draft) {
  return { name, title, description, spec };
}

function textOf(draft: Draft, path: string): string {
  return JSON.stringify(valueAt(fieldsOf(draft), pathOf(path)) ?? null);
}

function withField(
  draft: Draft,
  path: string,
  value: JsonValue | undefined,
): Pick<Draft, 'name' | 'title' | 'description' | 'spec'> {
  const fields = withValue(jsonObject(fieldsOf(draft)), pathOf(path), value);
  const text = (field: JsonValue | undefined) =>
    typeof field === 'string' ? field : undefined;
  return {
    name: text(fields.name),
    title: text(fields.title),
    description: text(fields.description),
    spec: isObject(fields.spec) ? fields.spec : {},
  };
}
