import './decide.css';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { addWords } from '../shell/words.ts';
import { linkVersion } from './choice.ts';
import { Pick } from './pick/pick.tsx';
import { useChoice } from './use-choice.ts';
import words from './words.en.json' with { type: 'json' };

addWords('decide', words);

const Aid = lazy(async () => {
  const [aid, { readEvidence }] = await Promise.all([
    import('./aid/aid.tsx'),
    import('../shell/turns/read-evidence.ts'),
  ]);
  await readEvidence();
  return { default: aid.Aid };
});

const LaterLink = () => {
  const { t } = useTranslation('decide');
  return (
    <p className="notice" role="note">
      {t('later')}
    </p>
  );
};

/** For someone who considers treatment: first what and where, then all there is to know. Never a device setting. */
export const Decide = () => {
  const { choice } = useChoice();
  const { site, problem, v = linkVersion } = choice;
  return (
    <div className="decide">
      {v > linkVersion && <LaterLink />}
      {site !== undefined && problem !== undefined ? <Aid site={site} problem={problem} /> : <Pick />}
    </div>
  );
};
