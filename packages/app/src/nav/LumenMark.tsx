/** The mark of Lumen Retail, the made-up shop whose portal this is. */
export function LumenMark(props: { sizePx: number }) {
  return (
    <svg
      width={props.sizePx}
      height={props.sizePx}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
      style={{ flexShrink: 0 }}
    >
      <rect width="32" height="32" rx="8" fill="#1f5493" />
      <path
        d="M10 7v18h13"
        fill="none"
        stroke="#ffffff"
        strokeWidth="4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="21.5" cy="11.5" r="3.5" fill="#ffc83d" />
    </svg>
  );
}
