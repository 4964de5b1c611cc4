// Which room may see what: the table of src/README.md, held against sources, build files and tests.

// Headers of others, and the rooms that may include them. The first pattern that matches counts.
const foreignHeaders = [
  [/^(imgui|imgui_internal|imstb_\w+)\.h$/, 'Dear ImGui', ['ui', 'host']],
  [/^(imgui_impl_\w+\.h|GLFW\/|GLES\d?\/|EGL\/|emscripten)/, 'the window and the page', ['host']],
  [/^(google\/protobuf\/|profile\.pb\.h$)/, 'protobuf', ['formats', 'message']],
  [/\.pb\.h$/, 'messages', ['message', 'engine', 'session', 'ui', 'host']],
  [/^re2\//, 'RE2', ['profile', 'analysis', 'engine']],
  [/^(zlib|zstd|zstd_errors)\.h$/, 'compression', ['formats']],
  [/^nlohmann\//, 'JSON', ['query', 'formats', 'report', 'engine', 'cli']],
  [/^CLI\//, 'CLI11', ['cli']],
  [/^curl\//, 'libcurl', ['cli']],
  [/^catch2\//, 'Catch2', []],
];

const isCode = (file) => /\.(h|cc)$/.test(file);

// The table as Map from room to the rooms it may include. Rows look like `| room | sentence | a b |`.
export function readTable(markdown) {
  const rooms = new Map();
  let inside = false;
  for (const line of markdown.split('\n')) {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (cells[0] === 'room') inside = true;
    else if (!line.startsWith('|')) inside = false;
    else if (inside && /^\w+$/.test(cells[0]))
      rooms.set(cells[0], cells[2].split(' ').filter(Boolean));
  }
  return rooms;
}

// Sentences about what breaks the rules. `files` is a Map from path (src/…, tests/…) to text.
export function violations(files) {
  const table = readTable(files.get('src/README.md') ?? '');
  const faults = [...tableFaults(table, files), ...nameFaults(table, files)];
  for (const [file, text] of files) {
    const [top, room] = file.split('/');
    if (!table.has(room)) continue;
    if (top === 'src' && file.endsWith('/CMakeLists.txt'))
      faults.push(...buildFaults(table, room, file, text));
    if (!isCode(file)) continue;
    faults.push(...includeFaults(table, room, file, text, top === 'tests'));
    if (text.includes('__EMSCRIPTEN__'))
      faults.push(`${file} asks where it runs; let the build pick the file`);
  }
  return faults;
}

function* tableFaults(table, files) {
  if (table.size === 0) yield 'src/README.md has no table of rooms';
  const folders = new Set(
    [...files.keys()].filter((file) => /^src\/\w+\//.test(file)).map((file) => file.split('/')[1]),
  );
  for (const folder of folders)
    if (!table.has(folder)) yield `src/${folder} is not in the table of rooms`;
  for (const [room, seen] of table) {
    if (!folders.has(room)) yield `the room ${room} has no folder`;
    for (const other of seen) {
      if (!table.has(other)) yield `the table lets ${room} include ${other}, which is no room`;
      else if (table.get(other).includes(room))
        yield `the table lets ${room} and ${other} include each other`;
      for (const further of table.get(other) ?? []) {
        if (!seen.includes(further))
          yield `the table lets ${room} include ${other} but not its ${further}`;
      }
    }
  }
}

// The type names that a header defines, with their namespace.
function* typesOf(text) {
  const space = /^namespace ([\w:]+) \{/m.exec(text)?.[1] ?? '';
  for (const [, name] of text.matchAll(/^(?:class|struct) (\w+)(?![\w:]*::)[^;{]*\{/gm)) yield `${space}::${name}`;
}

// In one program a name is one type: the linker takes the first of two without a word.
function* nameFaults(table, files) {
  const programs = [...table].map(([room, seen]) => new Set([room, ...seen]));
  const known = new Map(); // name → [{room, file}]
  for (const [file, text] of files) {
    const [top, room] = file.split('/');
    if (top !== 'src' || !file.endsWith('.h') || !table.has(room)) continue;
    for (const name of typesOf(text)) {
      const others = known.get(name) ?? [];
      for (const other of others) {
        if (programs.some((rooms) => rooms.has(room) && rooms.has(other.room)))
          yield `${name} is defined in ${other.file} and in ${file}, which one program may link`;
      }
      known.set(name, [...others, { room, file }]);
    }
  }
}

// The build links what the table allows, no more and no less.
function* buildFaults(table, room, file, text) {
  const list = /burnglass_room\(([^)]*)\)/.exec(text)?.[1].split(/\bROOMS\b/)[1] ?? '';
  const linked = list
    .split(/\b[A-Z_]{3,}\b/)[0]
    .split(/\s+/)
    .filter(Boolean)
    .sort()
    .join(' ');
  const allowed = [...table.get(room)].sort().join(' ');
  if (linked !== allowed) yield `${file} links "${linked}", the table says "${allowed}"`;
}

function* includeFaults(table, room, file, text, isTest) {
  for (const [, header] of text.matchAll(/^\s*#\s*include\s*[<"]([^>"]+)[>"]/gm)) {
    const other = header.split('/')[0];
    if (header.includes('/') && table.has(other)) {
      if (other !== room && !table.get(room).includes(other))
        yield `${file} includes ${header}: ${room} may not see ${other}`;
      continue;
    }
    if (isTest && header.startsWith('catch2/')) continue;
    const [, what, rooms] = foreignHeaders.find(([pattern]) => pattern.test(header)) ?? [];
    if (what && !rooms.includes(room))
      yield `${file} includes ${header}: ${what} is not for ${room}`;
  }
}
