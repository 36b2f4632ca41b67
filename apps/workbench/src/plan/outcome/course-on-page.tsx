import type { Findings, SkinSummary } from '@percuta/engine';
import { useContext, type ReactNode } from 'react';
import type { Lettered } from '../../compute/messages.ts';
import { ChoiceContext } from '../choose/choice-context.ts';
import { useDepth } from './depth/use-depth.ts';
import { Limits, Section } from './pictures.tsx';

interface CourseOnPageProps {
  readonly course: Lettered;
  readonly skin: SkinSummary;
  readonly findings: Findings;
  /** Beside the section. */
  readonly tradeOff: ReactNode;
  /** Across the page below both. */
  readonly courses: ReactNode;
  /** Beside the limits. */
  readonly notices: ReactNode;
}

/** The course in its skin with the others round it. What follows a depth that is tried is drawn again, the rest stays. */
export const CourseOnPage = ({ course, skin, findings, tradeOff, courses, notices }: CourseOnPageProps) => {
  const { question } = useContext(ChoiceContext);
  const tried = useDepth(question, course);
  return (
    <>
      <div className="pictures">
        <Section course={course} tried={tried} skin={skin} findings={findings} />
        {tradeOff}
      </div>
      {courses}
      <div className="pictures">
        <Limits drawn={tried.drawn} />
        {notices}
      </div>
    </>
  );
};
