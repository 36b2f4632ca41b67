import { weightedQuantiles } from '@percuta/numerics';
import type { Band } from '../band.ts';
import { readCase, type Case } from '../case/case.ts';
import { centralDraw, drawEnsemble, type Draw, type Ensemble } from '../ensemble.ts';
import { insertNeedles } from '../puncture/puncture.ts';
import type { Run } from '../run.ts';
import { buildSkin, knowSkin, type Skin, type SkinKnowledge } from '../skin/skin.ts';
import type { Experiment } from './experiment.ts';
import { outputs } from './outputs.ts';
import type { OutputId } from './measurement-file.ts';

/** Volunteers of a needle experiment, of whom publications say little: an adult of 35, of either sex. */
const volunteer = (site: string): Case =>
  readCase({
    kind: 'percuta case',
    version: 1,
    title: 'volunteer',
    person: {
      age: '35 years',
      sex: 'not given',
      phototype: 'III',
      smoking: 'not asked',
      conditions: [],
      medications: [],
      history: [],
    },
    screening: {},
    site: { id: site, area: '1 cm2', touches: [] },
    concern: { indication: 'rejuvenation' },
    devices: ['experiment'],
  });

const skinOf = (known: SkinKnowledge, draw: Draw, thickness: number | undefined): Skin => {
  const skin = buildSkin(known, draw.ranks, draw.skin);
  return thickness === undefined
    ? skin
    : { ...skin, dermis: Math.max(thickness - skin.epidermis, 0.1 * thickness) };
};

const atSpeed = (draw: Draw, speed: number | undefined): Draw =>
  speed === undefined ? draw : { ...draw, device: { ...draw.device, pressSpeed: speed, needleSpeed: speed } };

/** Everything of a prediction that is the same for every row. */
export const predictor = (run: Run): ((experiment: Experiment, output: OutputId) => Band) => {
  const ensemble: Ensemble = drawEnsemble(run.draws, run.seed, run.overrides);
  const central = centralDraw(run.overrides);
  const known = new Map<string, SkinKnowledge>();
  const skinAt = (site: string): SkinKnowledge => {
    const found = known.get(site) ?? knowSkin(volunteer(site), central.skin);
    known.set(site, found);
    return found;
  };
  return ({ sheet, settings, site, skinThickness, insertionSpeed }, output) => {
    const { of, ofPuncturing } = outputs[output];
    const values = new Float64Array(ensemble.count);
    const weights = new Float64Array(ensemble.count);
    ensemble.draws.forEach((plain, i) => {
      const draw = atSpeed(plain, insertionSpeed);
      const insertion = insertNeedles(sheet, settings, skinOf(skinAt(site), draw, skinThickness), draw);
      values[i] = of(insertion, settings);
      // What is measured on needles that went in weighs draws by the share of needles that did.
      weights[i] = ofPuncturing ? insertion.fractionPuncturing : 1;
    });
    const [median = Number.NaN, low = Number.NaN, high = Number.NaN] = weightedQuantiles(
      values,
      weights,
      [0.5, 0.05, 0.95],
    );
    return { median, low, high };
  };
};
