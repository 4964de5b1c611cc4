// What the system asks for (theme, contrast, motion, touch), told to the viewer now and when it
// changes. A host that embeds the page may ask for a theme: #theme=dark.

const QUERIES = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(prefers-reduced-motion: reduce)', '(pointer: coarse)'];

export function startPreferences(viewer, drawing, theme) {
  const lists = QUERIES.map((query) => matchMedia(query));
  const tell = () => {
    const [dark, contrast, still, coarse] = lists.map((list) => list.matches);
    viewer.preferences(theme ? theme === 'dark' : dark, contrast, still, coarse);
    drawing.want();
  };
  lists.forEach((list) => list.addEventListener('change', tell));
  tell();
}
