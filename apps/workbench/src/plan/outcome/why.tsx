import { useTranslation } from 'react-i18next';
import type { PlanQuestion, ReasonsAnswer } from '../../compute/messages.ts';
import type { Asked } from '../../compute/use-answer.ts';
import { AskedState } from './asked-state.tsx';

interface WhyProps {
  readonly asked: Asked<{ readonly kind: 'explain' } & PlanQuestion>;
  /** Letter of the course on the page, if there is one. */
  readonly letter: string | undefined;
}

/** What comes before the first colon of a line is what it is about. */
const Line = ({ line }: { readonly line: string }) => {
  const at = line.indexOf(':');
  const isHeaded = at > 0 && at < 60;
  return (
    <li data-content>
      {isHeaded && <strong>{line.slice(0, at + 1)}</strong>}
      {isHeaded ? line.slice(at + 1) : line}
    </li>
  );
};

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul className="why-lines">
    {lines.map((line) => (
      <Line key={line} line={line} />
    ))}
  </ul>
);

const courseIn = ({ courses }: ReasonsAnswer, letter: string | undefined) =>
  courses.find(({ head }) => letter !== undefined && head.startsWith(`${letter}:`));

/** Why the course on the page is as it is: limits, what matters most, what a measurement would say, how robust it is. */
export const Why = ({ asked, letter }: WhyProps) => {
  const { t } = useTranslation('plan');
  const { answer, isRunning, isCurrent } = asked;
  const course = answer === undefined ? undefined : courseIn(answer, letter);
  return (
    <section className={answer !== undefined && !isCurrent ? 'panel stale' : 'panel'}>
      <h2>{letter === undefined ? t('why.noCourse') : t('why.title', { letter })}</h2>
      <AskedState asked={asked} />
      {answer === undefined && isRunning && <p>{t('why.coming')}</p>}
      {course !== undefined && (
        <>
          <p className="small" data-content>
            {course.head}
          </p>
          <Lines lines={course.lines} />
        </>
      )}
      {answer !== undefined && answer.healing.length > 0 && (
        <>
          <h3>{t('why.healing')}</h3>
          <Lines lines={answer.healing} />
        </>
      )}
      {answer !== undefined && answer.refusals.length > 0 && (
        <>
          <h3>{t('why.changes')}</h3>
          {answer.refusals.map(({ head, lines }) => (
            <details key={head} open={letter === undefined}>
              <summary data-content>{head}</summary>
              <Lines lines={lines} />
            </details>
          ))}
        </>
      )}
    </section>
  );
};
