import type { Heating } from '../../heat/heating.ts';
import type { HeatProblem } from '../../heat/problem/heat-problem.ts';
import { readHeatProblem } from '../../heat/problem/read-heat-problem.ts';
import { solveHeat } from '../../heat/solve-heat.ts';
import type { Watch } from '../../heat/watch.ts';
import { foundValue, inUnitOf, targetText } from './found-value.ts';
import { amount, boundsOf, unitOf } from './verification-file.ts';
import type { VerificationCheck, VerificationFile } from './verification-file.ts';

/** One compared result. */
export interface HeatCheck {
  readonly quantity: string;
  readonly passed: boolean;
  /** In `unit`. */
  readonly value: number;
  /** As the file states it. */
  readonly expected: string;
  readonly within: string;
  readonly unit: string;
  /** How much of the tolerance is used; above 1 is a miss. */
  readonly used: number;
}

/** A problem with a known solution, solved and compared. */
export interface HeatVerdict {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly checks: readonly HeatCheck[];
  /** The same through the kernels of production, in single precision wherever time passes. */
  readonly production: readonly HeatCheck[];
  /** Cells along x, y, z and accepted steps. */
  readonly cells: readonly [number, number, number];
  readonly steps: number;
}

type Entry = VerificationFile['problems'][number];

const checked = (check: VerificationCheck, found: number, least = 0): HeatCheck => {
  const { expected, tolerance: asked } = boundsOf(check);
  const tolerance = Math.max(asked, least * Math.abs(expected));
  const used = Math.abs(found - expected) / tolerance;
  return {
    quantity: targetText(check.of),
    passed: used <= 1,
    value: inUnitOf(check.expected, found),
    expected: check.expected,
    within: tolerance > asked ? `${100 * least} %` : check.within,
    unit: unitOf(check.expected),
    used: Number(used.toPrecision(3)),
  };
};

const balanceCheck = (quantity: string, error: number, within: string): HeatCheck => {
  const used = error / amount(within);
  return {
    quantity,
    passed: used <= 1,
    value: Number((100 * error).toPrecision(3)),
    expected: '0 %',
    within,
    unit: '%',
    used: Number(used.toPrecision(3)),
  };
};

/** Does a side bring heat of its own accord? */
const isFedThroughSides = ({ domain }: HeatProblem): boolean =>
  Object.values(domain?.sides ?? {}).some(
    ({ thermal }) => thermal.kind !== 'insulated' && thermal.kind !== 'open',
  );

/** What is missing in the account of energy, over what was put in; undefined where nothing was. */
const imbalances = (
  problem: HeatProblem,
  { balances: { electric, joule, stored, sources, exchanged } }: Heating,
): Readonly<Record<'energy' | 'enthalpy', number | undefined>> => {
  const isFed = problem.end.kind !== 'steady' && isFedThroughSides(problem);
  const put = Math.abs(joule) + Math.abs(sources) + (isFed ? Math.abs(exchanged) : 0);
  const kept = problem.end.kind === 'steady' ? 0 : stored;
  return {
    energy: electric === 0 ? undefined : Math.abs(joule / electric - 1),
    enthalpy: put === 0 ? undefined : Math.abs(joule + sources + exchanged - kept) / put,
  };
};

// What the balances are stated for: potentials solved anew in each step, to this residual.
const strict = { potential: 1e-9, conductivity: 0 };

const balanceChecks = (
  everywhere: VerificationFile['everywhere'],
  problem: HeatProblem,
  heating: Heating,
): HeatCheck[] => {
  const found = imbalances(problem, heating);
  return everywhere.flatMap(({ balance, within }) => {
    const error = found[balance];
    return error === undefined ? [] : [balanceCheck(`balance of ${balance}`, error, within)];
  });
};

// What production is held to: half a per cent where a file asks for less, and the energy of currents.
const productionShare = 0.005;
const productionBalance = '0.01 %';

/** A share of a temperature on a scale with a zero of its own says nothing; damage of a history knows no kernels. */
const leastOf = ({ expected, of }: VerificationCheck): number =>
  expected.trim().endsWith('°C') || 'history' in of ? 0 : productionShare;

const passesTime = ({ domain, end }: HeatProblem): boolean =>
  domain !== undefined && end.kind !== 'steady' && end.kind !== 'potential';

/** Through the kernels of production. They keep no account of what blood and sides bring within a step. */
const productionChecks = ({ checks }: Entry, problem: HeatProblem, watch: Watch): HeatCheck[] => {
  const heating = solveHeat(problem, watch, passesTime(problem) ? { build: 'f32' } : {});
  const { energy } = imbalances(problem, heating);
  return [
    ...checks.map((check) =>
      checked(check, foundValue(heating, check.of, problem.initial.temperature), leastOf(check)),
    ),
    ...(energy === undefined ? [] : [balanceCheck('balance of energy', energy, productionBalance)]),
  ];
};

/** Solves the document of a verification problem and holds it against what the file expects. */
export const verifyHeatProblem = (
  entry: Entry,
  everywhere: VerificationFile['everywhere'],
  document: unknown,
  watch: Watch = {},
): HeatVerdict => {
  const { id, title, source, checks } = entry;
  const problem = readHeatProblem(document);
  const heating = solveHeat(problem, watch, { build: 'f64', byLaws: true, tolerances: strict });
  const { cells, steps } = heating.effort;
  return {
    id,
    title,
    source,
    checks: [
      ...checks.map((check) => checked(check, foundValue(heating, check.of, problem.initial.temperature))),
      ...balanceChecks(everywhere, problem, heating),
    ],
    production: productionChecks(entry, problem, watch),
    cells,
    steps,
  };
};
