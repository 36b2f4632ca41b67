import { firstText, measureFirst } from './bench-first.ts';
import { measurePauses, pausesText } from './bench-pauses.ts';
import { rfPlanText, rfPlanTiming } from './bench-rf-plan.ts';

/** When the first trade-off stands, with needles alone and with radio frequency, and how long nothing is heard. */
export const measureTradeOffs = () => ({
  first: measureFirst(),
  heat: rfPlanTiming(),
  pauses: measurePauses(),
});

export const tradeOffsText = ({ first, heat, pauses }: ReturnType<typeof measureTradeOffs>): string =>
  `${firstText(first)}\n${rfPlanText(heat)}\n${pausesText(pauses)}`;
