import type { ChartMark } from '@percuta/figures';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { nextMark, type DrawnMark } from './chart-input.ts';

interface ChartMarksProps {
  readonly places: readonly ChartMark[];
  readonly marks: readonly DrawnMark[];
  readonly point: (label: string | undefined) => void;
  readonly choose: (label: string) => void;
}

/** px; smaller marks are pointed at as if they were so large. */
const least = 24;

const ways: Readonly<Record<string, 'left' | 'right' | 'up' | 'down'>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** What is said of a mark: everything that a reader sees when pointing at it. */
export const useMarkWords = () => {
  const { t } = useTranslation('plan');
  return ({ label, words: { course, benefit, downtime, refused } }: DrawnMark): string =>
    refused === undefined
      ? t('weigh.offered', { label, course, benefit, downtime })
      : t('weigh.refused', { label, course, benefit, downtime, ...refused });
};

/** Buttons over the marks of the chart, one stop of the Tab key: arrows go on by downtime and by benefit. */
export const ChartMarks = ({ places, marks, point, choose }: ChartMarksProps) => {
  const say = useMarkWords();
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const [current, setCurrent] = useState(marks[0]?.label);
  const stop = marks.some(({ label }) => label === current) ? current : marks[0]?.label;
  const move = (event: KeyboardEvent, label: string): void => {
    const way = ways[event.key];
    if (way === undefined) return;
    event.preventDefault();
    const next = nextMark(marks, label, way);
    if (next !== undefined) buttons.current.get(next)?.focus();
  };
  return places.map(({ label, x, y, r }) => {
    const mark = marks.find((each) => each.label === label);
    if (mark === undefined) return undefined;
    const size = Math.max(least, 2 * r);
    const isRefused = mark.words.refused !== undefined;
    return (
      <button
        key={label}
        ref={(button) => {
          if (button === null) buttons.current.delete(label);
          else buttons.current.set(label, button);
        }}
        type="button"
        className="chart-mark"
        style={{ left: x - size / 2, top: y - size / 2, width: size, height: size }}
        tabIndex={label === stop ? 0 : -1}
        aria-label={say(mark)}
        aria-disabled={isRefused}
        onFocus={() => {
          setCurrent(label);
          point(label);
        }}
        onBlur={() => point(undefined)}
        onMouseEnter={() => point(label)}
        onMouseLeave={() => point(undefined)}
        onKeyDown={(event) => move(event, label)}
        onClick={() => {
          if (!isRefused) choose(label);
        }}
      />
    );
  });
};
