import { firstText, measureFirst } from './bench-first.ts';
import { rfPlanText, rfPlanTiming } from './bench-rf-plan.ts';

/** When the first trade-off stands: with needles alone, and with radio frequency. */
export const measureTradeOffs = () => ({ first: measureFirst(), heat: rfPlanTiming() });

export const tradeOffsText = ({ first, heat }: ReturnType<typeof measureTradeOffs>): string =>
  `${firstText(first)}\n${rfPlanText(heat)}`;
