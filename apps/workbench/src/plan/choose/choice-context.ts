import { createContext } from 'react';
import type { PlanQuestion } from '../../compute/messages.ts';
import type { Choice } from '../case/case-store.ts';

interface Choosing {
  /** What the plan on the page was computed from. */
  readonly question: PlanQuestion;
  readonly choice: Choice | undefined;
  readonly choose: (choice: Choice) => void;
}

export const ChoiceContext = createContext<Choosing>({
  question: { document: undefined, sheets: [], draws: 0, seed: 0 },
  choice: undefined,
  choose: () => undefined,
});
