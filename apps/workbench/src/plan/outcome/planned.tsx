import type { Report, SkinSummary } from '@percuta/engine';
import type { ReactNode } from 'react';
import type { Lettered, PlanQuestion, ReasonsAnswer, WeighedAnswer } from '../../compute/messages.ts';
import type { Asked } from '../../compute/use-answer.ts';
import { Choose } from '../choose/choose.tsx';
import { Calendar } from './calendar.tsx';
import { Compared } from './compared.tsx';
import { CourseBar } from './course-bar.tsx';
import { CourseOnPage } from './course-on-page.tsx';
import { Courses } from './courses.tsx';
import { Notices } from './reasons.tsx';
import { Why } from './why.tsx';

const none: readonly number[] = [];

interface PlannedProps {
  readonly findings: Exclude<Report, { readonly status: 'refused' }>;
  readonly shown: readonly Lettered[];
  /** The one on the page. */
  readonly course: Lettered;
  readonly skin: SkinSummary;
  readonly weighed: WeighedAnswer | undefined;
  readonly explained: ReasonsAnswer | undefined;
  readonly asked: Asked<{ readonly kind: 'explain' } & PlanQuestion>;
  readonly tradeOff: ReactNode;
  readonly choose: (index: number) => void;
}

/** A case with courses: one of them in its skin, beside the others, over time, with its reasons, and to be chosen. */
export const Planned = ({
  findings,
  shown,
  course,
  skin,
  weighed,
  explained,
  asked,
  tradeOff,
  choose,
}: PlannedProps) => {
  const { letter } = course;
  const entry = findings.shortlist.find((each) => each.letter === letter);
  return (
    <>
      {entry !== undefined && <CourseBar entry={entry} hasOthers={shown.length > 1} />}
      <CourseOnPage
        course={course}
        skin={skin}
        findings={findings}
        tradeOff={tradeOff}
        courses={
          <>
            <Courses findings={findings} shown={shown} weighed={weighed} chosen={letter} choose={choose} />
            <Calendar
              course={course}
              judged={explained?.judged[letter] ?? none}
              redness={weighed?.marks.find(({ label }) => label === letter)?.days?.central}
            />
          </>
        }
        notices={<Notices report={findings} />}
      />
      <Why asked={asked} letter={letter} />
      <Compared entries={findings.shortlist} />
      <Choose shown={shown} course={course} show={choose} />
    </>
  );
};
