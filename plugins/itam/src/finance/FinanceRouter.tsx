import { Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { lazyPart, PageBody, SkeletonLines } from '../ui';
import { FinanceNav } from './FinanceNav';

const ExplorerPage = lazyPart(() =>
  import('./explorer/ExplorerPage').then(module => module.ExplorerPage),
);
const ComparePage = lazyPart(() =>
  import('./compare/ComparePage').then(module => module.ComparePage),
);
const ForecastPage = lazyPart(() =>
  import('./forecast/ForecastPage').then(module => module.ForecastPage),
);
const BudgetsPage = lazyPart(() =>
  import('./budgets/BudgetsPage').then(module => module.BudgetsPage),
);
const BudgetPage = lazyPart(() =>
  import('./budgets/BudgetPage').then(module => module.BudgetPage),
);
const DepreciationPage = lazyPart(() =>
  import('./depreciation/DepreciationPage').then(
    module => module.DepreciationPage,
  ),
);
const RatesPage = lazyPart(() =>
  import('./rates/RatesPage').then(module => module.RatesPage),
);

/**
 * IT Assets › Finance: the explorer, and under it comparison, forecast,
 * budgets, depreciation, rates and closing, each loaded when it is opened.
 */
export function FinanceRouter() {
  return (
    <PageBody>
      <FinanceNav />
      <Suspense fallback={<SkeletonLines heights={[56, 320, 200]} />}>
        <Routes>
          <Route index element={<ExplorerPage />} />
          <Route path="compare" element={<ComparePage />} />
          <Route path="forecast" element={<ForecastPage />} />
          <Route path="budgets" element={<BudgetsPage />} />
          <Route path="budgets/:fiscalYear/:of" element={<BudgetPage />} />
          <Route path="depreciation" element={<DepreciationPage />} />
          <Route path="rates" element={<RatesPage />} />
        </Routes>
      </Suspense>
    </PageBody>
  );
}
