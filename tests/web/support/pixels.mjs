// Pictures compared: as a number of pixels that a person would see differ.
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const THRESHOLD = 0.1;

// `difference`, when given, is a PNG to be filled with the picture of what differs.
export function differingPixels(one, other, difference) {
  const [a, b] = [one, other].map((bytes) => PNG.sync.read(bytes));
  if (a.width !== b.width || a.height !== b.height) return Infinity;
  return pixelmatch(a.data, b.data, difference?.data, a.width, a.height, { threshold: THRESHOLD });
}

export function differencePicture(one, other) {
  const { width, height } = PNG.sync.read(one);
  const difference = new PNG({ width, height });
  differingPixels(one, other, difference);
  return PNG.sync.write(difference);
}

// How many pixels within `rect` (CSS px, `dpr` device pixels each) have a colour near `[r, g, b]`.
export function countColour(picture, [r, g, b], rect, dpr = 1, within = 24) {
  const { data, width } = PNG.sync.read(picture);
  let count = 0;
  const bottom = Math.ceil((rect.y + rect.h) * dpr);
  const right = Math.ceil((rect.x + rect.w) * dpr);
  for (let y = Math.floor(rect.y * dpr); y < bottom; y++) {
    for (let x = Math.floor(rect.x * dpr); x < right; x++) {
      const at = 4 * (y * width + x);
      const far = Math.max(
        Math.abs(data[at] - r),
        Math.abs(data[at + 1] - g),
        Math.abs(data[at + 2] - b),
      );
      if (far <= within) count++;
    }
  }
  return count;
}
