/** Scrolls a box that is wider than its place so that an item is in its middle. */
export function scrollIntoMiddle(box: Element, item: Element): void {
  if (box.scrollWidth <= box.clientWidth) {
    return;
  }
  const { left, width } = item.getBoundingClientRect();
  const middle = left - box.getBoundingClientRect().left + width / 2;
  box.scrollLeft += middle - box.clientWidth / 2;
}
