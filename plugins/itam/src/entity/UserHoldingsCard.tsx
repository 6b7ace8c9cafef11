import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import type {
  ItamKind,
  RecordPage,
  RecordSummary,
} from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { RiMacbookLine } from '@remixicon/react';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { useFormat } from '../format';
import { LeavingButton } from '../leaving/LeavingButton';
import { useLoad } from '../loading';
import { endsText, useTexts } from '../translation';
import {
  DataTable,
  FailureMessage,
  Message,
  Note,
  Panel,
  RecordName,
  SkeletonLines,
  Subheading,
  usePaths,
} from '../ui';
import { entityIdentity } from './entityName';

const SHOWN = 10;

/**
 * What a person holds: assets assigned to them, licence seats, and what they
 * own.
 * @public
 */
export function UserHoldingsCard() {
  const { entity } = useEntity();
  const { ref, name } = entityIdentity(entity);
  const t = useTexts();
  const api = useApi(itamApiRef);
  const [revision, setRevision] = useState(0);
  const holdings = useLoad(`${ref} ${revision}`, async () => {
    const held = (kind: ItamKind) =>
      api.listRecords({ assignee: ref, kind, sort: 'title', limit: SHOWN });
    const [assets, seats, owned] = await Promise.all([
      held('Asset'),
      held('License'),
      api.listRecords({ owner: ref, sort: 'title', limit: SHOWN }),
    ]);
    return { assets, seats, owned };
  });

  if (holdings.state === 'loading') {
    return (
      <Panel title={t('user.title')} busy>
        <SkeletonLines heights={[20, 32, 32, 32]} />
      </Panel>
    );
  }
  if (holdings.state === 'failed') {
    return (
      <Panel title={t('user.title')}>
        <FailureMessage
          failure={holdings.failure}
          forbidden={t('failure.forbiddenRecords')}
          onRetry={holdings.retry}
        />
      </Panel>
    );
  }
  const { assets, seats, owned } = holdings.value;
  const nothing = [assets, seats, owned].every(page => page.totalItems === 0);
  return (
    <Panel
      title={t('user.title')}
      actions={
        <LeavingButton
          person={{ ref, name: displayName(entity) ?? name }}
          held={[...assets.items, ...seats.items]}
          onChanged={() => setRevision(before => before + 1)}
        />
      }
    >
      {nothing ? (
        <Message
          icon={<RiMacbookLine size={18} />}
          title={t('empty.heldTitle')}
          text={t('empty.heldText', { name })}
        />
      ) : (
        <>
          <Holdings
            title={t('user.assets')}
            page={assets}
            filters={{ assignee: ref, kind: 'Asset' }}
          />
          <Holdings
            title={t('user.seats')}
            page={seats}
            filters={{ assignee: ref, kind: 'License' }}
          />
          <Holdings
            title={t('user.owned')}
            page={owned}
            filters={{ owner: ref }}
          />
        </>
      )}
    </Panel>
  );
}

function displayName(entity: Entity): string | undefined {
  const profile = entity.spec?.profile;
  return typeof profile === 'object' &&
    profile !== null &&
    'displayName' in profile &&
    typeof profile.displayName === 'string'
    ? profile.displayName
    : undefined;
}

function tagOf(record: RecordSummary) {
  return record.tag ?? record.serialNumber;
}

function Holdings(props: {
  title: string;
  page: RecordPage;
  filters: Record<string, string>;
}) {
  const { title, page, filters } = props;
  const t = useTexts();
  const format = useFormat();
  const paths = usePaths();
  if (page.totalItems === 0) {
    return null;
  }
  const more = page.totalItems - page.items.length;
  const tagged = page.items.some(tagOf);
  const registerPath = paths.register(filters);
  return (
    <section aria-label={title}>
      <Subheading>{title}</Subheading>
      <DataTable
        stacks
        label={title}
        rows={page.items}
        rowKey={record => record.ref}
        columns={[
          {
            id: 'title',
            label: t('register.columns.title'),
            ownLine: true,
            named: false,
            cell: record => (
              <RecordName
                kind={record.kind}
                title={record.title}
                recordRef={record.ref}
                href={paths.record(record.ref)}
                detail={[record.manufacturer, record.model]
                  .filter(Boolean)
                  .join(' ')}
              />
            ),
          },
          // Seats of a licence carry no tag.
          ...(tagged
            ? [
                {
                  id: 'tag',
                  label: t('record.fields.tag'),
                  named: true,
                  cell: tagOf,
                },
              ]
            : []),
          {
            id: 'until',
            label: t('cost.table.until'),
            cell: record => endsText(t, record, format.date),
          },
        ]}
      />
      {more > 0 && (
        <Note>
          {registerPath ? (
            <Link href={registerPath}>{t('user.more', { count: more })}</Link>
          ) : (
            t('user.more', { count: more })
          )}
        </Note>
      )}
    </section>
  );
}
