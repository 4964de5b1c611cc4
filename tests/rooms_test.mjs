// Holds the map of src/README.md: which room may include which. The rules are in rooms/room_rules.mjs;
// here they are tried on the real tree, and on a small one with a fault planted for each rule.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { violations } from './rooms/room_rules.mjs';
import { check, finish, root } from './support/checks.mjs';

// Every text file below src and tests.
function realTree() {
  const files = new Map();
  for (const top of ['src', 'tests']) {
    for (const name of readdirSync(path.join(root, top), { recursive: true })) {
      if (!/\.(h|cc|js|md|txt)$/.test(name)) continue;
      files.set(`${top}/${name}`, readFileSync(path.join(root, top, name), 'utf8'));
    }
  }
  return files;
}

// Three rooms without a fault, and what is put over them.
const houseOfThree = (planted) =>
  new Map(
    Object.entries({
      'src/README.md':
        '| room | its sentence | may include |\n| --- | --- | --- |\n| base | b | |\n| ui | u | base |\n| host | h | ui base |\n',
      'src/base/CMakeLists.txt': 'burnglass_room(base\n  SOURCES hash.cc\n)\n',
      'src/base/hash.h': '#include <vector>\n',
      'src/ui/CMakeLists.txt':
        'burnglass_room(ui\n  SOURCES view.cc\n  ROOMS base\n  LIBRARIES third_party::imgui\n)\n',
      'src/ui/view.cc': '#include "ui/view.h"\n#include <imgui.h>\n#include "base/hash.h"\n',
      'src/host/CMakeLists.txt':
        'burnglass_room(host\n  OPTIMIZE size\n  SOURCES page.cc\n  ROOMS ui base\n)\n',
      'src/host/page.cc': '#include <GLFW/glfw3.h>\n#include "ui/view.h"\n',
      'tests/ui/view_test.cc': '#include <catch2/catch_test_macros.hpp>\n#include "ui/view.h"\n',
      ...planted,
    }),
  );

const plantedFaults = {
  'an include against the arrows': [
    { 'src/base/hash.h': '#include "ui/view.h"\n' },
    'src/base/hash.h includes ui/view.h: base may not see ui',
  ],
  'an include against the arrows in a test': [
    { 'tests/ui/view_test.cc': '  #  include "host/page.h"\n' },
    'tests/ui/view_test.cc includes host/page.h: ui may not see host',
  ],
  'Dear ImGui outside of ui and host': [
    { 'src/base/hash.h': '#include <imgui.h>\n' },
    'src/base/hash.h includes imgui.h: Dear ImGui is not for base',
  ],
  'GLFW outside of host': [
    { 'src/ui/view.cc': '#include <GLFW/glfw3.h>\n' },
    'src/ui/view.cc includes GLFW/glfw3.h: the window and the page is not for ui',
  ],
  'emscripten outside of host': [
    { 'src/ui/view.cc': '#include <emscripten.h>\n' },
    'src/ui/view.cc includes emscripten.h: the window and the page is not for ui',
  ],
  'a message read by a room that gets none': [
    { 'src/base/hash.h': '#include "engine.pb.h"\n' },
    'src/base/hash.h includes engine.pb.h: messages is not for base',
  ],
  'Catch2 in a room': [
    { 'src/base/hash.h': '#include <catch2/catch_test_macros.hpp>\n' },
    'src/base/hash.h includes catch2/catch_test_macros.hpp: Catch2 is not for base',
  ],
  'code that asks where it runs': [
    { 'src/ui/view.cc': '#ifdef __EMSCRIPTEN__\n' },
    'src/ui/view.cc asks where it runs; let the build pick the file',
  ],
  'a build file that links more than the table allows': [
    { 'src/ui/CMakeLists.txt': 'burnglass_room(ui SOURCES view.cc ROOMS base host LIBRARIES x)' },
    'src/ui/CMakeLists.txt links "base host", the table says "base"',
  ],
  'a folder that is not in the table': [
    { 'src/utils/misc.h': '' },
    'src/utils is not in the table of rooms',
  ],
  'a table that lets rooms include each other': [
    {
      'src/README.md':
        '| room | its sentence | may include |\n| --- | --- | --- |\n| base | b | |\n| ui | u | base host |\n| host | h | base ui |\n',
      'src/ui/CMakeLists.txt': 'burnglass_room(ui ROOMS base host)',
    },
    'the table lets ui and host include each other',
  ],
  'one name for two types': [
    {
      'src/base/hash.h': 'namespace burnglass {\nclass Writer {\n};\n}\n',
      'src/ui/view.h': 'namespace burnglass {\nstruct Writer : Other {\n};\n}\n',
    },
    'burnglass::Writer is defined in src/base/hash.h and in src/ui/view.h, which one program may link',
  ],
  'a map without its table': [
    { 'src/README.md': '# The map\n' },
    'src/README.md has no table of rooms',
  ],
};

await check('the rooms keep to the table of src/README.md', () => violations(realTree()));
await check('a house without a fault has none', () => violations(houseOfThree({})));
for (const [name, [planted, complaint]] of Object.entries(plantedFaults)) {
  await check(`finds ${name}`, () => {
    const found = violations(houseOfThree(planted));
    assert.ok(found.includes(complaint), `said ${JSON.stringify(found)}, not "${complaint}"`);
  });
}
finish();
