// The colours that the person chose, before the page is first painted; the theme of the workbench keeps the choice under
// this key. A file of its own that the page waits for, since its policy allows no script within it.
try {
  const chosen = localStorage.getItem('mantine-color-scheme-value');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.mantineColorScheme = chosen;
} catch {
  // Where nothing may be stored, the colours are those of the system.
}
