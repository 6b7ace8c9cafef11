import { docSection } from '../entities/testing/docSection';
import {
  forwardDiagram,
  statusTable,
  transitionTable,
} from './testing/lifecycleMarkdown';

const PAGE = 'reference/life-cycle.md';

describe('the page about the life cycle', () => {
  it.each([
    ['statuses', statusTable()],
    ['diagram', forwardDiagram()],
    ['transitions', transitionTable()],
  ])('has the %s (UPDATE_DOCS=1 writes them)', (name, expected) => {
    expect(docSection(PAGE, name, expected)).toBe(expected);
  });
});
