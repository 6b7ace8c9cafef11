import type { Entity } from '@backstage/catalog-model';
import type { PublishedState } from '../publication/publicationAnswers';
import { RegisterUnavailableError } from '../register/errors';
import { refOf } from './laptop';

/** Entities that a page holds at most. */
export const PAGE_SIZE = 2;

/** The register's side: a feed and a list, in pages of two. */
export class PagedRegister {
  epoch = 'one';
  up = true;
  reads = 0;
  /** Runs after a page of everything was read. */
  afterPage = () => {};
  readonly published = new Map<string, Entity>();
  readonly changes: string[] = [];

  set(name: string, entity?: Entity) {
    const ref = refOf(name);
    if (entity) {
      this.published.set(ref, entity);
    } else {
      this.published.delete(ref);
    }
    this.changes.push(ref);
  }

  async listPublished(cursor: string | undefined) {
    this.#answer();
    const refs = [...this.published.keys()].sort();
    const first = cursor === undefined ? 0 : Number(cursor.split('/')[0]);
    const last =
      cursor === undefined ? this.changes.length : Number(cursor.split('/')[1]);
    const page = refs.slice(first, first + PAGE_SIZE);
    const items = page.flatMap(ref => {
      const entity = this.published.get(ref);
      return entity ? [{ ref, entity }] : [];
    });
    this.afterPage();
    return {
      items,
      last,
      epoch: this.epoch,
      ...(first + PAGE_SIZE < refs.length && {
        nextCursor: `${first + PAGE_SIZE}/${last}`,
      }),
    };
  }

  async listChanges(after: number) {
    this.#answer();
    const refs = this.changes.slice(after, after + PAGE_SIZE);
    const last = Math.min(after + PAGE_SIZE, this.changes.length);
    const items: PublishedState[] = [...new Set(refs)].map(ref => {
      const entity = this.published.get(ref);
      return { ref, ...(entity && { entity }) };
    });
    return {
      items,
      last,
      epoch: this.epoch,
      more: last < this.changes.length,
    };
  }

  #answer() {
    this.reads += 1;
    if (!this.up) {
      throw new RegisterUnavailableError();
    }
  }
}
