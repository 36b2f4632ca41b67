import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { progressLine } from './progress.ts';

const isTerminal = process.stderr.isTTY;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  process.stderr.isTTY = false;
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  process.stderr.isTTY = isTerminal;
});

test('where nobody watches, a short run is silent and a long one says every 20 s how far it is', () => {
  const told: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told.push(String(text));
    return true;
  });
  const { step, end } = progressLine();
  for (let done = 0; done < 50; done += 1) {
    step(done, 50, 'heat');
    vi.advanceTimersByTime(1000);
  }
  end();
  expect(told).toEqual(['20 of 50 heat, after 20 s\n', '40 of 50 heat, after 40 s\n']);
});
