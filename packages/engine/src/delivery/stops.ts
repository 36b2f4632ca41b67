import type { Case } from '../case/case.ts';
import type { Delivered } from './delivered.ts';
import type { Stop } from './recomputed.ts';

type Reaction = Delivered['sessions'][number]['reactions'][number];

/** After these nothing goes on before somebody has judged them, however mild. */
const stopping: ReadonlySet<Reaction['reaction']> = new Set([
  'dark marks',
  'light marks',
  'infection',
  'herpes',
  'burn',
  'raised scar',
  'allergy',
  'loss of fat',
  'numbness',
]);

const stops = ({ reaction, severity, lasted, cleared_by }: Reaction): boolean =>
  cleared_by === undefined && (stopping.has(reaction) || severity === 'severe' || lasted === undefined);

const ofReactions = ({ sessions }: Delivered): Stop[] =>
  sessions.flatMap(({ reactions }, i) =>
    reactions.filter(stops).map(({ reaction, severity, lasted }) => ({
      because: `session ${i + 1} was followed by ${reaction} (${severity}${lasted === undefined ? ', which lasts' : ''})`,
      wouldChange:
        'the judgement of a clinician that treatment may go on, under "cleared_by" of that reaction',
    })),
  );

/** Sessions after which a result is asked for before more are planned; the stop rule of the courses on record. */
const block = 3;

const withoutChange = ({ sessions, outcomes }: Delivered): Stop[] => {
  const last = outcomes.at(-1);
  if (sessions.length < block || last === undefined) return [];
  if (last.level !== 'no-change' && last.level !== 'worse') return [];
  return [
    {
      because: `${last.level === 'worse' ? 'it is worse' : 'there is no change'} after ${sessions.length} sessions, by the ${last.by}`,
      wouldChange: 'another indication, another modality, or a later look: collagen goes on for months',
    },
  ];
};

const ofWishes = ({ sessions }: Delivered, { preferences }: Case): Stop[] => {
  const { most_sessions = Infinity, budget_visits = Infinity } = preferences ?? {};
  const most = Math.min(most_sessions, budget_visits);
  if (sessions.length < most) return [];
  return [
    {
      because: `${sessions.length} sessions are done, and the person wishes or can pay for ${most}`,
      wouldChange: 'another wish',
    },
  ];
};

/** What stands against a further session. */
export const stopsOf = (delivered: Delivered, given: Case): Stop[] => [
  ...ofReactions(delivered),
  ...withoutChange(delivered),
  ...ofWishes(delivered, given),
];
