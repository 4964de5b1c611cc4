// What a person is told when something cannot be opened.
import assert from 'node:assert/strict';

// One calm sentence about this file: no stack, no code, no shouting.
export function assertCalm(message, name) {
  assert.ok(message.includes(name), `names ${name}: ${message}`);
  assert.match(message, /[.)]$/, `a sentence: ${message}`);
  assert.ok(message.length < 400, `short: ${message}`);
  assert.doesNotMatch(
    message,
    /\n|undefined|\bnull\b|Error:|!|0x[0-9a-f]{5}|exception|abort|unreachable/i,
  );
}
