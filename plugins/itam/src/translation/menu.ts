/**
 * Items in the menus of entity pages.
 */
export const menu = {
  openRecord: 'Open in IT Assets',
  registerForService: 'Register an asset for this service',
} as const;
