import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { Button, ButtonLink, Link } from '@backstage/ui';
import { RiGitPullRequestLine } from '@remixicon/react';
import { useState } from 'react';
import { useTexts } from '../../translation';
import { Note } from '../../ui';
import { newFile } from './newFile';
import { readRepository } from './repository';

/**
 * Leads to the page of a new file in the repository the portal names, from
 * which it becomes a pull request. Where the page cannot be filled, the text is
 * copied and the page opened empty. Nothing when the portal names none.
 */
export function ProposeFile(props: {
  name: string;
  text: string;
  /** Whether the catalog would accept it. */
  isValid: boolean;
}) {
  const { name, text, isValid } = props;
  const t = useTexts();
  const repository = readRepository(useApi(configApiRef));
  const [opened, setOpened] = useState<{ text: string; copied: boolean }>();
  if (repository === undefined) {
    return null;
  }
  if (repository === null) {
    return <Note>{t('forms.propose.unusable')}</Note>;
  }
  const { href, filled, tooLong } = newFile(repository, name, text);
  const host = t(`forms.propose.provider.${repository.provider}`);
  const icon = <RiGitPullRequestLine aria-hidden="true" />;
  const copyAndOpen = async () => {
    let copied = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      copied = false;
    }
    setOpened({ text, copied });
    if (copied) {
      window.open(href, '_blank', 'noopener,noreferrer');
    }
  };
  const isOpened = opened?.text === text;
  return (
    <div>
      {filled && isValid ? (
        <ButtonLink
          variant="secondary"
          iconStart={icon}
          href={href}
          target="_blank"
          rel="noopener noreferrer"
        >
          {t('forms.propose.open', { host })}
        </ButtonLink>
      ) : (
        <Button
          variant="secondary"
          iconStart={icon}
          isDisabled={!isValid}
          onPress={copyAndOpen}
        >
          {t(filled ? 'forms.propose.open' : 'forms.propose.copyAndOpen', {
            host,
          })}
        </Button>
      )}
      <Note>{t(`forms.propose.${howOf(filled, tooLong)}`, { host })}</Note>
      <div role="status">
        {isOpened && (
          <Note>
            {t(opened.copied ? 'forms.propose.copied' : 'forms.yaml.notCopied')}{' '}
            <Link href={href} target="_blank" rel="noopener noreferrer">
              {t('forms.propose.page')}
            </Link>
          </Note>
        )}
      </div>
    </div>
  );
}

/** What the page of the new file is like. */
function howOf(filled: boolean, tooLong: boolean) {
  if (filled) {
    return 'filled';
  }
  return tooLong ? 'tooLong' : 'empty';
}
