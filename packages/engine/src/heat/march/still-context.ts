import type { Caloric } from '../bioheat/caloric.ts';
import { heatOfSource } from '../bioheat/sources.ts';
import { cellVolumes } from '../grid/heat-grid.ts';
import type { Place } from '../grid/place.ts';
import { probeTemperature } from '../output/probe-temperature.ts';
import type { Driver } from './driver.ts';
import type { Setting } from './setting.ts';
import { sumOf } from './step.ts';
import type { StepContext } from './step.ts';

/** What is on at a time and stays on: the context of a run without time. */
export const stillContext = (
  {
    place,
    setting,
    caloric,
  }: { readonly place: Place; readonly setting: Setting; readonly caloric: Caloric },
  driver: Driver,
  time: number,
): StepContext => {
  const { problem, grid, medium } = place;
  const parts = { grid, medium, layers: problem.layers, volumes: cellVolumes(grid) };
  const sources = problem.sources.map((source) => heatOfSource(source, parts));
  const [first, ...others] = sources;
  return {
    place,
    setting,
    caloric,
    driver,
    temperatureOf: probeTemperature(place, setting),
    sources:
      first === undefined
        ? undefined
        : others.reduce((total, field) => sumOf(total, field, grid.cells), first),
    tolerances: { potential: 1e-9, conductivity: 0 },
    isDriven: driver.isOn(time),
    explicit: Infinity,
  };
};
