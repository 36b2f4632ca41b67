import type { HealValues } from '../heal-stage.ts';
import type { Healing } from '../result/healing.ts';
import { depthMean, papillaryDepth } from './depth-mean.ts';

/** (heal.9) Collagen in fibres, of that at rest: index = layer + layers × time. */
export const totalCollagen = ({ means }: Pick<Healing, 'means'>): Float64Array =>
  means.C3.map((value, i) => value + means.C1i[i] + means.C1m[i]);

/** (heal.9) Change of the area stained as collagen in a papillary section, of that before: g_s (mean Ct − 1). */
export const stainedChange = (healing: Healing, p: Pick<HealValues, 'g_s'>): Float64Array =>
  depthMean(healing, totalCollagen(healing), papillaryDepth(healing)).map((value) => p.g_s * (value - 1));

/** (heal.9) Sign of the change of ultrasound density alone: its gains rest on no measurement. */
export const echoSign = (healing: Healing, p: Pick<HealValues, 'g_u' | 'g_uW'>): Int8Array => {
  const collagen = depthMean(healing, totalCollagen(healing));
  const water = depthMean(healing, healing.means.W);
  return Int8Array.from(collagen, (value, t) => Math.sign(p.g_u * (value - 1) - p.g_uW * water[t]));
};

/** (heal.9) Type III over type I, as picrosirius red shows it: C3 / (C1i + C1m). */
export const typeRatio = (healing: Healing, depth?: number): Float64Array => {
  const three = depthMean(healing, healing.means.C3, depth);
  const one = depthMean(
    healing,
    healing.means.C1i.map((value, i) => value + healing.means.C1m[i]),
    depth,
  );
  return three.map((value, t) => value / one[t]);
};

/** (heal.9) A state over its resting value, as stains of new collagen or of tropoelastin show it. */
export const overRest = (healing: Healing, id: 'C1i' | 'Et', depth?: number): Float64Array =>
  depthMean(healing, healing.means[id], depth).map((value) => value / healing.rest[id]);
