/**
 * The sum in index order with A. Neumaier's compensation (ZAMM 54:39, 1974): the rounding error
 * of every addition is collected and added at the end. 0 for no values.
 */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let compensation = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const next = total + value;
    compensation += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  // With an infinite value the compensation is NaN, the total is not.
  return Number.isFinite(total) ? total + compensation : total;
}
