// The canvas: as large as its container in device pixels at any zoom, and alive after the browser
// took its context away.

// The device pixels of a length. The browser's own count is exact at a fractional ratio, but where a
// ratio is emulated (developer tools, tests) it counts the pixels of the real screen.
function devicePixels(css, counted) {
  const product = css * devicePixelRatio;
  return counted && Math.abs(counted - product) <= 1 ? counted : Math.round(product);
}

export function startCanvas(canvas, viewer, drawing) {
  let content = { width: 0, height: 0, box: null };

  function resize() {
    const width = devicePixels(content.width, content.box?.inlineSize);
    const height = devicePixels(content.height, content.box?.blockSize);
    if (!width || !height) return;
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    // Lengths that are whole device pixels again when the viewer multiplies them.
    viewer.resize(width / devicePixelRatio, height / devicePixelRatio, devicePixelRatio);
    drawing.now();
  }

  const observer = new ResizeObserver(([entry]) => {
    const { width, height } = entry.contentRect;
    content = { width, height, box: entry.devicePixelContentBoxSize?.[0] };
    resize();
  });
  try {
    observer.observe(canvas, { box: 'device-pixel-content-box' });
  } catch {
    observer.observe(canvas); // Safari knows only the content box
  }

  // A move to another screen or another zoom changes the ratio; the query matches one ratio only.
  function watchRatio() {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        resize();
        watchRatio();
      },
      { once: true },
    );
  }
  watchRatio();

  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault(); // otherwise it never comes back
    viewer.context(true);
  });
  canvas.addEventListener('webglcontextrestored', () => {
    viewer.context(false);
    drawing.want();
  });
}
