import { expect, test } from 'vitest';
import { caseDocument } from '../testing/case.ts';
import { problemsOf } from '../testing/problems.ts';
import { caseOfZone, readProtocol, settingsOf } from './protocol.ts';
import { setValue } from './set-value.ts';

const plain = () => ({
  kind: 'percuta protocol',
  version: 1,
  title: 'Three sessions',
  case: caseDocument(),
  device: { id: 'skinpen_precision', depth: '1.5 mm', passes: 4, hand_speed: '20 mm/s' },
  zones: [{ name: 'cheek' }, { name: 'temple', site: 'temple', area: '9 cm2', depth: '0.75 mm', passes: 2 }],
  sessions: ['0 days', '28 days', '56 days'],
});

const protocolWith = (...assignments: readonly string[]) =>
  readProtocol(assignments.reduce<unknown>(setValue, plain()));

test('a zone has the settings of the device but for what it says itself', () => {
  const protocol = protocolWith();
  expect(protocol.zones.map((zone) => settingsOf(protocol, zone))).toEqual([
    { depth: 0.0015, passes: 4, handSpeed: 0.02, frequency: undefined },
    { depth: 0.00075, passes: 2, handSpeed: 0.02, frequency: undefined },
  ]);
});

test('a zone has the site and area of the case but for what it says itself', () => {
  const protocol = protocolWith();
  const places = protocol.zones.map((zone) => caseOfZone(protocol, zone).site);
  expect(places.map(({ id, area }) => [id, area])).toEqual([
    ['cheek', 0.004],
    ['temple', 0.0009],
  ]);
  expect(places[1]?.touches).toEqual(protocol.case.site.touches);
});

test('a reading of the skin holds for zones at the site where it was taken, and for no other', () => {
  const reading = ['layer=dermis', 'method=ultrasound', 'value=1.8 mm', 'error=0.1 mm'];
  const protocol = protocolWith(...reading.map((field) => `case.measured[0].${field}`));
  const measured = protocol.zones.map((zone) => caseOfZone(protocol, zone).measured);
  expect(measured).toEqual([protocol.case.measured, undefined]);
});

test.each([
  ['sessions[0]=7 days', 'sessions'],
  ['sessions[2]=28 days', 'sessions'],
  ['device.sheet=sheet.json', 'device'],
  ['device.depth=11 mm', 'device.depth'],
  ['device.passes=0', 'device.passes'],
  ['zones[1].hand_speed=0.1 mm/s', 'zones[1].hand_speed'],
  ['case.person.age=130 years', 'case.person.age'],
])('%s is refused at %s', (assignment, path) => {
  expect(problemsOf(() => protocolWith(assignment)).map((problem) => problem.path)).toEqual([path]);
});

test('a device needs an id or a sheet', () => {
  const { id, ...device } = plain().device;
  expect(id).toBe('skinpen_precision');
  expect(problemsOf(() => readProtocol({ ...plain(), device }))).toMatchObject([
    { path: 'device', problem: 'needs either id or sheet' },
  ]);
});
