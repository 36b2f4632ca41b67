import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { keepHeadFocus } from './shell/focus/head-focus.ts';
import { router } from './shell/router.tsx';
import { turn } from './shell/turns/in-turns.ts';
import { startWords } from './shell/words.ts';
import { Workbench } from './shell/workbench.tsx';

const start = async (): Promise<void> => {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no element "root"');
  // Scripts have just been read, in a task of their own.
  await turn();
  await startWords();
  // The head in the page stands until the door is there: without it the first drawing would be empty.
  await router.load();
  keepHeadFocus(root);
  // As a transition, the first drawing is made in short tasks.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <Workbench />
      </StrictMode>,
    ),
  );
};

await start();
