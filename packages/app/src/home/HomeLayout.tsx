import { Content } from '@backstage/core-components';
import { CustomHomepageGrid } from '@backstage/plugin-home';
import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { PluginHeader } from '@backstage/ui';
import { RiHome5Line } from '@remixicon/react';
import { Fragment, useMemo } from 'react';

/**
 * The widgets of the portal's plugins under a heading; everybody arranges
 * their own.
 */
export function HomeLayout({ widgets, defaultConfig }: HomePageLayoutProps) {
  const config = useMemo(
    () =>
      defaultConfig?.map(({ column, row, ...item }) => ({
        ...item,
        x: column,
        y: row,
      })),
    [defaultConfig],
  );
  return (
    <>
      <PluginHeader title="Home" icon={<RiHome5Line />} />
      <Content>
        <CustomHomepageGrid
          config={config}
          // Two beside each other, and one below the other on small screens.
          cols={{ xl: 12, lg: 12, md: 12, sm: 6, xs: 4, xxs: 2 }}
        >
          {widgets.map(widget => (
            <Fragment key={widget.name}>{widget.component}</Fragment>
          ))}
        </CustomHomepageGrid>
      </Content>
    </>
  );
}
