/**
 * The words kernels are written in, for JavaScript: a register V is one double, and an element of memory S
 * is a double too. lane.as.ts says the same words for AssemblyScript, where V is 128 bits wide and S is f64
 * or f32. Each word does in every lane what it does here, so that both give the same bits in f64.
 */

import { powerOfTwo as exactPowerOfTwo } from '../math/float/scale.ts';

let heap = new Float64Array();

/** Points the words at a memory. Not a word: the loader calls it before each kernel. */
export function useHeap(doubles: Float64Array<ArrayBuffer>): void {
  heap = doubles;
}

/** Bytes of an element. */
export function size<_S>(): usize;
export function size(): number {
  return 8;
}

/** Elements of a register. */
export function lanes<_V, _S>(): i32;
export function lanes(): number {
  return 1;
}

/** A register with x in every lane. */
export function splat<V, _S>(x: f64): V;
export function splat(x: number): number {
  return x;
}

/** One element of memory as a double, for what cannot be done several at a time. */
export function elementAt<_S>(p: usize): f64;
export function elementAt(p: number): number {
  return heap[p >>> 3];
}

export function putElement<_S>(p: usize, x: f64): void;
export function putElement(p: number, x: number): void {
  heap[p >>> 3] = x;
}

/** The elements that begin at a byte of memory. */
export function at<V, _S>(p: usize): V;
export function at(p: number): number {
  return heap[p >>> 3];
}

export function put<V, _S>(p: usize, x: V): void;
export function put(p: number, x: number): void {
  heap[p >>> 3] = x;
}

export function add<V, _S>(a: V, b: V): V;
export function add(a: number, b: number): number {
  return a + b;
}

export function sub<V, _S>(a: V, b: V): V;
export function sub(a: number, b: number): number {
  return a - b;
}

export function mul<V, _S>(a: V, b: V): V;
export function mul(a: number, b: number): number {
  return a * b;
}

export function div<V, _S>(a: V, b: V): V;
export function div(a: number, b: number): number {
  return a / b;
}

export function sqrt<V, _S>(a: V): V;
export function sqrt(a: number): number {
  return Math.sqrt(a);
}

export function floor<V, _S>(a: V): V;
export function floor(a: number): number {
  return Math.floor(a);
}

/** The lesser, b < a ? b : a: the first where they are equal or one is NaN. */
export function min<V, _S>(a: V, b: V): V;
export function min(a: number, b: number): number {
  return b < a ? b : a;
}

/** The greater, a < b ? b : a. */
export function max<V, _S>(a: V, b: V): V;
export function max(a: number, b: number): number {
  return a < b ? b : a;
}

/** low ≤ result ≤ high. */
export function clip<V, _S>(a: V, low: V, high: V): V;
export function clip(a: number, low: number, high: number): number {
  return min(max(a, low), high);
}

/** a < b ? yes : no. */
export function less<V, _S>(a: V, b: V, yes: V, no: V): V;
export function less(a: number, b: number, yes: number, no: number): number {
  return a < b ? yes : no;
}

/** a ≤ b ? yes : no. */
export function atMost<V, _S>(a: V, b: V, yes: V, no: V): V;
export function atMost(a: number, b: number, yes: number, no: number): number {
  return a <= b ? yes : no;
}

/** Is a < b in any lane? Lets a kernel skip work that would change nothing. */
export function anyLess<V, _S>(a: V, b: V): boolean;
export function anyLess(a: number, b: number): boolean {
  return a < b;
}

/**
 * The left neighbours of `now`: the last lane of `before`, then all lanes of `now` but its last. A row that
 * is updated in place carries its old values so, instead of loading what it has just stored.
 */
export function left<V, _S>(before: V, now: V): V;
export function left(before: number, _now: number): number {
  return before;
}

/** The greatest of the lanes; a NaN may be overlooked. */
export function greatest<V, _S>(a: V): f64;
export function greatest(a: number): number {
  return a;
}

/** Doubles of a register: 1 or 2, whatever S is. */
export function doubles<_V>(): i32;
export function doubles(): number {
  return 1;
}

/** As many elements as a register has doubles, made doubles: for sums and slow accumulators, with S = f64. */
export function wide<V, _S>(p: usize): V;
export function wide(p: number): number {
  return heap[p >>> 3];
}

/** Rounds the doubles of a register to as many elements: what `wide` reads. */
export function narrow<V, _S>(p: usize, x: V): void;
export function narrow(p: number, x: number): void {
  heap[p >>> 3] = x;
}

/** One double of memory, whatever S is. */
export function doubleAt(p: usize): f64 {
  return heap[p >>> 3];
}

export function putDouble(p: usize, x: f64): void {
  heap[p >>> 3] = x;
}

/**
 * Four sums that ran side by side, (s₀ + s₁) + (s₂ + s₃). A register of two doubles holds s₀, s₁ in its first
 * argument and s₂, s₃ in its second; the others are not looked at.
 */
export function sumOfFour<V>(s0: V, s1: V, s2: V, s3: V): f64;
export function sumOfFour(s0: number, s1: number, s2: number, s3: number): number {
  return s0 + s1 + (s2 + s3);
}

/** 2^k for whole -1022 ≤ k ≤ 1023, in doubles. */
export function powerOfTwo<V>(k: V): V;
export function powerOfTwo(k: number): number {
  return exactPowerOfTwo(k);
}
