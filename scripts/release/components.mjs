// What is in a release beside our own code: in the page, and in the command.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const run = (program, args) => execFileSync(program, args, { encoding: 'utf8' }).trim();

// The version of a Debian package; on other systems it is not known.
function debian(name) {
  try {
    return run('dpkg-query', ['-W', '-f', '${Version}', name]);
  } catch {
    return undefined;
  }
}

const source = (name) => {
  const file = path.join(process.env.BURNGLASS_THIRD_PARTY ?? 'build/third_party', name, '.version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
};

const npm = (name) =>
  JSON.parse(readFileSync('package-lock.json', 'utf8')).packages[`node_modules/${name}`].version;

const emscripten = () => /\d+\.\d+\.\d+/.exec(run('emcc', ['--version']))[0];

// `notice` is what About in the page calls it.
export const inPage = () => [
  { name: 'imgui', notice: 'Dear ImGui, with stb_truetype, stb_rect_pack and stb_textedit', version: source('imgui'), licence: 'MIT', home: 'https://github.com/ocornut/imgui' },
  { name: 'protobuf-lite', notice: 'Protocol Buffers', version: source('protobuf'), licence: 'BSD-3-Clause', home: 'https://github.com/protocolbuffers/protobuf' },
  { name: 'dagre', notice: 'dagre and graphlib', version: npm('@dagrejs/dagre'), licence: 'MIT', home: 'https://github.com/dagrejs/dagre' },
  { name: 'graphlib', notice: 'dagre and graphlib', version: npm('@dagrejs/graphlib'), licence: 'MIT', home: 'https://github.com/dagrejs/graphlib' },
  { name: 're2', notice: 'RE2', version: source('re2'), licence: 'BSD-3-Clause', home: 'https://github.com/google/re2' },
  { name: 'zlib', notice: 'zlib', version: source('zlib'), licence: 'Zlib', home: 'https://zlib.net' },
  { name: 'zstd', notice: 'Zstandard', version: source('zstd'), licence: 'BSD-3-Clause', home: 'https://github.com/facebook/zstd' },
  { name: 'nlohmann-json', version: debian('nlohmann-json3-dev'), licence: 'MIT', home: 'https://github.com/nlohmann/json' },
  { name: 'emscripten', notice: 'Emscripten', version: emscripten(), licence: 'MIT', home: 'https://emscripten.org' },
  { name: 'glfw', notice: 'GLFW', version: emscripten(), licence: 'Zlib', home: 'https://www.glfw.org' },
  { name: 'musl', notice: 'musl', version: emscripten(), licence: 'MIT', home: 'https://musl.libc.org' },
  { name: 'llvm-runtimes', notice: 'libc++, libc++abi and compiler-rt', version: emscripten(), licence: 'Apache-2.0 WITH LLVM-exception', home: 'https://llvm.org' },
  { name: 'inter', notice: 'Inter, as a subset named Burnglass Sans', version: debian('fonts-inter'), licence: 'OFL-1.1', home: 'https://rsms.me/inter' },
  { name: 'jetbrains-mono', notice: 'JetBrains Mono, as a subset named Burnglass Mono', version: debian('fonts-jetbrains-mono'), licence: 'Apache-2.0', home: 'https://www.jetbrains.com/mono' },
];

export const inCommand = () => [
  { name: 'nlohmann-json', version: debian('nlohmann-json3-dev'), licence: 'MIT', home: 'https://github.com/nlohmann/json' },
  { name: 'CLI11', version: debian('libcli11-dev'), licence: 'BSD-3-Clause', home: 'https://github.com/CLIUtils/CLI11' },
];

// Shared libraries that the command asks for by name, as they are called there.
export function linkedWith(command) {
  const text = run('readelf', ['-d', command]);
  return [...text.matchAll(/\(NEEDED\).*\[(.*)\]/g)].map(([, name]) => name).sort();
}
