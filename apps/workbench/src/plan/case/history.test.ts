import { expect, test } from 'vitest';
import { change, historyOf, redo, undo } from './history.ts';

test('what is undone can be redone, to the same document', () => {
  const two = change(change(historyOf('a'), 'b'), 'c');
  expect(undo(two).now).toBe('b');
  expect(undo(undo(two)).now).toBe('a');
  expect(redo(undo(two))).toEqual(two);
});

test('a change after an undo forgets what was undone', () => {
  const history = change(undo(change(historyOf('a'), 'b')), 'c');
  expect(redo(history)).toBe(history);
  expect(undo(history).now).toBe('a');
});

test('at either end nothing happens', () => {
  const history = historyOf('a');
  expect(undo(history)).toBe(history);
  expect(redo(history)).toBe(history);
});
