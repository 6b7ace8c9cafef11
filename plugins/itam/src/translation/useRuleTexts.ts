import { useApi } from '@backstage/core-plugin-api';
import {
  translationApiRef,
  type TranslationFunction,
} from '@backstage/frontend-plugin-api';
import {
  composeText,
  type FindingEntry,
} from '@backstage-itam/plugin-itam-common';
import { useEffect, useMemo, useState } from 'react';
import { type Format, useFormat } from '../format';
import { itamRuleTranslationRef } from './ruleRef';

/**
 * Writes what rules are called and find. What the reader's language does not
 * have is in English, as the register sends it.
 */
export interface RuleTexts {
  /** What a rule is called. */
  title(rule: string, english: string): string;
  /** What a rule asks for. */
  description(rule: string, english: string): string;
  /** What a finding says, with its dates as the reader writes them. */
  message(
    finding: Pick<FindingEntry, 'rule' | 'message' | 'variant' | 'values'>,
  ): string;
}

type Translate = TranslationFunction<Record<string, string>>;

/**
 * The texts of rules in the reader's language; undefined while they are loaded,
 * which is at the same time as what they are about.
 */
export function useRuleTexts(): RuleTexts | undefined {
  const translations = useApi(translationApiRef);
  const format = useFormat();
  const [snapshot, setSnapshot] = useState(() =>
    translations.getTranslation(itamRuleTranslationRef),
  );
  useEffect(() => {
    // After a failure it is ready, too, and has no text.
    const update = () =>
      setSnapshot(translations.getTranslation(itamRuleTranslationRef));
    const subscription = translations
      .translation$(itamRuleTranslationRef)
      .subscribe({ next: update, error: update });
    setSnapshot(before =>
      before.ready
        ? before
        : translations.getTranslation(itamRuleTranslationRef),
    );
    return () => subscription.unsubscribe();
  }, [translations]);
  return useMemo(
    () => (snapshot.ready ? ruleTexts(snapshot.t, format) : undefined),
    [snapshot, format],
  );
}

function ruleTexts(t: Translate, format: Format): RuleTexts {
  const write = (
    key: string,
    values: Record<string, string | number> = {},
  ): string | undefined => {
    const { count, ...rest } = values;
    const written = Object.entries(rest).map(([blank, value]) => [
      blank,
      typeof value === 'number' ? format.count(value) : value,
    ]);
    const options = {
      // Chooses the plural form; what fills blanks is apart from options.
      count,
      replace: { ...Object.fromEntries(written), count },
      // What is filled in is text and no markup: React escapes it.
      interpolation: { escapeValue: false },
    };
    const text = t(key, options);
    return text === key ? undefined : text;
  };
  return {
    title: (rule, english) => write(`${rule}.title`) ?? english,
    description: (rule, english) => write(`${rule}.description`) ?? english,
    message: ({ rule, message, variant, values = {} }) =>
      format.datesIn(
        (variant === undefined
          ? undefined
          : composeText(variant, values, (name, filled) =>
              write(`${rule}.${name}`, filled),
            )) ?? message,
      ),
  };
}
