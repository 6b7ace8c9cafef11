import { Button } from '@backstage/ui';
import {
  RiCheckLine,
  RiDownload2Line,
  RiErrorWarningLine,
  RiFileCopyLine,
} from '@remixicon/react';
import { useEffect, useMemo, useState } from 'react';
import { useTexts } from '../../translation';
import { Note, Panel, TextButton } from '../../ui';
import { downloadText } from '../../ui/download';
import type { Draft } from '../draft/Draft';
import { jsonObject } from '../draft/jsonPath';
import { ProposeFile } from '../repository/ProposeFile';
import { type CheckedYaml, checkYaml, type YamlFinding } from './checkYaml';
import { draftOfEntity } from './draftOfEntity';
import styles from './Yaml.module.css';
import { useEditorHint } from './useEditorHint';
import { writeYaml, yamlFileName } from './writeYaml';
import { YamlEditor } from './YamlEditor';

const TYPING_PAUSE_MS = 150;

/**
 * The catalog file of a draft, written as its form is filled. It may be edited,
 * or another one pasted: it is checked as the catalog would, and taken into
 * the form.
 */
export function YamlPanel(props: { draft: Draft; onTake(draft: Draft): void }) {
  const { draft, onTake } = props;
  const t = useTexts();
  const written = useMemo(() => writeYaml(draft), [draft]);
  /** Undefined while the file is what the form says. */
  const [edited, setEdited] = useState<string>();
  const text = edited ?? written;
  const withHint = useEditorHint();
  const [checked, setChecked] = useState<{ text: string } & CheckedYaml>();
  const [shown, setShown] = useState<{ finding: YamlFinding }>();
  const [copied, setCopied] = useState<'yes' | 'no'>();

  useEffect(() => {
    let current = true;
    const pause = setTimeout(
      () =>
        checkYaml(text).then(
          result => current && setChecked({ text, ...result }),
        ),
      TYPING_PAUSE_MS,
    );
    return () => {
      current = false;
      clearTimeout(pause);
    };
  }, [text]);

  const settled = checked?.text === text ? checked : undefined;
  const [record] = settled?.records ?? [];
  const takeable =
    edited !== undefined &&
    settled?.findings.length === 0 &&
    settled.records.length === 1;

  const take = () => {
    const taken =
      record && draftOfEntity(record.kind, jsonObject(record.entity));
    if (taken) {
      onTake(taken);
      setEdited(undefined);
    }
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(withHint(text));
      setCopied('yes');
    } catch {
      setCopied('no');
    }
  };
  return (
    <Panel
      title={t('forms.yaml.title')}
      actions={
        <>
          <Button
            variant="secondary"
            size="small"
            iconStart={<RiFileCopyLine aria-hidden="true" />}
            onPress={copy}
          >
            {t('forms.yaml.copy')}
          </Button>
          <Button
            variant="secondary"
            size="small"
            iconStart={<RiDownload2Line aria-hidden="true" />}
            onPress={() =>
              downloadText(
                yamlFileName(draft),
                'application/yaml;charset=utf-8',
                withHint(text),
              )
            }
          >
            {t('forms.yaml.download')}
          </Button>
        </>
      }
    >
      <div role="status">
        {copied && (
          <Note>
            {copied === 'yes'
              ? t('forms.yaml.copied')
              : t('forms.yaml.notCopied')}
          </Note>
        )}
      </div>
      <Note>
        {edited === undefined
          ? t('forms.yaml.follows')
          : t('forms.yaml.edited')}
      </Note>
      <YamlEditor
        label={t('forms.yaml.editor')}
        value={text}
        findings={settled?.findings ?? []}
        shown={shown}
        onChange={next => {
          setEdited(next);
          setCopied(undefined);
        }}
      />
      <Verdict checked={settled} onShow={finding => setShown({ finding })} />
      <ProposeFile
        name={yamlFileName(draft)}
        text={text}
        isValid={
          settled !== undefined &&
          settled.findings.length === 0 &&
          settled.records.length > 0
        }
      />
      {edited !== undefined && (
        <div className={styles.actions}>
          <Button variant="primary" isDisabled={!takeable} onPress={take}>
            {t('forms.yaml.take')}
          </Button>
          <Button variant="secondary" onPress={() => setEdited(undefined)}>
            {t('forms.yaml.drop')}
          </Button>
        </div>
      )}
      {settled && settled.records.length > 1 && (
        <Note>{t('forms.yaml.several')}</Note>
      )}
    </Panel>
  );
}

/** Whether the catalog would take the file, or all that is wrong with it. */
function Verdict(props: {
  checked: CheckedYaml | undefined;
  onShow(finding: YamlFinding): void;
}) {
  const { checked, onShow } = props;
  const t = useTexts();
  if (!checked) {
    return <Note>{t('forms.yaml.checking')}</Note>;
  }
  const { findings, records, others } = checked;
  return (
    <div className={styles.verdict} role="status">
      {findings.length === 0 && records.length > 0 && (
        <p>
          <RiCheckLine size={18} aria-hidden="true" />
          {t('forms.yaml.valid', { count: records.length })}
        </p>
      )}
      {findings.length === 0 && records.length === 0 && (
        <p>{t('forms.yaml.none')}</p>
      )}
      {findings.length > 0 && (
        <>
          <p>
            <RiErrorWarningLine size={18} aria-hidden="true" />
            {t('forms.problems', { count: findings.length })}
          </p>
          <ul>
            {findings.map(finding => (
              <li key={`${finding.from} ${finding.message}`}>
                <TextButton onPress={() => onShow(finding)}>
                  {t('forms.yaml.line', {
                    line: `${finding.line}`,
                    message: finding.message,
                  })}
                </TextButton>
              </li>
            ))}
          </ul>
        </>
      )}
      {others.length > 0 && (
        <Note>{t('forms.yaml.others', { kinds: others.join(', ') })}</Note>
      )}
    </div>
  );
}
