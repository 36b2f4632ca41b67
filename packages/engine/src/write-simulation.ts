import { writeAppearance, writeCourseBands } from './appearance/write-appearance.ts';
import { writeExpectation } from './expectation/write-expectation.ts';
import { writeExpectationCourse } from './expectation/write-expectation-course.ts';
import { contextOfUse } from './context-of-use.ts';
import { writeCase } from './case/case.ts';
import { caseOfZone, type Protocol } from './case/protocol.ts';
import { writeLeftOut } from './case/write-left-out.ts';
import { writeMargin, writeOutcome, writeScreening } from './plan/write-plan.ts';
import { writeSettings } from './plan/write-settings.ts';
import type { Lattice } from './puncture/lattice.ts';
import { writeHeatEnsemble, writeHeating } from './heat/array/write-heating.ts';
import { writeEnsemble, writeZoneHealing } from './heal/write-healing.ts';
import type { Simulation } from './simulate.ts';
import type { ZoneSimulation } from './simulation/simulate-zone.ts';
import { shown } from './wire.ts';

const writeLattice = (lattice: Lattice) => ({
  holes: shown(lattice.holeDensity, '1/cm2'),
  nearest_neighbour: shown(lattice.nearestNeighbour, 'mm'),
  covered_share: shown(lattice.coveredShare, '%'),
  dispersion_index: Number(lattice.dispersionIndex.toPrecision(6)),
  at_random: {
    nearest_neighbour: shown(lattice.poisson.nearestNeighbour, 'mm'),
    covered_share: shown(lattice.poisson.coveredShare, '%'),
  },
});

const writeCentral = ({ skin, punctures }: ZoneSimulation) => ({
  stratum_corneum: shown(skin.stratumCorneum, 'um'),
  epidermis: shown(skin.epidermis, 'um'),
  dermis: shown(skin.dermis, 'mm'),
  fat: shown(skin.fat, 'mm'),
  insertion_depth: shown(punctures.insertionDepth, 'mm'),
  open_depth: shown(punctures.openDepth, 'mm'),
  channel_diameter: shown(punctures.channelDiameter, 'um'),
  initiation_force: shown(punctures.initiationForce, 'mN'),
  force_per_needle: shown(punctures.forcePerNeedle, 'mN'),
  insertion_speed: shown(punctures.motion.insertionSpeed, 'mm/s'),
  time_in_skin: shown(punctures.motion.timeInSkin, 'ms'),
  ...(punctures.motion.step === undefined ? {} : { step: shown(punctures.motion.step, 'mm') }),
  hits_per_covered_point: Number(punctures.hitsPerCoveredPoint.toPrecision(6)),
  chance_of_an_empty_square_millimetre: {
    at_random: shown(punctures.gapChance, '%'),
    uneven_hand: shown(punctures.unevenGapChance, '%'),
  },
});

const writeZone = (protocol: Protocol) => (simulated: ZoneSimulation) => ({
  name: simulated.zone.name,
  ...writeLeftOut(caseOfZone(protocol, simulated.zone).site),
  settings: writeSettings(simulated.settings),
  inside_envelope: simulated.isInside ?? 'not judged: no draws of heat were made',
  ...(simulated.binding === undefined ? {} : { binding: simulated.binding.limit }),
  central: writeCentral(simulated),
  outcome: writeOutcome(simulated.stroke, simulated.session),
  ...(simulated.lattice === undefined ? {} : { lattice: writeLattice(simulated.lattice) }),
  heating: writeHeating(simulated.heating),
  ...(simulated.heatEnsemble === undefined
    ? {}
    : { heating_over_draws: writeHeatEnsemble(simulated.heatEnsemble) }),
  healing: writeZoneHealing(simulated.healed.central),
  ...(simulated.healed.ensemble === undefined
    ? {}
    : { healing_ensemble: writeEnsemble(simulated.healed.ensemble) }),
  ...(simulated.healed.course === undefined
    ? {}
    : { followed: writeCourseBands(simulated.healed.course.bands) }),
  ...(simulated.appearance === undefined ? {} : { appearance: writeAppearance(simulated.appearance) }),
  margins: simulated.margins.map(writeMargin),
});

/** A simulation as it is written to disk: quantities as text, no clock times. */
export const writeSimulation = ({
  protocol,
  sheet,
  screening,
  zones,
  expectations,
  expectationCourses,
}: Simulation) => ({
  kind: 'percuta simulation',
  version: 1,
  context_of_use: contextOfUse,
  title: protocol.title,
  case: writeCase(protocol.case),
  device: {
    id: sheet.id,
    name: sheet.name,
    ...(sheet.hypothetical === true ? { hypothetical: true } : {}),
  },
  sessions: protocol.sessions.map((day) => shown(day, 'days')),
  screening: writeScreening(screening),
  overrides: protocol.case.overrides ?? [],
  zones: zones.map(writeZone(protocol)),
  expectation: expectations.map(writeExpectation),
  expectation_over_time: expectationCourses.map(({ zone, routes }) => ({
    zone,
    routes: routes.map(writeExpectationCourse),
  })),
});
