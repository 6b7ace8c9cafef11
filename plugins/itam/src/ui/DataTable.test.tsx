import { render, screen, within } from '@testing-library/react';
import { DataTable } from './DataTable';

const rows = [{ name: 'Hardware', count: 4 }];
const table = (stacks: boolean) => (
  <DataTable
    label="Assets"
    stacks={stacks}
    rows={rows}
    rowKey={({ name }) => name}
    columns={[
      {
        id: 'name',
        label: 'Class',
        named: false,
        cell: ({ name }) => name,
        footer: 'All',
      },
      {
        id: 'count',
        label: 'Planning',
        named: true,
        cell: ({ count }) => count,
        footer: 4,
      },
    ]}
  />
);

describe('DataTable', () => {
  it('stays a table for screen readers when its rows are stacked', () => {
    render(table(true));
    const [head, row, total] = within(screen.getByRole('table')).getAllByRole(
      'row',
    );
    expect(within(head).getAllByRole('columnheader')).toHaveLength(2);
    expect(within(row).getByRole('rowheader')).toHaveTextContent('Hardware');
    expect(within(total).getByRole('rowheader')).toHaveTextContent('All');
    expect(row).toHaveAttribute('role', 'row');
  });

  it('has the names of columns at hand for what stands alone then', () => {
    render(table(true));
    for (const cell of screen.getAllByRole('cell')) {
      expect(cell).toHaveAttribute('data-label', 'Planning');
    }
    expect(screen.getByText('Hardware')).not.toHaveAttribute('data-label');
  });
});
