// window.burnglass: the small public interface that embedding, automation and tests share.
import { build } from './assets.js';
import { addressWith } from './link.js';
import { requests } from './requests.js';

export function createApi(page) {
  const parsed = (text) => JSON.parse(text);
  return {
    version: build.version,
    ready: page.ready,
    async open(items, options = {}) {
      await page.ready;
      const result = await page.opening.open(items);
      if (options.query) this.query(options.query);
      return result;
    },
    async close(id) {
      await page.ready;
      page.close(id);
    },
    query(partial) {
      if (partial !== undefined && !page.viewer.apply(JSON.stringify(partial))) {
        throw new TypeError(`this is not a query: ${JSON.stringify(partial)}`);
      }
      page.drawing.want();
      return parsed(page.viewer.query());
    },
    // Merges open profiles, or compares those of source (B) with those of base (A), and shows what
    // comes of it. mode: absolute, normalized, per-second, per-count (by the name of a counter, or
    // by two counts); cancel: as pprof's -base, else as -diff_base. base_tagfocus, base_tagignore,
    // source_tagfocus and source_tagignore choose samples of a side by their labels.
    async compare({ base = [], source = [], mode, cancel, counter, counts, name, ...labels } = {}) {
      await page.ready;
      const parts = { base: base.join(), source: source.join(), mode, cancel: cancel && '1', counter, counts: counts?.join(':'), name, ...labels };
      const wanted = Object.entries(parts).filter(([, value]) => value);
      const plan = wanted.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
      const id = page.viewer.make(plan);
      if (!id) throw new TypeError(`this is no comparison: ${plan}`);
      page.drawing.want();
      await page.idle();
      const { error } = await page.ask(id, 'info', '', {});
      if (error) throw new Error(error);
      return { id };
    },
    async answer(kind, { profile, ...options } = {}) {
      await page.ready;
      const state = page.state();
      const answer = await page.ask(profile ?? state.profile, kind, state.queryText, options);
      if (answer.error) throw new Error(answer.error);
      return answer;
    },
    idle: () => page.idle(),
    snapshot: () => parsed(page.viewer.snapshot()),
    link: () => addressWith(page.viewer.link()),
    stats: () => ({
      ...parsed(page.viewer.stats()),
      engineHeap: page.engine.heap().used,
      engineMemory: page.engine.heap().size,
      viewerHeap: page.viewer.heap(),
      requests: requests(),
    }),
  };
}
