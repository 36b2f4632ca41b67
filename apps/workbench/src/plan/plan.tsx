import './plan.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isUseAccepted, rememberUse } from '../shell/use-accepted.ts';
import { addWords } from '../shell/words.ts';
import { Desk } from './desk.tsx';
import words from './words.en.json' with { type: 'json' };

addWords('plan', words);

/** Opens behind the statement of what it is for. */
export const PlanDoor = () => {
  const { t } = useTranslation('plan');
  const [isOpen, setOpen] = useState(isUseAccepted);
  if (isOpen) return <Desk />;
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
