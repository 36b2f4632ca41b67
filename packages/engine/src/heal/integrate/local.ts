// Made by tools/heal/generate-reactions.ts from the lists of species and terms; do not edit.
import type { Rates } from '../rates.ts';
import { indexOf, species } from '../species/species-list.ts';
import type { Local, SpeciesId, TermId } from '../species/species.ts';
import { terms } from '../terms/term-list.ts';

type Value = (s: Local, p: Rates) => number;

const rateOf = (id: SpeciesId): Value => species[indexOf[id]].rate;

const termOf = (id: TermId): Value => {
  const found = terms.find((term) => term.id === id);
  if (found === undefined) throw new RangeError(`no term file for ${id}`);
  return found.value;
};

const rateB = rateOf('B');
const ratePg = rateOf('Pg');
const rateP = rateOf('P');
const rateDd = rateOf('Dd');
const rateA = rateOf('A');
const rateT = rateOf('T');
const rateN = rateOf('N');
const rateM1 = rateOf('M1');
const rateM2 = rateOf('M2');
const rateF = rateOf('F');
const rateY = rateOf('Y');
const rateX = rateOf('X');
const rateC3 = rateOf('C3');
const rateC1i = rateOf('C1i');
const rateC1m = rateOf('C1m');
const rateCd = rateOf('Cd');
const rateEt = rateOf('Et');
const rateE = rateOf('E');
const rateH = rateOf('H');
const rateG = rateOf('G');
const rateV = rateOf('V');
const rateHS = rateOf('HS');
const rateH47 = rateOf('H47');
const rateW = rateOf('W');
const ratedil = rateOf('dil');

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

/** Rates of reaction of one place, 1/s. */
export const addReactions = (s: Local, out: Float64Array, at: number, p: Rates): void => {
  out[at] = rateB(s, p);
  out[at + 1] = ratePg(s, p);
  out[at + 2] = rateP(s, p);
  out[at + 3] = rateDd(s, p);
  out[at + 4] = rateA(s, p);
  out[at + 5] = rateT(s, p);
  out[at + 6] = rateN(s, p);
  out[at + 7] = rateM1(s, p);
  out[at + 8] = rateM2(s, p);
  out[at + 9] = rateF(s, p);
  out[at + 10] = rateY(s, p);
  out[at + 11] = rateX(s, p);
  out[at + 12] = rateC3(s, p);
  out[at + 13] = rateC1i(s, p);
  out[at + 14] = rateC1m(s, p);
  out[at + 15] = rateCd(s, p);
  out[at + 16] = rateEt(s, p);
  out[at + 17] = rateE(s, p);
  out[at + 18] = rateH(s, p);
  out[at + 19] = rateG(s, p);
  out[at + 20] = rateV(s, p);
  out[at + 21] = rateHS(s, p);
  out[at + 22] = rateH47(s, p);
  out[at + 23] = rateW(s, p);
  out[at + 24] = ratedil(s, p);
};
