import type { RiskAnswer } from '@percuta/evidence';

/** The works that counts and reports of harms come from. */
export const harmWorks = (risks: readonly RiskAnswer[]) =>
  risks
    .flatMap(({ rates, elsewhere, signals }) => [
      ...[...(rates === 'not quantified' ? [] : rates), ...elsewhere].map(({ counted }) => counted),
      ...signals,
    ])
    .map(({ source, read }) => ({ sources: [source], read }));
