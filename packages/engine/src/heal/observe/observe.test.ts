import { centralValues } from '@percuta/evidence';
import { toSI } from '@percuta/quantity';
import { expect, test } from 'vitest';
import { healParameters } from '../heal-stage.ts';
import { barrierAfter, closingTime, gapAfter, growEpidermis } from '../surface/epidermis.ts';
import { normalPlace } from '../place.ts';
import { ratesOf } from '../rates.ts';
import { waterLoss } from './barrier.ts';
import { depthMean } from './depth-mean.ts';

const p = ratesOf(centralValues(healParameters), normalPlace);
const perHour = toSI(1, 'g/m2/h');
const pores = { density: toSI(2, '1/mm2'), gapRadius: toSI(0.05, 'mm') };

test('channels close after the lag at the speed of the front', () => {
  expect(closingTime(toSI(0.05, 'mm'), p) / toSI(1, 'h')).toBeCloseTo(10.25, 10);
  expect(closingTime(toSI(0.145, 'mm'), p) / toSI(1, 'h')).toBeCloseTo(22.125, 10);
  expect(gapAfter(toSI(0.05, 'mm'), toSI(7, 'h'), p)).toBeCloseTo(toSI(26, 'um'), 12);
});

test('the barrier follows the closing', () => {
  expect(barrierAfter(toSI(0.05, 'mm'), toSI(72, 'h'), p)).toBeCloseTo(0.83487321, 8);
  expect(barrierAfter(0, 0, p)).toBe(1);
});

test('water loss of open and of drying pores', () => {
  expect(waterLoss(pores, 0, p) / perHour).toBeCloseTo(90.877863, 5);
  expect(waterLoss(pores, toSI(4, 'h'), p) / perHour).toBeCloseTo(7.878641, 5);
  expect(waterLoss({ ...pores, density: 0 }, 0, p)).toBe(p.TEWL0);
});

test('thickness and pigment relax to what drives them', () => {
  const drive = { fibroblasts: 3, inflammation: 1, isOpen: false };
  const start = { opened: 0, thickness: 1, melanin: 0 };
  const late = growEpidermis(start, drive, toSI(5, 'years'), p);
  expect(late.thickness).toBeCloseTo(1 + 2 * p.alpha_h, 10);
  expect(late.melanin).toBeCloseTo((p.p_Q * 0.5) / p.k_Q, 10);
  const half = growEpidermis(growEpidermis(start, drive, 1e6, p), drive, 1e6, p);
  expect(half.thickness).toBeCloseTo(growEpidermis(start, drive, 2e6, p).thickness, 12);
});

test('a mean over depth weighs layers by what of them lies above', () => {
  const healing = { depths: Float64Array.of(0, 1, 3), layers: 2, times: Float64Array.of(0, 1) };
  const series = Float64Array.of(6, 3, 1, 1);
  expect([...depthMean(healing, series)]).toEqual([4, 1]);
  expect([...depthMean(healing, series, 2)]).toEqual([4.5, 1]);
  expect([...depthMean(healing, series, 0.5)]).toEqual([6, 1]);
});
