import { at, doubles, put } from '../lane.ts';
import { exponential } from './exponential.ts';

/** y = e^x for count doubles, a multiple of 4; always f64, see `exponential` for range and error. */
export function expField<V, _S>(x: usize, y: usize, count: i32): void {
  const step: usize = 8 * doubles<V>();
  const end: usize = 8 * count;
  for (let o: usize = 0; o < end; o += step) put<V, f64>(y + o, exponential<V>(at<V, f64>(x + o)));
}
