// Made by tools/heal/generate-reactions.ts from the lists of species and terms; do not edit.
import type { Rates } from '../rates.ts';
import type { Local, TermId } from '../species/species.ts';
import { terms } from '../terms/term-list.ts';

type Value = (s: Local, p: Rates) => number;

const termOf = (id: TermId): Value => {
  const found = terms.find((term) => term.id === id);
  if (found === undefined) throw new RangeError(`no term file for ${id}`);
  return found.value;
};

const termM = termOf('M');
const termCt = termOf('Ct');
const termDe = termOf('De');
const termTe = termOf('Te');
const termXe = termOf('Xe');
const termsw = termOf('sw');
const termS = termOf('S');
const termconv = termOf('conv');
const termSy = termOf('Sy');
const termph3 = termOf('ph3');
const termrem = termOf('rem');
const termex = termOf('ex');

/** A place with nothing in it. */
export const emptyLocal = (): Local => ({
  B: 0,
  Pg: 0,
  P: 0,
  Dd: 0,
  A: 0,
  T: 0,
  N: 0,
  M1: 0,
  M2: 0,
  F: 0,
  Y: 0,
  X: 0,
  C3: 0,
  C1i: 0,
  C1m: 0,
  Cd: 0,
  Et: 0,
  E: 0,
  H: 0,
  G: 0,
  V: 0,
  HS: 0,
  H47: 0,
  W: 0,
  dil: 0,
  M: 0,
  Ct: 0,
  De: 0,
  Te: 0,
  Xe: 0,
  sw: 0,
  S: 0,
  conv: 0,
  Sy: 0,
  ph3: 0,
  rem: 0,
  ex: 0,
});

const above = (value: number): number => (value > 0 ? value : 0);

/** Reads one place out of the field and works out its shared terms. States below 0 count as 0. */
export const readLocal = (s: Local, y: Float64Array, at: number, p: Rates): void => {
  s.B = above(y[at]);
  s.Pg = above(y[at + 1]);
  s.P = above(y[at + 2]);
  s.Dd = above(y[at + 3]);
  s.A = above(y[at + 4]);
  s.T = above(y[at + 5]);
  s.N = above(y[at + 6]);
  s.M1 = above(y[at + 7]);
  s.M2 = above(y[at + 8]);
  s.F = above(y[at + 9]);
  s.Y = above(y[at + 10]);
  s.X = above(y[at + 11]);
  s.C3 = above(y[at + 12]);
  s.C1i = above(y[at + 13]);
  s.C1m = above(y[at + 14]);
  s.Cd = above(y[at + 15]);
  s.Et = above(y[at + 16]);
  s.E = above(y[at + 17]);
  s.H = above(y[at + 18]);
  s.G = above(y[at + 19]);
  s.V = above(y[at + 20]);
  s.HS = above(y[at + 21]);
  s.H47 = above(y[at + 22]);
  s.W = above(y[at + 23]);
  s.dil = above(y[at + 24]);
  s.M = termM(s, p);
  s.Ct = termCt(s, p);
  s.De = termDe(s, p);
  s.Te = termTe(s, p);
  s.Xe = termXe(s, p);
  s.sw = termsw(s, p);
  s.S = termS(s, p);
  s.conv = termconv(s, p);
  s.Sy = termSy(s, p);
  s.ph3 = termph3(s, p);
  s.rem = termrem(s, p);
  s.ex = termex(s, p);
};
