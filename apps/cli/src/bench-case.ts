import { screeningItems } from '@percuta/evidence';

const cleared = screeningItems()
  .filter(({ answered_by }) => answered_by === 'person')
  .map(({ id }) => [id, 'no'] as const);

/** A case that nothing stops, to time plans with. */
export const benchCase = {
  kind: 'percuta case',
  version: 1,
  title: 'bench',
  person: {
    age: '40 years',
    sex: 'female',
    phototype: 'II',
    smoking: 'never',
    conditions: [],
    medications: [],
    history: [],
  },
  screening: Object.fromEntries(cleared),
  site: { id: 'abdomen', area: '100 cm2', touches: [] },
  concern: { indication: 'stretch-marks' },
  devices: ['skinpen_precision'],
};
