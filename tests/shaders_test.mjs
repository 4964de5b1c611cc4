// Every shader is GLSL ES 3.00 that the reference validator takes.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { check, finish, root } from './support/checks.mjs';

const folder = path.join(root, 'shaders');
const shaders = (existsSync(folder) ? readdirSync(folder) : []).filter((file) =>
  /\.(vert|frag)$/.test(file),
);

await check('there are shaders', () => (shaders.length > 0 ? [] : [`none in ${folder}`]));
for (const shader of shaders) {
  await check(`shaders/${shader} is valid GLSL ES 3.00`, () => {
    const file = path.join(folder, shader);
    if (!readFileSync(file, 'utf8').startsWith('#version 300 es\n'))
      return ['its first line is not "#version 300 es"'];
    const result = spawnSync('glslangValidator', [file], { encoding: 'utf8' });
    if (result.error) return [`glslangValidator: ${result.error.message}`];
    return result.status === 0 ? [] : [result.stdout.trim()];
  });
}
finish();
