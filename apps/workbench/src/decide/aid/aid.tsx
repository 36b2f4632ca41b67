import '../../shell/no-eval.ts';
import { decisionAid } from '@percuta/evidence';
import { useMemo } from 'react';
import { useChoice } from '../use-choice.ts';
import { After } from './after.tsx';
import { Ask, Costs, Matters } from './own.tsx';
import { Fit } from './fit.tsx';
import { Harm, Heat } from './harm.tsx';
import { Help } from './help.tsx';
import { How, OtherWays } from './ways.tsx';
import { Keep } from './keep.tsx';
import { Contents, Head } from './part.tsx';
import { queryOf, type Asked } from './question.ts';
import { Told } from './told.tsx';
import { Weeks } from './weeks.tsx';

/** Everything a person needs to decide, in one page from top to bottom. */
export const Aid = ({ site, problem }: Pick<Asked, 'site' | 'problem'>) => {
  const { choice } = useChoice();
  const { skin } = choice;
  const asked = useMemo((): Asked => ({ site, problem, skin }), [site, problem, skin]);
  const aid = useMemo(() => decisionAid(queryOf(asked)), [asked]);
  return (
    <article className="aid">
      <Head asked={asked} />
      <Contents />
      <How aid={aid} />
      <Help aid={aid} asked={asked} />
      <Harm aid={aid} />
      <Heat aid={aid} />
      <OtherWays aid={aid} />
      <Weeks aid={aid} />
      <Fit aid={aid} />
      <Told />
      <Matters aid={aid} />
      <Ask aid={aid} />
      <Costs aid={aid} />
      <After aid={aid} />
      <Keep aid={aid} asked={asked} />
    </article>
  );
};
