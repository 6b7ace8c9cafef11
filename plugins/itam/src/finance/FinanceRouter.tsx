import { Route, Routes } from 'react-router-dom';
import { PageBody } from '../ui';
import { BudgetPage } from './budgets/BudgetPage';
import { BudgetsPage } from './budgets/BudgetsPage';
import { ComparePage } from './compare/ComparePage';
import { DepreciationPage } from './depreciation/DepreciationPage';
import { ExplorerPage } from './explorer/ExplorerPage';
import { FinanceNav } from './FinanceNav';
import { ForecastPage } from './forecast/ForecastPage';
import { RatesPage } from './rates/RatesPage';

/**
 * IT Assets › Finance: the explorer, and under it comparison, forecast,
 * budgets, depreciation, rates and closing.
 */
export function FinanceRouter() {
  return (
    <PageBody>
      <FinanceNav />
      <Routes>
        <Route index element={<ExplorerPage />} />
        <Route path="compare" element={<ComparePage />} />
        <Route path="forecast" element={<ForecastPage />} />
        <Route path="budgets" element={<BudgetsPage />} />
        <Route path="budgets/:fiscalYear/:of" element={<BudgetPage />} />
        <Route path="depreciation" element={<DepreciationPage />} />
        <Route path="rates" element={<RatesPage />} />
      </Routes>
    </PageBody>
  );
}
