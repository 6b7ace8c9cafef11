import type { PolicyList } from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { useAuditPaths } from '../audits/useAuditPaths';
import { type Format, useFormat } from '../format';
import {
  type RuleTexts,
  type SectionTexts,
  useSectionTexts,
} from '../translation';
import { Chip, InlineNote, Note, Panel } from '../ui';
import styles from './Findings.module.css';
import type { Scorecard } from './scorecards';
import { SeverityChip } from './SeverityChip';

type Rule = PolicyList['rules'][number];

/**
 * One chapter of the policy: what is open and set aside, and its rules.
 */
export function ScorecardPanel(props: { card: Scorecard; texts: RuleTexts }) {
  const { card, texts } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const paths = useAuditPaths();
  const { practice } = card;
  return (
    <Panel
      title={t(`findings.practices.${practice}`)}
      actions={
        <Chip tone={card.kept === card.rules ? 'positive' : 'neutral'}>
          {t('policies.kept', {
            kept: format.count(card.kept),
            rules: format.count(card.rules),
          })}
        </Chip>
      }
    >
      <Note>{t(`policies.about.${practice}`)}</Note>
      <dl className={styles.figures}>
        {card.open.map(({ severity, findings }) => (
          <div key={severity}>
            <dt>{t(`findings.severities.${severity}`)}</dt>
            <dd>
              <Figure
                count={findings}
                href={paths.findings({ practice, severity })}
                label={t('policies.openOf', {
                  count: findings,
                  severity: t(`findings.severities.${severity}`),
                  area: t(`findings.practices.${practice}`),
                })}
              />
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('findings.states.accepted')}</dt>
          <dd>
            <Figure
              count={card.accepted}
              href={paths.findings({ practice, state: 'accepted' })}
              label={t('policies.acceptedOf', {
                count: card.accepted,
                area: t(`findings.practices.${practice}`),
              })}
            />
          </dd>
        </div>
      </dl>
      <details>
        <summary className={styles.summary}>
          {t('policies.rules', { count: card.list.length })}
        </summary>
        <ul className={styles.rules}>
          {card.list.map(rule => (
            <RuleLine key={rule.id} rule={rule} texts={texts} />
          ))}
        </ul>
      </details>
    </Panel>
  );
}

function Figure(props: { count: number; href: string; label: string }) {
  const format = useFormat();
  return props.count === 0 ? (
    <>{format.count(0)}</>
  ) : (
    <Link
      className={styles.figureLink}
      href={props.href}
      aria-label={props.label}
    >
      {format.count(props.count)}
    </Link>
  );
}

function RuleLine(props: { rule: Rule; texts: RuleTexts }) {
  const { rule, texts } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const paths = useAuditPaths();
  const title = texts.title(rule.id, rule.title);
  const settings = settingsText(t, format, rule);
  return (
    <li>
      <span className={styles.ruleName}>
        <strong>{title}</strong>
        {rule.enabled ? (
          <SeverityChip severity={rule.severity} />
        ) : (
          <Chip>{t('policies.off')}</Chip>
        )}
      </span>
      <span className={styles.open}>
        {rule.open > 0 ? (
          <Link
            href={paths.findings({ rule: rule.id })}
            aria-label={t('policies.openOfRule', {
              count: rule.open,
              rule: title,
            })}
          >
            {t('policies.open', { number: format.count(rule.open) })}
          </Link>
        ) : (
          <InlineNote>{t('policies.open', { number: '0' })}</InlineNote>
        )}
      </span>
      <p>
        <InlineNote>{texts.description(rule.id, rule.description)}</InlineNote>
      </p>
      <p>
        <InlineNote>
          <code>{rule.id}</code>
          {rule.severity !== rule.defaultSeverity &&
            ` · ${t('policies.severitySet', {
              severity: t(`record.severity.${rule.defaultSeverity}`),
            })}`}
          {settings && ` · ${settings}`}
        </InlineNote>
      </p>
    </li>
  );
}

/** `days: 60 · allow: MIT, Apache-2.0`. */
function settingsText(t: SectionTexts, format: Format, rule: Rule): string {
  return rule.settings
    .map(({ name, number, list }) => {
      const value =
        number === undefined
          ? (list ?? []).join(', ') || t('policies.nothing')
          : format.count(number);
      return `${name}: ${value}`;
    })
    .join(' · ');
}
