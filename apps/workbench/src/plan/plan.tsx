import './plan.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addWords } from '../shell/words.ts';
import { Desk } from './desk.tsx';
import words from './words.en.json' with { type: 'json' };

addWords('plan', words);

const key = 'percuta-context-of-use';

const wasAccepted = (): boolean => {
  try {
    return localStorage.getItem(key) === 'accepted';
  } catch {
    return false;
  }
};

const remember = (): void => {
  try {
    localStorage.setItem(key, 'accepted');
  } catch {
    // Where nothing may be stored, the statement is shown again next time.
  }
};

/** Opens behind the statement of what it is for. */
export const PlanDoor = () => {
  const { t } = useTranslation('plan');
  const [isOpen, setOpen] = useState(wasAccepted);
  if (isOpen) return <Desk />;
  return (
    <section className="panel gate">
      <h1>{t('gate.title')}</h1>
      <p>{t('gate.text')}</p>
      <Button
        onClick={() => {
          remember();
          setOpen(true);
        }}
      >
        {t('gate.go')}
      </Button>
    </section>
  );
};
