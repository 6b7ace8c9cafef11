import type { ServiceSoftware } from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { DiscoveryStateChip } from '../discoveries/DiscoveryStateChip';
import { foundText } from '../discoveries/foundText';
import { Matches } from '../discoveries/Matches';
import { useSectionTexts } from '../translation';
import {
  type DataColumn,
  DataTable,
  InlineNote,
  Note,
  Subheading,
  usePageOf,
  usePaths,
} from '../ui';

type Product = ServiceSoftware['products'][number];

const PAGE = 15;

/**
 * Products among the components of a service, with the licences behind them
 * and where else they were found.
 */
export function ProductTable(props: { products: readonly Product[] }) {
  const t = useSectionTexts();
  const { shown, pager } = usePageOf(props.products, PAGE);
  const title = t('software.products.title');
  const columns: DataColumn<Product>[] = [
    {
      id: 'name',
      label: t('software.products.name'),
      cell: ({ name, publisher }) => (
        <>
          {name} {publisher && <InlineNote>{publisher}</InlineNote>}
        </>
      ),
    },
    {
      id: 'state',
      label: t('discoveries.columns.state'),
      cell: ({ state }) => <DiscoveryStateChip state={state} />,
    },
    {
      id: 'behind',
      label: t('software.products.behind'),
      cell: ({ matches, state }) =>
        matches.length > 0 || state === 'matched' ? (
          <Matches refs={matches} />
        ) : (
          t('software.products.nothing')
        ),
    },
    {
      id: 'found',
      label: t('software.products.found'),
      cell: product => <FoundIn product={product} />,
    },
  ];
  return (
    <>
      <Subheading>{title}</Subheading>
      <Note>{t('software.products.note')}</Note>
      <DataTable
        label={title}
        columns={columns}
        rows={shown}
        rowKey={({ name, publisher }) => JSON.stringify([name, publisher])}
      />
      {pager}
    </>
  );
}

/** Counts for those who see discoveries, leading to every place. */
function FoundIn({ product }: { product: Product }) {
  const { discovery, devices = 0, users = 0, services = 0 } = product;
  const t = useSectionTexts();
  const paths = usePaths();
  if (discovery === undefined) {
    return t('software.products.here');
  }
  const text = foundText(t, {
    kind: 'software',
    devices,
    users,
    services,
    lines: 0,
  });
  const href = paths.discovery(discovery);
  return href ? <Link href={href}>{text}</Link> : text;
}
