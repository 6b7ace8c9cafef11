import { laptop } from '../__testUtils__/laptop';
import { startFollower } from '../__testUtils__/startFollower';

describe('PublicationFollower', () => {
  describe('a ref that another source holds', () => {
    const conflict = {
      kind: 'conflict',
      ref: 'asset:default/b',
      location: 'itam:asset:default/b',
      holder: 'url:https://git.example/b.yaml',
      claimant: 'itam-register',
    };

    it('stays with it, is reported, and is taken once it is free', async () => {
      const { catalog, clock, incidents, register, run } = await startFollower({
        names: ['a'],
      });
      catalog.others.set('asset:default/b', conflict.holder);
      register.set('b', laptop('b'));
      await run();
      expect(Object.keys(catalog.models())).toEqual(['a']);
      expect(incidents).toEqual([conflict]);

      clock.nowMs += 60_000;
      await run();
      expect(incidents).toEqual([conflict, conflict]);

      catalog.others.clear();
      clock.nowMs += 60_000;
      await run();
      expect(Object.keys(catalog.models())).toEqual(['a', 'b']);
      expect(incidents).toHaveLength(2);
    });

    it('is found by reading back', async () => {
      const { catalog, clock, incidents, register, run } = await startFollower({
        names: ['a'],
      });
      register.set('b', laptop('b'));
      await run();
      // The file had the ref already, but had not been processed yet.
      catalog.entities.delete('asset:default/b');
      catalog.others.set('asset:default/b', conflict.holder);
      clock.nowMs += 5_000;
      await run();
      expect(incidents).toEqual([conflict]);
    });

    it('is let go when the record need not show any more', async () => {
      const { catalog, clock, incidents, register, run } = await startFollower({
        names: ['a'],
      });
      catalog.others.set('asset:default/b', conflict.holder);
      register.set('b', laptop('b'));
      await run();
      register.set('b');
      await run();
      clock.nowMs += 60_000;
      await run();
      expect(incidents).toHaveLength(1);
    });
  });
});
