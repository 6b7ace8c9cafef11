// The register alone in a backend of its own, for benchmarks: real services,
// real HTTP and tokens. The catalog is the far side: it answers what the
// register asks of it, the titles of entities by their refs.
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import express from 'express';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { observe } from './observe';

const catalog = createBackendPlugin({
  pluginId: 'catalog',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        const router = express.Router();
        router.use(express.json({ limit: '10mb' }));
        // How long the process was busy, since it was asked last.
        const delays = monitorEventLoopDelay({ resolution: 10 });
        delays.enable();
        router.get('/loop', (_req, res) => {
          const ms = (nanoseconds: number) => nanoseconds / 1_000_000;
          res.json({ p99: ms(delays.percentile(99)), max: ms(delays.max) });
          delays.reset();
        });
        observe(router);
        router.get('/ping', (_req, res) => {
          res.json({ status: 'ok' });
        });
        router.post('/entities/by-refs', (req, res) => {
          const refs: string[] = req.body.entityRefs;
          res.json({ items: refs.map(entityOf) });
        });
        router.get('/entities/by-name/:kind/:namespace/:name', (req, res) => {
          const { kind, namespace, name } = req.params;
          res.json(entityOf(`${kind}:${namespace}/${name}`));
        });
        httpRouter.use(router);
      },
    });
  },
});

function entityOf(ref: string) {
  const { kind, namespace, name } = parseEntityRef(ref);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { namespace, name, title: `${kind} ${name}` },
    spec: {},
  };
}

const backend = createBackend();
backend.add(import('@backstage-itam/plugin-itam-backend'));
backend.add(catalog);
backend.start();
