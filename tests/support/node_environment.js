// Emscripten gives a program an environment of its own; the tests want Node's BURNGLASS_… variables.
Module.preRun = [].concat(Module.preRun || [], () => {
  for (const [name, value] of Object.entries(process.env)) {
    if (name.startsWith('BURNGLASS_')) ENV[name] = value;
  }
});
