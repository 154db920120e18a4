// Before anything is drawn: the theme of the last time, so that a dark room stays dark. What may be drawn differently than the
// settings say is corrected by renderer/app/appearance.ts, which also writes what is read here.
try {
  const kept = JSON.parse(localStorage.getItem('toasoan-look') ?? '{}');
  const theme = typeof kept.until === 'number' && Date.now() >= kept.until ? kept.then : kept.theme;
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Not kept, or not readable: the machine's theme.
}
