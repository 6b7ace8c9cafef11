import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, isError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { stringify } from 'yaml';
import { checkedEntity } from './checkedEntity';
import { withoutEmpty } from './withoutEmpty';

const YAML_FILE = /\.ya?ml$/;

/** The action `itam:asset:declare`. */
export function assetDeclareAction() {
  return createTemplateAction({
    id: 'itam:asset:declare',
    description:
      'Writes the catalog file of an asset, licence or contract into the workspace, after checking it as the catalog does. A publish action takes it from there.',
    supportsDryRun: true,
    examples: [
      {
        description: 'A laptop',
        example: stringify({
          steps: [
            {
              id: 'declare',
              action: 'itam:asset:declare',
              input: {
                title: "Mia's laptop",
                path: 'assets/laptop-mia.yaml',
                spec: {
                  class: 'hardware',
                  type: 'laptop',
                  stage: 'maintenance',
                  owner: 'group:default/payments',
                  assignee: 'user:default/mia',
                  tag: 'HW-000871',
                },
              },
            },
          ],
        }),
      },
    ],
    schema: {
      input: {
        kind: z =>
          z
            .enum(['Asset', 'License', 'Contract'])
            .optional()
            .describe('The default is Asset.'),
        namespace: z => z.string().optional(),
        name: z =>
          z
            .string()
            .optional()
            .describe(
              'The default is made from tag, number, product or title.',
            ),
        title: z => z.string().optional(),
        description: z => z.string().optional(),
        spec: z =>
          z
            .record(z.any())
            .describe(
              'As in a catalog file. What a form left empty is left out.',
            ),
        path: z =>
          z
            .string()
            .optional()
            .describe(
              'File in the workspace, ending in .yaml. The default is its name.',
            ),
      },
      output: {
        path: z => z.string().describe('The file that was written.'),
        entityRef: z => z.string().describe('Ref of the entity in it.'),
      },
    },
    async handler(ctx) {
      const { kind = 'Asset', path, spec, ...text } = ctx.input;
      const given: JsonObject = withoutEmpty(spec);
      const entity = checkedEntity({ ...text, kind, spec: given });
      const { apiVersion, metadata } = entity;
      const file = path ?? `${metadata.name}.yaml`;
      if (!YAML_FILE.test(file)) {
        throw new InputError(`path: '${file}' does not end in .yaml`);
      }
      await writeNew(
        resolveSafeChildPath(ctx.workspacePath, file),
        file,
        stringify(
          { apiVersion, kind, metadata, spec: given },
          { singleQuote: true, lineWidth: 0, aliasDuplicateObjects: false },
        ),
      );
      const entityRef =
        `${kind}:${metadata.namespace}/${metadata.name}`.toLowerCase();
      ctx.logger.info(`Wrote ${entityRef} to ${file}`);
      ctx.output('path', file);
      ctx.output('entityRef', entityRef);
    },
  });
}

/** Throws ConflictError when there is such a file already. */
async function writeNew(
  file: string,
  shown: string,
  text: string,
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    if (isError(error) && error.code === 'EEXIST') {
      throw new ConflictError(`There is a file ${shown} already`);
    }
    throw error;
  }
}
