import type { DeviceSheet } from '@percuta/evidence';
import { productionMesh } from '../heat/array/array-problem.ts';
import { kineticsOf } from '../heat/array/kinetics.ts';
import { rfArrayOf } from '../heat/array/rf-array.ts';
import { answerNames } from '../heat/emulator/answers.ts';
import { featureNames } from '../heat/emulator/features.ts';
import { reachLevels } from '../heat/emulator/reach-profile.ts';
import { sampleSpaceOf, skinSpace, type SampleSpace } from '../heat/emulator/sample-space.ts';
import { isSinglePulse, singlePulse, type ShotPattern } from '../heat/emulator/shot-pattern.ts';
import { heatStage } from '../heat/heat-stage.ts';
import { heatValues } from '../ensemble.ts';
import { OutsideModel } from '../error.ts';
import { deepestSetting } from '../puncture/device.ts';
import { hashOf } from '../receipts/canonical.ts';

/** Depths, doses and pulses of a sheet. Throws OutsideModel where its energy scale or its depth is not stated. */
export const spaceOfSheet = (sheet: DeviceSheet, pattern: ShotPattern = singlePulse): SampleSpace => {
  const deepest = deepestSetting(sheet);
  if (deepest === undefined) {
    throw new OutsideModel(`the sheet of ${sheet.name} gives no depth`, 'state depth in a sheet of your own');
  }
  return sampleSpaceOf(rfArrayOf(sheet), deepest, pattern);
};

/** Rises whenever the answers of a run are read off in another way. */
const answersVersion = 1;

/** JSON knows no endless numbers; a bare shaft is told by its length instead. */
const finiteOnly = (content: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(content).map(([name, value]) => [name, value === Infinity ? 'endless' : value]),
  );

/**
 * Hash of all that the answers of an emulator depend on: version and parameters of the heat stage, kinetics, mesh,
 * array, how a shot is spread, and what is asked. Throws OutsideModel as `spaceOfSheet`.
 */
export const modelHashOf = (sheet: DeviceSheet, pattern: ShotPattern = singlePulse): string => {
  const { limits, ...array } = rfArrayOf(sheet);
  return hashOf({
    stage: { name: heatStage.name, version: heatStage.version, parameters: heatStage.parameters },
    kinetics: kineticsOf(heatValues({})).map(({ name, branches }) => ({
      name,
      branches: branches.map(finiteOnly),
    })),
    mesh: productionMesh,
    array: { ...finiteOnly(array), limits: finiteOnly(limits) },
    asked: {
      answersVersion,
      space: spaceOfSheet(sheet, pattern),
      skinSpace,
      featureNames,
      answerNames,
      reachLevels,
      ...(isSinglePulse(pattern) ? {} : { pattern }),
    },
  });
};
