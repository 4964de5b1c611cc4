// Counts the requests that the page makes after it said it was ready; the status line shows it.
let count = 0;

export const requests = () => count;

export function watchRequests(onChange) {
  const since = performance.now();
  new PerformanceObserver((list) => {
    const sent = list
      .getEntries()
      .filter((entry) => entry.startTime >= since && !/^(blob|data):/.test(entry.name));
    if (!sent.length) return;
    count += sent.length;
    onChange();
  }).observe({ type: 'resource' });
}
