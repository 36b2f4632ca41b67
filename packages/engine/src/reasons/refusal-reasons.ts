import { counterfactualsOf } from '../plan/explain/counterfactual.ts';
import { settingOfPlan } from '../plan/explain/judge-course.ts';
import type { RefusalReasons } from '../plan/explain/plan-reasons.ts';
import type { WorkedOut } from '../plan/plan.ts';
import { nearestRejected } from '../report/limit-lines.ts';
import type { Run } from '../run.ts';

/** Works something out once for each device. */
export const byDevice = <T>(make: (device: string) => T): ((device: string) => T) => {
  const known = new Map<string, T>();
  return (device) => {
    const found = known.get(device) ?? make(device);
    known.set(device, found);
    return found;
  };
};

/** For each limit that kept courses out what would bring the closest of them inside. `tick` is called between them. */
export const refusalReasons = (
  plan: WorkedOut,
  { overrides }: Pick<Run, 'overrides'>,
  tick: () => void,
): RefusalReasons[] => {
  const settings = byDevice((device) => settingOfPlan(plan, device, overrides, tick));
  const safeDepth = (device: string): number =>
    plan.devices.find(({ sheet }) => sheet.id === device)?.maximumSafeDepth ?? 0;
  return [...Map.groupBy(plan.rejected, ({ binding }) => binding.limit).values()]
    .toSorted((a, b) => b.length - a.length)
    .flatMap((group) => {
      const closest = nearestRejected(group);
      if (closest === undefined) return [];
      tick();
      const changes = counterfactualsOf(settings(closest.device), closest, {
        maximumSafeDepth: safeDepth(closest.device),
        overrides,
        tick,
      });
      return [{ limit: closest.binding.limit, count: group.length, closest, changes }];
    });
};
