// The third-party notices of About, gathered from the packages that the page is made of. The texts
// lie with the sources, or in Debian's copyright files; what is not found fails the build.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const whole = (file) => fs.readFileSync(file, 'utf8').trim();

// A field of a Debian copyright file without its marks: continuation lines are indented, "." stands
// for an empty line.
function field(paragraph, name) {
  const lines = paragraph.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`${name}:`));
  if (start < 0) return '';
  const length = lines.slice(start + 1).findIndex((line) => !line.startsWith(' '));
  const rest = lines.slice(start + 1, length < 0 ? undefined : start + 1 + length);
  return [lines[start].slice(name.length + 1).trim(), ...rest.map((line) => line.replace(/^ \.?/, ''))].join('\n').trim();
}

// The paragraph that has the text of a licence, or the one for some files.
function paragraph(file, has) {
  const found = whole(file).split(/\n\s*\n/).find(has);
  if (!found) throw new Error(`licences: ${file} has not what is looked for`);
  return found;
}

const debianLicence = (file, name) =>
  field(paragraph(file, (p) => p.startsWith(`License: ${name}\n`) || p.includes(`\nLicense: ${name}\n `)), 'License').replace(/^.*\n/, '');

const debianCopyright = (file) => `Copyright ${field(paragraph(file, (p) => /^Files:\s*\*/m.test(p)), 'Copyright')}`;

// The sources of a library that we compile: where scripts/setup puts them, or where CMake fetched them.
function source(thirdParty, objects, name, file) {
  const folders = [path.join(thirdParty, name), path.join(objects, `_deps/${name}-src`)];
  const found = folders.map((folder) => path.join(folder, file)).find((candidate) => fs.existsSync(candidate));
  if (!found) throw new Error(`licences: no ${file} of ${name} in ${folders.join(' or ')}`);
  return whole(found);
}

// Emscripten's own licence and that of the LLVM libraries in it: files of an emsdk, or Debian's.
function emscripten() {
  const root = execFileSync('em-config', ['EMSCRIPTEN_ROOT'], { encoding: 'utf8' }).trim();
  const debian = '/usr/share/doc/emscripten/copyright';
  const own = (file, fallback) => (fs.existsSync(path.join(root, file)) ? whole(path.join(root, file)) : fallback());
  const glfwHeader = /\/\*[\s\S]*?\*\//.exec(whole(path.join(root, 'system/include/GLFW/glfw3.h')))[0];
  return {
    emscripten: own('LICENSE', () => `Copyright 2010-2022 The Emscripten Authors\n\n${debianLicence(debian, 'Expat')}`),
    // The list of its contributors comes after the licence proper.
    musl: whole(path.join(root, 'system/lib/libc/musl/COPYRIGHT')).split('\nAuthors/contributors')[0].replace(/\n-+\s*$/, ''),
    llvm: own('system/lib/libcxx/LICENSE.TXT', () => {
      const terms = field(paragraph(debian, (p) => /^ system\/lib\/libcxx\/\*/m.test(p)), 'License').replace(/^.*\n/, '');
      return `Part of the LLVM Project, under the Apache License v2.0 (its text is above, under Burnglass) with LLVM Exceptions:\n\n${terms}`;
    }),
    glfw: glfwHeader.replace(/^\/?[ ]?\*+[-/]*[ ]?/gm, '').replace(/^-+$/gm, '').trim(),
  };
}

// [name, kind of licence, its text] of everything that is in the page.
export function licences(thirdParty, objects) {
  const of = (name, file) => source(thirdParty, objects, name, file);
  const { emscripten: toolchain, musl, llvm, glfw } = emscripten();
  const inter = '/usr/share/doc/fonts-inter/copyright';
  const mono = '/usr/share/doc/fonts-jetbrains-mono/copyright';
  return [
    ['Burnglass', 'Apache-2.0', whole('LICENSE')],
    ['Dear ImGui, with stb_truetype, stb_rect_pack and stb_textedit', 'MIT', of('imgui', 'LICENSE.txt')],
    ['Protocol Buffers', 'BSD-3-Clause', of('protobuf', 'LICENSE')],
    ['dagre and graphlib', 'MIT', whole('node_modules/@dagrejs/dagre/LICENSE')],
    ['RE2', 'BSD-3-Clause', of('re2', 'LICENSE')],
    ['zlib', 'Zlib', of('zlib', 'LICENSE')],
    ['Zstandard', 'BSD-3-Clause', of('zstd', 'LICENSE')],
    ['Emscripten', 'MIT', toolchain],
    ['GLFW', 'Zlib', glfw],
    ['musl', 'MIT', musl],
    ['libc++, libc++abi and compiler-rt', 'Apache-2.0 with LLVM exception', llvm],
    ['Inter, as a subset named Burnglass Sans', 'OFL-1.1', `${debianCopyright(inter)}\n\n${debianLicence(inter, 'OFL-1.1')}`],
    [
      'JetBrains Mono, as a subset named Burnglass Mono',
      'Apache-2.0',
      `${debianCopyright(mono)}\n\nLicensed under the Apache License, Version 2.0; its text is above, under Burnglass.`,
    ],
  ];
}

export const asHtml = (list) =>
  list
    .map(([name, kind, text]) => `<details><summary>${escape(name)} · ${escape(kind)}</summary><pre>${escape(text)}</pre></details>`)
    .join('\n');
