import { doubleAt, putDouble } from '@percuta/numerics/lane';

// Between a field of the tissue, [places · width], and rows, [width · lead], one for each of the states of a place.

export function toRows<_V, _S>(rows: usize, field: usize, width: i32, places: i32, lead: i32): void {
  for (let place: i32 = 0; place < places; place++) {
    const from: usize = field + 8 * width * place;
    const to: usize = rows + 8 * place;
    for (let i: i32 = 0; i < width; i++) putDouble(to + 8 * lead * i, doubleAt(from + 8 * i));
  }
}

export function fromRows<_V, _S>(field: usize, rows: usize, width: i32, places: i32, lead: i32): void {
  for (let place: i32 = 0; place < places; place++) {
    const to: usize = field + 8 * width * place;
    const from: usize = rows + 8 * place;
    for (let i: i32 = 0; i < width; i++) putDouble(to + 8 * i, doubleAt(from + 8 * lead * i));
  }
}
