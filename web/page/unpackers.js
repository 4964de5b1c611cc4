// Workers that only read and unpack a large file, for the one that runs the engine (web/worker/unpacker.js): one for each
// profile that is being read, until it is.

// `url` of the worker's script, `module` of the engine; `told(profile, port)` gets where the content comes from, or null: there
// is no such worker, or none any more.
export function createUnpackers(url, module, told) {
  const workers = new Map();

  function end(profile) {
    workers.get(profile)?.terminate();
    workers.delete(profile);
  }

  return {
    start(profile, blob) {
      end(profile);
      const worker = new Worker(url);
      workers.set(profile, worker);
      worker.onerror = (event) => {
        event.preventDefault();
        if (workers.get(profile) !== worker) return;
        end(profile);
        told(profile, null);
      };
      const { port1, port2 } = new MessageChannel();
      worker.postMessage({ type: 'unpack', module, blob, port: port1 }, [port1]);
      told(profile, port2);
    },
    end,
    endAll: () => [...workers.keys()].forEach(end),
  };
}
