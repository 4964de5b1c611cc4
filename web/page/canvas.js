// The canvas: as large as its container in device pixels at any zoom, and alive after the browser
// took its context away.

export function startCanvas(canvas, viewer, drawing) {
  let size = [0, 0];

  function resize(width, height, deviceWidth, deviceHeight) {
    if (!deviceWidth || !deviceHeight) return;
    if (canvas.width !== deviceWidth) canvas.width = deviceWidth;
    if (canvas.height !== deviceHeight) canvas.height = deviceHeight;
    size = [width, height];
    viewer.resize(width, height, devicePixelRatio);
    drawing.now();
  }

  const observer = new ResizeObserver(([entry]) => {
    const { width, height } = entry.contentRect;
    const box = entry.devicePixelContentBoxSize?.[0];
    if (box) resize(width, height, box.inlineSize, box.blockSize);
    else resize(width, height, Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio));
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
        const [width, height] = size;
        resize(width, height, Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio));
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
