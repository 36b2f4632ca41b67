import type { Electrode } from '../problem/heat-problem.ts';
import { caloricOf } from '../bioheat/caloric.ts';
import { heatModel } from '../bioheat/heat-model.ts';
import type { HeatModel } from '../bioheat/heat-model.ts';
import { conductionOfGrid } from '../grid/conduction-of-grid.ts';
import { embed } from '../grid/embed/embed.ts';
import type { Embedding } from '../grid/embed/embedding.ts';
import type { Place } from '../grid/place.ts';
import { potentialModel } from '../potential/potential.ts';
import type { PotentialModel } from '../potential/potential.ts';
import { terminalsOf } from '../potential/terminals.ts';

/** The groups of a channel, as indices into those of the terminals. */
export interface Drive {
  readonly from: number;
  readonly to: number;
}

/** The parts of a run that stay while the electrodes stay. */
export interface Setting {
  readonly electrodes: readonly Electrode[];
  readonly embedding: Embedding;
  readonly heat: HeatModel;
  readonly potential: PotentialModel;
  /** The generator's channels as pairs of groups. */
  readonly drives: readonly Drive[];
}

/** What a run begins with. */
export interface Start {
  readonly place: Place;
  readonly setting: Setting;
}

/** Builds what a set of electrodes needs. `tick` is called between its parts. */
export const settingOf = (
  place: Place,
  electrodes: readonly Electrode[],
  tick: () => void = () => undefined,
): Setting => {
  const { problem, grid, medium, sides, build, byLaws, helper } = place;
  const embedding = embed(grid, electrodes);
  tick();
  const conduction = conductionOfGrid(grid, embedding.electric, { build, helper });
  const terminals = terminalsOf(electrodes, embedding, sides);
  const channels = problem.generator?.channels ?? [];
  tick();
  return {
    electrodes,
    embedding,
    heat: heatModel(
      { grid, medium, embedding, electrodes, sides, farTemperature: problem.initial.temperature },
      caloricOf(medium, problem.initial.temperature),
      byLaws ? undefined : conduction,
    ),
    potential: potentialModel(place, embedding, terminals, conduction),
    drives: channels.map(({ from, to }) => ({
      from: terminals.groups.indexOf(from),
      to: terminals.groups.indexOf(to),
    })),
  };
};
