/**
 * SQL of the amount that weights [lo, hi) of a segment have over units
 * [a, b), without its sign. Expects the columns `q` = T div N and `r` = T mod N
 * of the magnitude T, and `n` = N = units × weightTotal, all as bigints.
 *
 * F(k, p) = q·k·p + (2·r·k·p + N) div (2·N); the amount is
 * F(b, hi) − F(b, lo) − F(a, hi) + F(a, lo). All fits 64 bits because
 * N ≤ 2·10⁹.
 */
export function sliceAmountSql(units: { a: string; b: string }): string {
  const accrued = (k: string, p: string) =>
    `(q * ${k} * ${p} + (2 * r * ${k} * ${p} + n) / (2 * n))`;
  const { a, b } = units;
  return `(${accrued(b, 'hi')} - ${accrued(b, 'lo')}
        - ${accrued(a, 'hi')} + ${accrued(a, 'lo')})`;
}

/** The columns {@link sliceAmountSql} expects, of segments `s`. */
export const scaleColumns = (() => {
  const n = '(cast(s.units as bigint) * s.weight_total)';
  return `${n} as n,
        abs(s.total_minor) / ${n} as q,
        abs(s.total_minor) % ${n} as r,
        case when s.total_minor < 0 then -1 else 1 end as sign`;
})();
