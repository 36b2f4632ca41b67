import './lab.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isUseAccepted, rememberUse } from '../shell/use-accepted.ts';
import { addWords } from '../shell/words.ts';
import blockWords from '../block/words.en.json' with { type: 'json' };
import { LabDesk } from './lab-desk.tsx';
import words from './words.en.json' with { type: 'json' };

addWords('block', blockWords);
addWords('lab', words);

/** Opens behind the statement of what it is for. */
export const LabDoor = () => {
  const { t } = useTranslation('lab');
  const [isOpen, setOpen] = useState(isUseAccepted);
  if (isOpen) return <LabDesk />;
  return (
    <section className="panel gate">
      <h1>{t('gate.title')}</h1>
      <p>{t('gate.text')}</p>
      <Button
        onClick={() => {
          rememberUse();
          setOpen(true);
        }}
      >
        {t('gate.go')}
      </Button>
    </section>
  );
};
