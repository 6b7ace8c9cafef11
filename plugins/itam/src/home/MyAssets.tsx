import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { itamApiRef } from '../api';
import { useFormat } from '../format';
import { useLoad } from '../loading';
import lines from '../overview/Overview.module.css';
import { endsText, useTexts } from '../translation';
import { InlineNote, Note, RecordName, usePaths } from '../ui';
import { FittingRows } from './FittingRows';
import styles from './Home.module.css';
import { HomeContent } from './HomeContent';

const SHOWN = 12;

/**
 * What the reader holds: assets, and licences they have a seat of.
 */
export function MyAssets() {
  const t = useTexts();
  const format = useFormat();
  const api = useApi(itamApiRef);
  const identity = useApi(identityApiRef);
  const paths = usePaths();
  const loaded = useLoad('held', async () => {
    const { userEntityRef } = await identity.getBackstageIdentity();
    const page = await api.listRecords({
      assignee: userEntityRef,
      sort: 'title',
      limit: SHOWN,
    });
    return { page, userEntityRef };
  });
  return (
    <HomeContent loaded={loaded} forbidden={t('failure.forbiddenRecords')}>
      {({ page, userEntityRef }) => {
        const register = paths.register({ assignee: userEntityRef });
        return page.totalItems === 0 ? (
          <Note>{t('overview.home.myAssetsNone')}</Note>
        ) : (
          <>
            <FittingRows>
              <ul
                className={`${lines.lines} ${styles.held}`}
                aria-label={t('overview.home.myAssets')}
              >
                {page.items.map(record => (
                  <li key={record.ref}>
                    <RecordName
                      kind={record.kind}
                      title={record.title}
                      recordRef={record.ref}
                      href={paths.record(record.ref)}
                      detail={record.tag ?? record.serialNumber}
                    />
                    <InlineNote>{endsText(t, record, format.date)}</InlineNote>
                  </li>
                ))}
              </ul>
            </FittingRows>
            {register && (
              <div>
                <Link href={register}>
                  {t('overview.home.myAssetsAll', { count: page.totalItems })}
                </Link>
              </div>
            )}
          </>
        );
      }}
    </HomeContent>
  );
}
