import { acos } from '@percuta/numerics';
import type { Disk, Needle } from '../../problem/heat-problem.ts';
import type { Wedge } from './wedge.ts';

const UP = [0, -1] as const;
const DOWN = [0, 1] as const;
const OUT = [1, 0] as const;

/** Rim of a flat end, with the shaft above it bare or coated. */
const rim = (needle: Needle): Wedge => ({
  rho: needle.radius,
  z: needle.to,
  along: UP,
  into: OUT,
  exponent: 2 / 3,
  isCoatEnd: false,
});

const coatEnd = (needle: Needle, z: number, along: readonly [number, number]): Wedge => ({
  rho: needle.radius,
  z,
  along,
  into: OUT,
  exponent: 1 / 2,
  isCoatEnd: true,
});

/** Where a cone begins: blunt by its own angle; singular as the end of a coat where only the cone is bare. */
const coneBase = (needle: Needle, isCoated: boolean): Wedge => {
  const length = Math.sqrt(needle.radius * needle.radius + needle.tip * needle.tip);
  const opening = Math.PI + acos(needle.tip / length);
  return {
    rho: needle.radius,
    z: needle.to - needle.tip,
    along: [-needle.radius / length, needle.tip / length],
    into: [needle.tip / length, needle.radius / length],
    exponent: Math.PI / (isCoated ? 2 * opening : opening),
    isCoatEnd: isCoated,
  };
};

/** The singular corners of a needle (heat.22). */
export const wedgesOf = (needle: Needle): Wedge[] => {
  const { from, to, tip, exposed } = needle;
  const near = (to - from) * 1e-6;
  const wedges: Wedge[] = [];
  const base = to - tip;
  if (tip > 0) wedges.push(coneBase(needle, Math.abs(exposed.from - base) < near));
  if (tip === 0 && exposed.to > to - near) wedges.push(rim(needle));
  if (exposed.from > from + near && exposed.from < base - near)
    wedges.push(coatEnd(needle, exposed.from, DOWN));
  if (exposed.to < base - near) wedges.push(coatEnd(needle, exposed.to, UP));
  return wedges;
};

/** The edge of a disk: bare on both sides, or, on the surface, the end of a bare plane; the same field. */
export const edgeOf = ({ centre, radius }: Disk): Wedge => ({
  rho: radius,
  z: centre.z,
  along: [-1, 0],
  into: DOWN,
  exponent: 1 / 2,
  isCoatEnd: false,
});
