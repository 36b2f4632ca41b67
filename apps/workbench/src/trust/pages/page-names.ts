/** Reports of what holds first, then the benchmarks; each is read when it is chosen. */
export const pageNames = [
  'generated/heat-verification',
  'generated/heat-validation',
  'generated/healing-validation',
  'generated/validation',
  'benchmarks/heat',
  'benchmarks/heat-peers',
  'benchmarks/rf-needles',
  'benchmarks/heal',
  'benchmarks/plan',
  'benchmarks/workbench',
] as const;

export type PageName = (typeof pageNames)[number];
