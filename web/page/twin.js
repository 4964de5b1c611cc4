// The twin: what the canvas shows, as HTML for screen readers (and for everyone where there is no
// WebGL2). Heading, a summary sentence, the way to the selected frame, the table of the view that is
// shown, the top table, and a live region for what happens.

const ROWS = 50;

// Names are whatever somebody wrote into a profile: characters that are not seen but turn the text around
// them are told by a sign, and what is longer than anybody listens to is cut.
const UNSEEN = /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;
const LONGEST = 2000;

const readable = (text) => {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return cut.replace(UNSEEN, '\ufffd');
};

const cell = (tag, text, scope) => {
  const element = document.createElement(tag);
  element.textContent = readable(text);
  if (scope) element.scope = scope;
  return element;
};

const percent = (value) => `${Number(value).toFixed(2)}%`;

// Views whose rows are not those of the top table.
const OWN_ROWS = { callers: 'Callers and callees', graph: 'Call graph', lines: 'Lines', labels: 'Labels', facts: 'Facts', goroutines: 'Goroutines', contention: 'Contention', growth: 'What grows', heap: 'Heap', card: 'Function card', privacy: 'Privacy' };

// What a difference says above its rows.
const OF_DIFFERENCE = ['legend', 'headline', 'noise', 'side A', 'side B'];

// `drawn` gives, once nothing is pending, what the canvas shows: [{role, name, value}].
export function createTwin(ask, drawn) {
  const at = (id) => document.getElementById(id);
  let shown = '';
  let known = { profile: 0, info: null }; // facts of a file, whatever is asked of it
  let looks = 0;

  function fillPath(path) {
    at('twin-path').replaceChildren(
      ...path.map((name, i) => {
        const item = cell('li', name);
        item.setAttribute('role', 'treeitem');
        item.ariaLevel = i + 1;
        item.ariaSelected = i === path.length - 1;
        return item;
      }),
    );
    at('twin-path').hidden = path.length === 0;
  }

  async function fillView(view, difference) {
    const look = ++looks;
    const words = OWN_ROWS[view] ?? (difference && 'What explains the change');
    const roles = view === 'graph' ? ['box', 'edge'] : ['row'];
    const told = ({ role, name }) => difference && role === 'label' && OF_DIFFERENCE.includes(name);
    const rows = words ? (await drawn()).filter((entry) => told(entry) || roles.includes(entry.role)) : [];
    if (look !== looks) return; // another view came meanwhile
    at('twin-view-caption').textContent = words ?? '';
    at('twin-view-rows').replaceChildren(
      ...rows.map(({ name, value }) => {
        const line = document.createElement('tr');
        line.append(cell('th', name, 'row'), cell('td', value));
        return line;
      }),
    );
    at('twin-view').hidden = rows.length === 0;
  }

  function fillTable(top) {
    const body = at('twin-rows');
    body.replaceChildren(
      ...top.rows.map((row) => {
        const line = document.createElement('tr');
        line.append(
          cell('th', row.name, 'row'),
          cell('td', row.flatText), cell('td', percent(row.flatPercent)), cell('td', percent(row.sumPercent)),
          cell('td', row.cumText), cell('td', percent(row.cumPercent)),
        );
        return line;
      }),
    );
    at('twin-table').hidden = top.rows.length === 0;
  }

  return {
    announce(sentence) {
      at('twin-live').textContent = readable(sentence);
    },
    // Follows the active profile and its query; asks only when one of them has changed.
    async follow({ profile, queryText, view, path = [], difference = 0 }) {
      fillPath(path);
      fillView(view, difference);
      const key = `${profile} ${queryText} ${difference}`;
      if (key === shown) return;
      shown = key;
      if (!profile) {
        at('twin-heading').textContent = 'Burnglass';
        at('twin-summary').textContent = 'No profile is open. Drop a file on the page, or use Open files.';
        at('twin-table').hidden = true;
        return;
      }
      if (known.profile !== profile) known = { profile, info: ask(profile, 'info', queryText) };
      const [info, top] = await Promise.all([known.info, ask(profile, 'top', queryText, { limit: ROWS })]);
      if (key !== shown || info.error || top.error) return;
      const first = top.rows[0];
      at('twin-heading').textContent = readable(`${info.name}, ${info.kind} profile`);
      at('twin-summary').textContent =
        `${info.samples} samples of ${readable(top.sampleType.type)}, ${top.totalText ?? top.total} in all.` +
        (first ? ` First by flat: ${readable(first.name)}, ${first.flatText}, ${percent(first.flatPercent)}.` : ' Nothing was measured.');
      at('twin-caption').textContent = readable(`Top functions of ${info.name} by flat`);
      fillTable(top);
    },
    // Without a canvas the twin is the page.
    reveal(sentence) {
      at('no-canvas').textContent = sentence;
      at('no-canvas').hidden = false;
      document.body.classList.add('twin-only');
    },
    conceal() {
      at('no-canvas').hidden = true;
      document.body.classList.remove('twin-only');
    },
  };
}
