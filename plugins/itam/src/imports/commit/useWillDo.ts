import type {
  ImportDetail,
  ImportModeName,
} from '@backstage-itam/plugin-itam-common';
import { useSectionTexts } from '../../translation';

/**
 * What committing would do, in sentences, and whether it can be done.
 */
export function useWillDo(
  { outcomes }: ImportDetail,
  mode: ImportModeName,
): { lines: string[]; records: number; possible: boolean } {
  const t = useSectionTexts();
  const { create = 0, update = 0, unchanged = 0, error = 0 } = outcomes ?? {};
  const held = error > 0 && mode === 'all-or-nothing';
  const records = create + update;
  const errorText = held ? 'imports.commit.held' : 'imports.commit.skipped';
  return {
    records,
    possible: !held && records > 0,
    lines: [
      ...(create > 0 ? [t('imports.commit.create', { count: create })] : []),
      ...(update > 0 ? [t('imports.commit.update', { count: update })] : []),
      ...(unchanged > 0
        ? [t('imports.commit.unchanged', { count: unchanged })]
        : []),
      ...(error > 0 ? [t(errorText, { count: error })] : []),
      ...(records === 0 ? [t('imports.commit.nothing')] : []),
    ],
  };
}
