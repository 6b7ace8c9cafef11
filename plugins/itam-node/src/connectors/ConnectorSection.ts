import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { ConnectorSettings } from './ConnectorSettings';
import { readConnectorSettings } from './readConnectorSettings';

/**
 * The section of a connector in the configuration. A value that cannot be is
 * refused with an InputError that names the key and what is allowed there.
 *
 * @public
 */
export class ConnectorSection {
  private constructor(
    /** The values of the section. */
    readonly config: Config,
    /** Where the section is, such as `itam.connectors.inventory`. */
    readonly key: string,
  ) {}

  /** The section at a key; undefined when there is none. */
  static find(root: Config, key: string): ConnectorSection | undefined {
    const config = root.getOptionalConfig(key);
    return config && new ConnectorSection(config, key);
  }

  /** The settings that all connectors share; see `readConnectorSettings`. */
  settings(
    reading: Pick<ConnectorSettings['reading'], 'dateFormat' | 'decimal'>,
  ): ConnectorSettings {
    return readConnectorSettings(this.config, this.key, reading);
  }

  /** `baseUrl`, the address of the source. */
  baseUrl(): string {
    const text = this.config.getString('baseUrl');
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return url && /^https?:$/.test(url.protocol) && url.username === ''
      ? text
      : this.refuse('baseUrl', 'an http or https address without credentials');
  }

  /** A whole number; `usual` where there is none. */
  wholeNumber(
    name: string,
    { least, most, usual }: { least: number; most: number; usual: number },
  ): number {
    const value = this.config.getOptionalNumber(name) ?? usual;
    return Number.isInteger(value) && value >= least && value <= most
      ? value
      : this.refuse(name, `a whole number from ${least} to ${most}`);
  }

  /** One of some words; the first of them where there is none. */
  choice<T extends string>(name: string, words: readonly [T, ...T[]]): T {
    const value = this.config.getOptionalString(name) ?? words[0];
    return (
      words.find(word => word === value) ??
      this.refuse(name, words.join(' or '))
    );
  }

  /** Texts by names; none where there is no such key. */
  texts(name: string): Record<string, string> {
    const texts = this.config.getOptional<Record<string, unknown>>(name) ?? {};
    return Object.fromEntries(
      Object.entries(texts).map(([key, text]) =>
        typeof text === 'string'
          ? [key, text]
          : this.refuse(`${name}.${key}`, 'text'),
      ),
    );
  }

  /** Throws an InputError: the key, and what is allowed there. */
  refuse(name: string, allowed: string): never {
    throw new InputError(
      `Configuration ${this.key}.${name}: expected ${allowed}`,
    );
  }
}
