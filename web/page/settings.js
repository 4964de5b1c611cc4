// Settings (theme, contrast, text size, motion) are all that is ever stored, under one key. Where
// storage is denied they last for the visit.
const KEY = 'burnglass';

export function readSettings() {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

export function saveSettings(text) {
  try {
    if (text) localStorage.setItem(KEY, text);
    else localStorage.removeItem(KEY);
  } catch {
    // denied: they stay in the viewer
  }
}
