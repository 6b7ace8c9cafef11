import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-mcp-actions-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

backend.add(import('@backstage-itam/plugin-itam-backend'));
backend.add(import('@backstage-itam/plugin-itam-backend-module-jira'));
backend.add(import('@backstage-itam/plugin-itam-backend-module-servicenow'));
backend.add(import('@backstage-itam/plugin-itam-backend-module-snipe-it'));
backend.add(import('@backstage-itam/plugin-catalog-backend-module-itam'));
backend.add(import('@backstage-itam/plugin-scaffolder-backend-module-itam'));
backend.add(import('@backstage-itam/plugin-search-backend-module-itam'));

backend.add(import('./modules/personaSignIn'));
backend.add(import('./modules/permissionPolicy'));

backend.start();
