import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';
import { scrollIntoMiddle } from './scrollIntoMiddle';

/**
 * Brings the tab of the page shown into view, where the header's tabs are wider
 * than the window.
 */
export function useTabInView(): void {
  const { pathname } = useLocation();
  useEffect(() => {
    const tabs = document.querySelector('.bui-PluginHeaderTabsWrapper');
    const tab = tabs?.querySelector('[role="tab"][aria-selected="true"]');
    if (tabs && tab) {
      scrollIntoMiddle(tabs, tab);
    }
  }, [pathname]);
}
