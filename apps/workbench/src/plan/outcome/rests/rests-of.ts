import {
  courseRows,
  sentenceCase,
  type CourseInSkin,
  type Findings,
  type Margin,
  type RouteRiskSection,
  type ShortlistEntry,
  valueText,
} from '@percuta/engine';
import type { Rest } from './rests.tsx';

const limitRest = ({ title, direction, bound, unit, sources, read, reason }: Margin): Rest => ({
  label: sentenceCase(title),
  value: `${direction} ${valueText(bound, unit)}`,
  sources,
  read,
  ...(reason === undefined ? {} : { note: reason }),
});

/** The bound of every limit held against a course. */
export const limitRests = ({ margins }: CourseInSkin): Rest[] => margins.map(limitRest);

/** Facts of the device of a course that come from somewhere. */
const deviceRests = ({ devices }: Findings, device: string): readonly Rest[] =>
  devices
    .filter(({ name }) => name === device)
    .flatMap(({ facts }) => facts.filter(({ sources, read }) => sources.length > 0 || read !== undefined));

/** Skin that nobody measured, and what the sheet of the device leaves open. */
export const sectionRests = (findings: Findings): readonly Rest[] => [
  {
    label: findings.skin.map(({ label, value }) => `${label} ${value}`).join('; '),
    sources: [],
    note: findings.skinBasis,
  },
  ...findings.estimates,
];

/** A course: where its sessions come from, its binding limit, its device. */
export const courseRests = (
  entry: ShortlistEntry,
  findings: Findings,
  drawn: CourseInSkin | undefined,
): readonly Rest[] => [
  {
    label: entry.cells.sessions,
    sources: entry.evidenceSources,
    note: `${courseRows.evidence}: ${entry.cells.evidence}`,
  },
  ...(drawn === undefined ? [] : [limitRest(drawn.binding)]),
  ...deviceRests(findings, entry.device),
];

/** Counts of harms, reports without a rate and what is on record of the time afterwards. */
export const harmRests = ({ harms, signals, afterwards }: RouteRiskSection): readonly Rest[] => [
  ...harms.flatMap(({ harm, here, elsewhere }) =>
    [...here, ...elsewhere].map(({ text, who, ...origin }) => ({
      ...origin,
      label: harm,
      value: `${text} (${who})`,
    })),
  ),
  ...signals,
  ...afterwards,
];
