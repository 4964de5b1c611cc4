// The third-party notices of About, gathered from the packages that the page is made of.
import fs from 'node:fs';
import path from 'node:path';

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

// A paragraph of a Debian copyright file: continuation lines are indented, "." is an empty line.
function debianLicence(file, name) {
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  const start = lines.findIndex((line, i) => line === `License: ${name}` && /^ \S/.test(lines[i + 1] ?? ''));
  if (start < 0) throw new Error(`${file} has no text of the licence ${name}`);
  const end = lines.findIndex((line, i) => i > start && !line.startsWith(' '));
  return lines.slice(start + 1, end).map((line) => line.replace(/^ \.?/, '')).join('\n');
}

function debianCopyrights(file) {
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  const start = lines.findIndex((line) => line.startsWith('Copyright:'));
  return lines[start].replace('Copyright:', 'Copyright').trim();
}

const whole = (file) => fs.readFileSync(file, 'utf8').trim();

// musl's file lists its contributors after the licence proper.
const muslTerms = (file) => whole(file).split(/\n-{10,}\n/).slice(0, 2).join('\n').split('\nAuthors/contributors')[0];

export function licences(thirdParty) {
  const source = (name, file) => whole(path.join(thirdParty, name, file));
  const inter = '/usr/share/doc/fonts-inter/copyright';
  const mono = '/usr/share/doc/fonts-jetbrains-mono/copyright';
  const emscripten = '/usr/share/doc/emscripten/copyright';
  return [
    ['Burnglass', 'Apache-2.0', whole('LICENSE')],
    ['Dear ImGui, with stb_truetype, stb_rect_pack and stb_textedit', 'MIT', source('imgui', 'LICENSE.txt')],
    ['Protocol Buffers', 'BSD-3-Clause', source('protobuf', 'LICENSE')],
    ['RE2', 'BSD-3-Clause', source('re2', 'LICENSE')],
    ['zlib', 'Zlib', source('zlib', 'LICENSE')],
    ['Zstandard', 'BSD-3-Clause', source('zstd', 'LICENSE')],
    ['Emscripten, its GLFW and its system libraries', 'MIT', `Copyright The Emscripten Authors\n\n${debianLicence(emscripten, 'Expat')}`],
    ['musl', 'MIT', muslTerms('/usr/share/emscripten/system/lib/libc/musl/COPYRIGHT')],
    ['libc++, libc++abi and compiler-rt', 'Apache-2.0 with LLVM exception',
      'Copyright the LLVM Project contributors. The terms are those of Apache-2.0 (above, under Burnglass), with the LLVM exception: parts of the software embedded in an object form of source code may be redistributed in it without meeting sections 4(a), 4(b) and 4(d).'],
    ['Inter, as a subset named Burnglass Sans', 'OFL-1.1', `${debianCopyrights(inter)}\n\n${debianLicence(inter, 'OFL-1.1')}`],
    ['JetBrains Mono, as a subset named Burnglass Mono', 'Apache-2.0', `${debianCopyrights(mono)}\n\nThe terms are those of Apache-2.0 (above, under Burnglass).`],
  ];
}

export const asHtml = (list) =>
  list
    .map(([name, kind, text]) => `<details><summary>${escape(name)} · ${escape(kind)}</summary><pre>${escape(text)}</pre></details>`)
    .join('\n');
