// Source files that a person gives together with profiles, or by themselves: their text goes to the viewer,
// which shows it beside the costs of lines. Nothing else is done with it.

const SOURCE = /\.(go|s|c|cc|cpp|cxx|h|hh|hpp|rs|java|kt|scala|py|rb|php|ts|tsx|js|jsx|mjs|cs|swift|lua|zig|jl|ex|erl)$/i;
const PROFILE = /\.(pb|gz|zst|pprof|prof|profile|pgo|folded|collapsed)$/i;

// As Sources of src/session/sources.h has them.
const MOST_BYTES = 4 << 20;
const MOST_FILES = 20000;

// {profiles, sources} of [{name, path, data}]. In a folder with sources everything else lies about, too: of
// that only what is called like a profile is one.
export function sortOut(items) {
  const sources = items.filter(({ name }) => SOURCE.test(name));
  const inFolder = ({ path }) => path?.includes('/');
  const project = sources.some(inFolder);
  const profiles = items.filter(
    (item) => !SOURCE.test(item.name) && (!project || !inFolder(item) || PROFILE.test(item.name)),
  );
  return { profiles, sources };
}

// Hands over what is not too much; resolves to a sentence about it.
export async function giveSources(sources, viewer) {
  let given = 0;
  let gone = 0;
  for (const { path, data } of sources.slice(0, MOST_FILES)) {
    if (data.size > MOST_BYTES) continue;
    try {
      viewer.source(path, await data.text());
      given++;
    } catch {
      gone++; // moved or changed since it was chosen
    }
  }
  const left = sources.length - given - gone;
  return [
    `${given} source ${given === 1 ? 'file is' : 'files are'} at hand for the view Lines`,
    left && `${left} were too much`,
    gone && `${gone} could not be read`,
  ].filter(Boolean).join('; ') + '.';
}
