/**
 * The common table expression `found(value)`: the different values of an
 * indexed column.
 *
 * Steps through the index from one value to the next, so that it takes as long
 * as there are different values, however many rows have them.
 */
export function distinctValuesSql(table: string, column: string): string {
  return `recursive stepped(value) as (
        select min(${column}) from ${table}
        union all
        select (
          select min(${column}) from ${table} where ${column} > stepped.value
        )
        from stepped where stepped.value is not null
      ), found(value) as (
        select value from stepped where value is not null
      )`;
}
