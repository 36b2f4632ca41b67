import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startWords } from './shell/words.ts';
import { Workbench } from './shell/workbench.tsx';

const start = async (): Promise<void> => {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no element "root"');
  await startWords();
  createRoot(root).render(
    <StrictMode>
      <Workbench />
    </StrictMode>,
  );
};

await start();
