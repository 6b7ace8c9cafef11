/** Where people find a row. */
export function recordUrl(baseUrl: string, table: string, id: string): string {
  const url = new URL(
    `${table}.do`,
    baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`,
  );
  url.searchParams.set('sys_id', id);
  return url.href;
}
