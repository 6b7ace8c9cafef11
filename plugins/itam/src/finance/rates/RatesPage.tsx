import { ClosingPanel } from './ClosingPanel';
import { RatesPanel } from './RatesPanel';

/**
 * Exchange rates, and which months are closed.
 */
export function RatesPage() {
  return (
    <>
      <RatesPanel />
      <ClosingPanel />
    </>
  );
}
