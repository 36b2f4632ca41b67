import '../shell/no-eval.ts';
import './lab.css';
import { useTranslation } from 'react-i18next';
import { Gate } from '../shell/gate.tsx';
import { addWords } from '../shell/words.ts';
import blockWords from '../block/words.en.json' with { type: 'json' };
import { LabDesk } from './lab-desk.tsx';
import words from './words.en.json' with { type: 'json' };

addWords('block', blockWords);
addWords('lab', words);

/** Opens behind the statement of what it is for. */
export const LabDoor = () => {
  const { t } = useTranslation('lab');
  return <Gate words={t}>{() => <LabDesk />}</Gate>;
};
