// The canvas: as large as its container in device pixels at any zoom, and alive after the browser
// took its context away.

// The device pixels of a length. The browser's own count is exact at a fractional ratio, but where a
// ratio is emulated (developer tools, tests) it counts the pixels of the real screen.
function devicePixels(css, counted) {
  const product = css * devicePixelRatio;
  return counted && Math.abs(counted - product) <= 1 ? counted : Math.round(product);
}

// What every browser draws.
const MOST_PIXELS = 8192;

// A context usually comes back within a moment; what lasts longer is told.
const LOST_MS = 4000;

// `lost(yes)` is told when the browser keeps the context, and when it gives it back. Returns what makes a
// picture of the canvas.
export function startCanvas(canvas, viewer, drawing, lost) {
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

  // The canvas as it stands, with `scale` px for each of the page, as PNG.
  async function picture(scale) {
    const most = Math.max(content.width, content.height) * scale;
    const dpr = most > MOST_PIXELS ? (scale * MOST_PIXELS) / most : scale;
    const { width, height } = canvas;
    try {
      canvas.width = Math.round(content.width * dpr);
      canvas.height = Math.round(content.height * dpr);
      viewer.resize(canvas.width / dpr, canvas.height / dpr, dpr);
      // A new density changes sizes of words, which a second frame has in place.
      for (let frame = 0; frame < 3; frame++) drawing.now();
      // Read in the same turn as it was drawn, before the browser takes the picture away.
      return await new Promise((resolve, reject) =>
        canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser made no picture.')))),
      );
    } finally {
      Object.assign(canvas, { width, height });
      resize();
    }
  }

  let waiting = 0;
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault(); // otherwise it never comes back
    viewer.context(true);
    waiting = setTimeout(() => lost(true), LOST_MS);
  });
  canvas.addEventListener('webglcontextrestored', () => {
    clearTimeout(waiting);
    lost(false);
    viewer.context(false);
    drawing.want();
  });
  return picture;
}
