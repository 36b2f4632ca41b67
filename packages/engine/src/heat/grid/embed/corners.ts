import { acos } from '@percuta/numerics';
import type { Disk, Needle } from '../../problem/heat-problem.ts';
import type { Wedge } from './wedge.ts';

const UP = [0, -1] as const;
const DOWN = [0, 1] as const;
const OUT = [1, 0] as const;

/** Rim of a flat end at the depth z, the bare shaft going on `along`. */
const rim = ({ radius }: Needle, z: number, along: readonly [number, number]): Wedge => ({
  rho: radius,
  z,
  along,
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

/** Direction down the surface of the cone, its normal, and half its angle. */
const conePlane = ({ radius, tip }: Needle): Pick<Wedge, 'along' | 'into'> & { readonly half: number } => {
  const length = Math.sqrt(radius * radius + tip * tip);
  return {
    along: [-radius / length, tip / length],
    into: [tip / length, radius / length],
    half: acos(tip / length),
  };
};

/** Rim of a needle that is a cone alone, between it and the flat base that it hangs from. */
const coneRim = (needle: Needle): Wedge => {
  const { along, into, half } = conePlane(needle);
  const opening = (3 * Math.PI) / 2 + half;
  return { rho: needle.radius, z: needle.from, along, into, exponent: Math.PI / opening, isCoatEnd: false };
};

/** Where a cone begins: blunt by its own angle; singular as the end of a coat where only the cone is bare. */
const coneBase = (needle: Needle, isCoated: boolean): Wedge => {
  const { along, into, half } = conePlane(needle);
  const opening = Math.PI + half;
  return {
    rho: needle.radius,
    z: needle.to - needle.tip,
    along,
    into,
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
  const isBareAbove = from > 0 && exposed.from < from + near;
  const isCone = from > 0 && Math.abs(from - base) < near;
  if (isCone) wedges.push(coneRim(needle));
  else if (isBareAbove) wedges.push(rim(needle, from, DOWN));
  if (tip > 0 && !isCone) wedges.push(coneBase(needle, Math.abs(exposed.from - base) < near));
  if (tip === 0 && exposed.to > to - near) wedges.push(rim(needle, to, UP));
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
