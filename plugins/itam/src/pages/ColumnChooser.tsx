import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiLayoutColumnLine } from '@remixicon/react';
import { useTexts } from '../translation';
import { columnLabel } from './columnLabel';
import { COLUMNS, type RegisterColumn } from './registerView';

/**
 * Chooses the columns of the register; the name is always one of them.
 */
export function ColumnChooser(props: {
  columns: readonly RegisterColumn[];
  onChange(columns: RegisterColumn[]): void;
}) {
  const { columns, onChange } = props;
  const t = useTexts();
  return (
    <MenuTrigger>
      <Button
        variant="secondary"
        iconStart={<RiLayoutColumnLine aria-hidden="true" />}
      >
        {t('register.chooseColumns')}
      </Button>
      <Menu
        aria-label={t('register.chooseColumns')}
        selectionMode="multiple"
        selectedKeys={columns}
        disabledKeys={['title']}
        onSelectionChange={keys =>
          onChange(COLUMNS.filter(column => keys === 'all' || keys.has(column)))
        }
      >
        {COLUMNS.map(column => (
          <MenuItem key={column} id={column}>
            {columnLabel(t, column)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
