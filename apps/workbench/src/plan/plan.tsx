import '../shell/no-eval.ts';
import './plan.css';
import { useTranslation } from 'react-i18next';
import { Gate } from '../shell/gate.tsx';
import { addWords } from '../shell/words.ts';
import { Desk } from './desk.tsx';
import words from './words.en.json' with { type: 'json' };

addWords('plan', words);

/** Opens behind the statement of what it is for. */
export const PlanDoor = () => {
  const { t } = useTranslation('plan');
  return <Gate words={t}>{() => <Desk />}</Gate>;
};
