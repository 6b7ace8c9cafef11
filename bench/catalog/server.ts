// A backend with Backstage's own catalog and nothing else; a provider delivers
// entities when it is told to.
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  type EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { annotatedEntities, resource } from './annotatedEntities';

const provider = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'bench',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        http: coreServices.rootHttpRouter,
      },
      async init({ catalog, http }) {
        let connection: EntityProviderConnection | undefined;
        catalog.addEntityProvider({
          getProviderName: () => 'bench',
          connect: async given => {
            connection = given;
          },
        });
        http.use('/bench/deliver', async (_req, res) => {
          await connection?.applyMutation({
            type: 'full',
            entities: annotatedEntities().map(entity => ({ entity })),
          });
          res.json({});
        });
        http.use('/bench/change', async (req, res) => {
          const index = Number(req.query.index);
          await connection?.applyMutation({
            type: 'delta',
            added: [{ entity: resource(index, Number(req.query.raisedBy)) }],
            removed: [],
          });
          res.json({});
        });
      },
    });
  },
});

const backend = createBackend();
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(provider);
backend.start();
