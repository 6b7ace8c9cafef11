import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';

/**
 * Brings the tab of the page shown into view, where the header's tabs are wider
 * than the window.
 */
export function useTabInView(): void {
  const { pathname } = useLocation();
  useEffect(() => {
    const tabs = document.querySelector('.bui-PluginHeaderTabsWrapper');
    const tab = tabs?.querySelector('[role="tab"][aria-selected="true"]');
    if (!tabs || !tab || tabs.scrollWidth <= tabs.clientWidth) {
      return;
    }
    const { left, width } = tab.getBoundingClientRect();
    const middle = left - tabs.getBoundingClientRect().left + width / 2;
    tabs.scrollLeft += middle - tabs.clientWidth / 2;
  }, [pathname]);
}
