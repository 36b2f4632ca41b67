import { add, at, doubles, less, max, mul, put, splat, sub } from '@percuta/numerics/lane';

// What passes between places along one axis, whose neighbours lie `stride` places apart. `give` and `take` hold for each
// place the conductance to its next neighbour over its own content, and that from the one before over its own; 0 at the
// ends. Rows of `lead` doubles, a multiple of 2; a row reads `stride` places beyond both of its ends.

/** (heal.2) Adds diffusion of one species to its rates: out = out − take D (y − before) + give D (after − y). */
export function spread<V, _S>(
  out: usize,
  y: usize,
  give: usize,
  take: usize,
  diffusivity: f64,
  stride: i32,
  lead: i32,
): void {
  const step: usize = 8 * doubles<V>();
  const row: usize = 8 * lead;
  const apart: usize = 8 * stride;
  const speed: V = splat<V, f64>(diffusivity);
  for (let o: usize = 0; o < row; o += step) {
    const here: V = at<V, f64>(y + o);
    const into: V = mul<V, f64>(speed, sub<V, f64>(here, at<V, f64>(y + o - apart)));
    const away: V = mul<V, f64>(speed, sub<V, f64>(at<V, f64>(y + o + apart), here));
    const left: V = sub<V, f64>(at<V, f64>(out + o), mul<V, f64>(at<V, f64>(take + o), into));
    put<V, f64>(out + o, add<V, f64>(left, mul<V, f64>(at<V, f64>(give + o), away)));
  }
}

/** (heal.3) Adds the drift of cells up an attraction, taken from the side they leave, between next neighbours. */
export function drift<V, _S>(
  out: usize,
  cells: usize,
  attraction: usize,
  give: usize,
  take: usize,
  mobility: f64,
  lead: i32,
): void {
  const step: usize = 8 * doubles<V>();
  const row: usize = 8 * lead;
  const none: V = splat<V, f64>(0);
  const speed: V = splat<V, f64>(mobility);
  for (let o: usize = 0; o < row; o += step) {
    const here: V = at<V, f64>(attraction + o);
    const own: V = at<V, f64>(cells + o);
    const before: V = mul<V, f64>(speed, sub<V, f64>(here, at<V, f64>(attraction + o - 8)));
    const after: V = mul<V, f64>(speed, sub<V, f64>(at<V, f64>(attraction + o + 8), here));
    const coming: V = less<V, f64>(none, before, at<V, f64>(cells + o - 8), own);
    const going: V = less<V, f64>(none, after, own, at<V, f64>(cells + o + 8));
    const into: V = mul<V, f64>(before, max<V, f64>(coming, none));
    const away: V = mul<V, f64>(after, max<V, f64>(going, none));
    const more: V = add<V, f64>(at<V, f64>(out + o), mul<V, f64>(at<V, f64>(take + o), into));
    put<V, f64>(out + o, sub<V, f64>(more, mul<V, f64>(at<V, f64>(give + o), away)));
  }
}
