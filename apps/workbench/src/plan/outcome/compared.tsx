import { NativeSelect } from '@mantine/core';
import { courseRows, type CourseRow, type ShortlistEntry } from '@percuta/engine';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { places } from './course-bar.tsx';

interface ComparedProps {
  readonly entries: readonly ShortlistEntry[];
}

const rowNames = Object.keys(courseRows).filter((row): row is CourseRow => row in courseRows);

interface WhichProps extends ComparedProps {
  readonly label: string;
  readonly value: string;
  readonly choose: (letter: string) => void;
}

const Which = ({ entries, label, value, choose }: WhichProps) => {
  const { t } = useTranslation('plan');
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={value}
      data={entries.map(({ letter }) => ({ value: letter, label: t('choose.letter', { letter }) }))}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    />
  );
};

/** Two courses side by side: what differs first and marked, then what is the same. */
export const Compared = memo(({ entries }: ComparedProps) => {
  const { t } = useTranslation('plan');
  const [letters, setLetters] = useState<readonly string[]>(['A', 'B']);
  const [left = entries[0], right = entries[1]] = letters.map((letter) =>
    entries.find((entry) => entry.letter === letter),
  );
  if (left === undefined || right === undefined) return undefined;
  const differs = (row: CourseRow): boolean => left.cells[row] !== right.cells[row];
  const rows = [...rowNames.filter(differs), ...rowNames.filter((row) => !differs(row))];
  return (
    <details className="panel" id={places.compare} tabIndex={-1}>
      <summary>
        <h2>{t('compare.title')}</h2>
      </summary>
      <div className="choose">
        <Which
          entries={entries}
          label={t('compare.left')}
          value={left.letter}
          choose={(letter) => setLetters([letter, right.letter])}
        />
        <Which
          entries={entries}
          label={t('compare.right')}
          value={right.letter}
          choose={(letter) => setLetters([left.letter, letter])}
        />
      </div>
      <div className="scroll">
        <table>
          <caption className="unseen">
            {t('compare.caption', { left: left.letter, right: right.letter })}
          </caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('choose.letter', { letter: left.letter })}</th>
              <th scope="col">{t('choose.letter', { letter: right.letter })}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row} className={differs(row) ? 'differs' : ''}>
                <th scope="row">
                  <span data-content>{courseRows[row]}</span>
                  {!differs(row) && <span className="small"> {t('compare.same')}</span>}
                </th>
                <td data-content>{left.cells[row]}</td>
                <td data-content>{right.cells[row]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
});
