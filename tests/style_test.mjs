// What every file that git knows must keep to: no path of somebody's machine, no package registry's host,
// one thing per file, and the format of .clang-format.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { check, finish, root } from './support/checks.mjs';

const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((file) => file && existsSync(path.join(root, file)));
const isText = (file) =>
  !/\.(png|gz|pgo|pb|zst|prof|bin|ttf|otf|woff2)$/.test(file) && !/^tests\/(data|fuzz\/corpus)\//.test(file);
const texts = new Map(
  tracked.filter(isText).map((file) => [file, readFileSync(path.join(root, file), 'utf8')]),
);

// Patterns, what they find, and files that may have it. Written with brackets so that this file does
// not find itself. Tests of how names are shortened are made of paths as programs record them.
const forbidden = [
  [
    /(^|[\s"'`=(:])\/(wor[k]|hom[e]|roo[t]|User[s])\/\w/m,
    'the path of a machine',
    /^tests\/(profile\/(names|redact)_test|analysis\/privacy_test|web\/support\/canary_profile)/,
  ],
  [
    /registry\.npmj[s]|deb\.debia[n]\.org|security\.debia[n]|pypi\.or[g]/,
    "a package registry's host name",
  ],
];
for (const [pattern, what, allowed] of forbidden) {
  await check(`no file names ${what}`, () =>
    [...texts]
      .filter(([file, text]) => pattern.test(text) && !allowed?.test(file))
      .map(([file]) => `${file}: ${pattern.exec(texts.get(file))[0].trim()}`),
  );
}

await check('no source file is longer than 400 lines', () =>
  [...texts]
    .filter(([file]) => /\.(h|cc|mjs|js|cmake|css|vert|frag)$/.test(file))
    .map(([file, text]) => [file, text.split('\n').length - 1])
    .filter(([, lines]) => lines > 400)
    .map(([file, lines]) => `${file} has ${lines} lines: it is two things`),
);

await check('every text file ends by a newline', () =>
  [...texts].filter(([, text]) => text !== '' && !text.endsWith('\n')).map(([file]) => file),
);

await check('C++ is formatted as .clang-format says', () => {
  const files = tracked.filter((file) => /^(src|tests)\/.*\.(h|cc)$/.test(file));
  const result = spawnSync('clang-format', ['--dry-run', '--Werror', ...files], {
    cwd: root,
    encoding: 'utf8',
  });
  if (result.error) return [`clang-format: ${result.error.message}`];
  const wrong = new Set(
    [...result.stderr.matchAll(/^(\S+?):\d+:\d+: error/gm)].map((match) => match[1]),
  );
  return result.status === 0 ? [] : [...wrong].map((file) => `clang-format -i ${file}`);
});
finish();
