import { readProtocol, type Protocol } from '../case/protocol.ts';
import { setValue } from '../case/set-value.ts';
import { caseDocument } from './case.ts';

/** Two zones of the plain case under a pen of the catalogue, as they stand in a file. */
const plain = () => ({
  kind: 'percuta protocol',
  version: 1,
  title: 'Cheek and jaw',
  case: caseDocument(),
  device: { id: 'skinpen_precision', depth: '0.5 mm', passes: 2, hand_speed: '20 mm/s' },
  zones: [{ name: 'cheek' }, { name: 'jaw', site: 'jawline', area: '25 cm2', depth: '0.25 mm' }],
  sessions: ['0 days', '28 days', '56 days'],
});

/** The plain document with assignments made in it. */
export const protocolDocument = (...assignments: readonly string[]): unknown =>
  assignments.reduce<unknown>(setValue, plain());

export const protocolWith = (...assignments: readonly string[]): Protocol =>
  readProtocol(protocolDocument(...assignments));
