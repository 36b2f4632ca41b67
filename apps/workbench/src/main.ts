import './mantine-styles.ts';
import './shell/fonts.css';
import './shell/shell.css';

/** ms; a page in the background is not painted. */
const longest = 100;

/** The head that stands in the page is seen before the scripts, which wait here already, take the processor. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, longest);
    requestAnimationFrame(() => setTimeout(resolve));
  });

await painted();
await import('./start.tsx');
