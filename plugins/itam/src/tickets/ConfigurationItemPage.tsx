import { useApi } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { RiQuestionLine } from '@remixicon/react';
import { Navigate, Route, Routes, useParams } from 'react-router-dom';
import { itamApiRef } from '../api';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import {
  FailureMessage,
  Message,
  PageBody,
  Panel,
  RefList,
  SkeletonLines,
  usePaths,
} from '../ui';

/**
 * The way from another tool to the page of what it calls a configuration
 * item: `SOURCE/ID` below this page.
 * @public
 */
export function ConfigurationItemPage() {
  return (
    <PageBody>
      <Routes>
        <Route path=":source/:id" element={<FoundItem />} />
        <Route path="*" element={<NoItem id="?" />} />
      </Routes>
    </PageBody>
  );
}

function FoundItem() {
  const { source = '', id = '' } = useParams();
  const t = useTexts();
  const api = useApi(itamApiRef);
  const paths = usePaths();
  const loaded = useLoad(`${source} ${id}`, () =>
    api.tickets.findItem(source, id),
  );
  if (loaded.state === 'loading') {
    return (
      <Panel title={t('tickets.item.looking', { id })} busy>
        <SkeletonLines heights={[24, 24]} />
      </Panel>
    );
  }
  if (loaded.state === 'failed') {
    return loaded.failure.kind === 'not-found' ? (
      <NoItem id={id} />
    ) : (
      <Panel title={t('tickets.item.title')}>
        <FailureMessage
          failure={loaded.failure}
          forbidden={t('failure.forbiddenRecords')}
          onRetry={loaded.retry}
        />
      </Panel>
    );
  }
  const { items, title } = loaded.value;
  const only = items.length === 1 ? paths.of(items[0]) : undefined;
  if (only) {
    return <Navigate to={only} replace />;
  }
  return (
    <Panel title={t('tickets.item.chooseTitle', { id, tool: title })}>
      <RefList labels={items} max={items.length} />
    </Panel>
  );
}

function NoItem({ id }: { id: string }) {
  const t = useTexts();
  const paths = usePaths();
  const register = paths.register();
  return (
    <Panel title={t('tickets.item.title')}>
      <Message
        icon={<RiQuestionLine size={18} />}
        title={t('tickets.item.notFoundTitle', { id })}
        text={t('tickets.item.notFoundText')}
        action={
          register && <Link href={register}>{t('tickets.item.search')}</Link>
        }
      />
    </Panel>
  );
}
