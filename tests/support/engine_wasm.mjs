// engine.wasm under Node: its exports over a heap, and just enough of the message layer to ask and to
// read answers (src/message/message.h, proto/engine.proto).
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { root } from './checks.mjs';
import { numberReader, varint } from './wire.mjs';

// The glue is made for a worker and looks for one.
export async function startEngine(folder = path.join(root, 'build/web-obj')) {
  globalThis.self ??= { location: { href: 'blob:node' } };
  const glue = readFileSync(path.join(folder, 'engine.js'), 'utf8');
  const createEngine = vm.runInThisContext(`${glue};createEngine`);
  const module = new WebAssembly.Module(readFileSync(path.join(folder, 'engine.wasm')));
  const wasm = await createEngine({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(module, imports).then((instance) => done(instance, module));
      return {};
    },
  });
  return new EngineDriver(wasm);
}

const utf8 = new TextEncoder();

class EngineDriver {
  constructor(wasm) {
    this.wasm = wasm;
  }

  put(bytes) {
    const pointer = this.wasm._engine_buffer(bytes.length);
    this.wasm.HEAPU8.set(bytes, pointer);
    return pointer;
  }

  open(profile, name, size) {
    const bytes = utf8.encode(name);
    this.wasm._engine_open(profile, this.put(bytes), bytes.length, size);
  }

  feed(profile, bytes) {
    this.put(bytes);
    return this.wasm._engine_feed(profile, bytes.length);
  }

  // A whole file in pieces, then all of the work.
  load(profile, name, file, piece = 1 << 16) {
    this.open(profile, name, file.length);
    for (let at = 0; at < file.length; at += piece) {
      if (!this.feed(profile, file.subarray(at, at + piece))) return;
    }
    this.wasm._engine_end(profile);
    this.work();
  }

  work() {
    while (this.wasm._engine_step(20));
  }

  ask(question) {
    this.post(question);
    this.work();
  }

  post(question) {
    const header = encodeFields(question);
    const message = new Uint8Array(Math.ceil((4 + header.length) / 8) * 8);
    new DataView(message.buffer).setUint32(0, header.length, true);
    message.set(header, 4);
    this.put(message);
    this.wasm._engine_post(message.length);
  }

  // All outgoing messages, read.
  take() {
    const messages = [];
    while (this.wasm._engine_take()) {
      const at = this.wasm._engine_message();
      messages.push(readMessage(this.wasm.HEAPU8.slice(at, at + this.wasm._engine_message_size())));
    }
    return messages;
  }

  json(profile, kind, query = '', options = '') {
    const texts = [kind, query, options].map((text) => utf8.encode(text));
    let at = this.put(Buffer.concat([...texts, new Uint8Array(1)]));
    const places = texts.flatMap((text) => {
      const place = [at, text.length];
      at += text.length;
      return place;
    });
    return JSON.parse(this.text(this.wasm._engine_json(profile, ...places)));
  }

  text(pointer) {
    const end = this.wasm.HEAPU8.indexOf(0, pointer);
    return new TextDecoder('utf-8', { fatal: true }).decode(this.wasm.HEAPU8.slice(pointer, end));
  }
}

// An object {field number: number, text, another such object, or a list of these} as protobuf.
function encodeFields(fields) {
  const encode = ([number, value]) => {
    if (Array.isArray(value)) return value.flatMap((one) => encode([number, one]));
    if (typeof value === 'number') return [...varint(number * 8), ...varint(value)];
    const content = typeof value === 'string' ? utf8.encode(value) : encodeFields(value);
    return [...varint(number * 8 + 2), ...varint(content.length), ...content];
  };
  return Uint8Array.from(Object.entries(fields).flatMap(encode));
}

// Protobuf as {field number: [values]}; numbers are BigInts, the rest is bytes.
export function readFields(bytes) {
  const fields = {};
  const reader = numberReader(bytes);
  while (reader.at < bytes.length) {
    const tag = Number(reader.next());
    let value = reader.next();
    if (tag % 8 === 2) {
      reader.at += Number(value);
      value = bytes.subarray(reader.at - Number(value), reader.at);
    }
    (fields[tag >> 3] ??= []).push(value);
  }
  return fields;
}

const views = [Uint8Array, Uint32Array, BigInt64Array];

// {fields, columns: {name: typed array}} of a message; every column lies 8-aligned in its block.
function readMessage(block) {
  const headerSize = new DataView(block.buffer).getUint32(0, true);
  const fields = readFields(block.subarray(4, 4 + headerSize));
  const start = Math.ceil((4 + headerSize) / 8) * 8;
  const columns = {};
  for (const column of (fields[4] ?? []).map(readFields)) {
    const [type, offset, count] = [2, 3, 4].map((field) => Number(column[field]?.[0] ?? 0));
    columns[new TextDecoder().decode(column[1][0])] = new views[type](
      block.buffer,
      start + offset,
      count,
    );
  }
  return { fields, columns };
}
