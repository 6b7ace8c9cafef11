import { create } from 'qrcode';
import { useMemo } from 'react';

/** Light modules around the code, which readers need. */
const QUIET = 2;

/**
 * A QR code of a text as a drawing that prints sharply at any size.
 */
export function QrCode(props: { text: string; label: string }) {
  const { text, label } = props;
  const { path, size } = useMemo(() => drawingOf(text), [text]);
  const span = size + 2 * QUIET;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${span} ${span}`}
      shapeRendering="crispEdges"
    >
      <rect width={span} height={span} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function drawingOf(text: string): { path: string; size: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const parts: string[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (modules.get(row, column)) {
        parts.push(`M${column + QUIET} ${row + QUIET}h1v1h-1z`);
      }
    }
  }
  return { path: parts.join(''), size };
}
