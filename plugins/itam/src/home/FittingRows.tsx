import { type ReactElement, useEffect, useLayoutEffect, useRef } from 'react';
import styles from './Home.module.css';

/**
 * As many of the rows of a list as fit whole into the card, at least one. The
 * rest keep their place unseen, so that a card that grows shows them.
 */
export function FittingRows(props: { children: ReactElement }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    hideRowsBeyond(box.current);
  });
  useEffect(() => {
    const observer = new ResizeObserver(() => hideRowsBeyond(box.current));
    const list = box.current?.firstElementChild;
    // The box changes with the card, the list where lines break anew.
    for (const element of [box.current, list]) {
      if (element) {
        observer.observe(element);
      }
    }
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={box} className={styles.fitting}>
      {props.children}
    </div>
  );
}

function hideRowsBeyond(box: HTMLElement | null) {
  if (!box) {
    return;
  }
  const end = box.getBoundingClientRect().bottom;
  const rows = box.firstElementChild?.children ?? [];
  for (const [index, row] of [...rows].entries()) {
    // Layouts round to fractions of a pixel.
    const fits = row.getBoundingClientRect().bottom <= end + 1;
    if (row instanceof HTMLElement) {
      row.style.visibility = index === 0 || fits ? '' : 'hidden';
    }
  }
}
