import type { ArrayHeating, Simulation } from '@percuta/engine';
import type { Frames } from './film-recorder.ts';
import type { LabCourse, LabLine, LabNeedle, LabZone } from './lab-messages.ts';
import { zoneBlock } from './zone-block.ts';
import { zoneQuantities } from './zone-quantities.ts';

const line = (name: string, times: readonly number[], values: readonly number[]): LabLine => ({
  name,
  times: Float64Array.from(times),
  values: Float64Array.from(values),
});

/** Courses of the outputs of a generator and of the highest temperature. */
export const drivenCourses = (
  { times, middles, peaks }: Pick<ArrayHeating, 'times' | 'middles' | 'peaks'>,
  channels: ArrayHeating['outputs'],
): LabCourse[] => {
  const of = (id: 'power' | 'voltage' | 'current' | 'resistance', unit: string): LabCourse => ({
    id,
    unit,
    lines: channels.map((channel) => line(channel.name, middles, channel[id])),
  });
  return [
    { id: 'temperature', unit: '°C', lines: [line('', times, peaks)] },
    ...(channels.length === 0
      ? []
      : [of('power', 'W'), of('voltage', 'V'), of('current', 'mA'), of('resistance', 'ohm')]),
  ];
};

const needlesOf = ({ needles }: ArrayHeating): LabNeedle[] =>
  needles.map(({ needle, current, energy, hottest }) => ({ name: needle.name, current, energy, hottest }));

/** One zone of a simulation as the page shows it. */
export const labZone = (zone: Simulation['zones'][number], frames: Frames | undefined): LabZone => {
  const heating = zone.heating.kind === 'heated' ? zone.heating : undefined;
  const { central, course } = zone.healed;
  return {
    name: zone.zone.name,
    block: zoneBlock(zone, frames),
    courses: heating === undefined ? [] : drivenCourses(heating, heating.outputs),
    quantities: zoneQuantities(zone),
    needles: heating === undefined ? [] : needlesOf(heating),
    heating,
    bands: course?.bands,
    unhealed: central.status === 'healed' ? undefined : central.reason,
  };
};
