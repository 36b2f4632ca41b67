import type { Rates } from '../rates.ts';

/** Every state of a cell of tissue, in the order in which they are stored. */
export const speciesIds = [
  'B',
  'Pg',
  'P',
  'Dd',
  'A',
  'T',
  'N',
  'M1',
  'M2',
  'F',
  'Y',
  'X',
  'C3',
  'C1i',
  'C1m',
  'Cd',
  'Et',
  'E',
  'H',
  'G',
  'V',
  'HS',
  'H47',
  'W',
  'dil',
] as const;
/**
 * A state of a cell of tissue: a kind of cell, a part of the matrix or a signal, by its symbol in the theory of
 * healing.
 */
export type SpeciesId = (typeof speciesIds)[number];

/** Quantities that several equations share, in the order in which they are worked out (heal.4). */
export const termIds = ['M', 'Ct', 'De', 'Te', 'Xe', 'sw', 'S', 'conv', 'Sy', 'ph3', 'rem', 'ex'] as const;
export type TermId = (typeof termIds)[number];

/** One place: the states, none below 0, and the shared terms. Normalised, 1. */
export type Local = Record<SpeciesId | TermId, number>;

/** Partial derivatives of one quantity; what is left out is 0. */
export type Slopes = Partial<Record<SpeciesId | TermId, number>>;

/** What a session does at one place, each from 0 to 1 (heal.6). */
export interface Wound {
  /** Share of the place inside the gap that the needle leaves. */
  readonly gap: number;
  readonly kill: number;
  /** Clot and platelets. */
  readonly halo: number;
  /** Collagen severed. */
  readonly cut: number;
  readonly coag: number;
  /** Sublethal heat. */
  readonly shock: number;
}

/** A state as data: what it is, where it rests, how it moves, what changes it, what a wound does to it. */
export interface Species {
  readonly id: SpeciesId;
  readonly meaning: string;
  /** What 1 stands for. */
  readonly scale: 'wound' | 'rest' | 'arbitrary';
  readonly rest: (p: Rates) => number;
  /** m²/s; left out where it does not move. */
  readonly diffusivity?: (p: Rates) => number;
  /** Change by reactions, 1/s. */
  readonly rate: (s: Local, p: Rates) => number;
  readonly slopes: (s: Local, p: Rates) => Slopes;
  /** The state right after a session; left out where a wound does not touch it. */
  readonly wounded?: (s: Local, w: Wound, p: Rates) => number;
}

/** A shared quantity of one place. */
export interface Term {
  readonly id: TermId;
  readonly meaning: string;
  readonly value: (s: Local, p: Rates) => number;
  readonly slopes: (s: Local, p: Rates) => Slopes;
}
