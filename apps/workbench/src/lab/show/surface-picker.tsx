import type { HeatFilm, Surface } from '@percuta/scene';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const levels = [45, 50, 60, 70] as const;
const zeroCelsius = 273.15;

/** Surfaces of equal temperature and of damage done, drawn inside of the block. */
export const SurfacePicker = ({
  film,
  onSurfaces,
}: {
  readonly film: HeatFilm;
  readonly onSurfaces: (surfaces: readonly Surface[]) => void;
}) => {
  const { t } = useTranslation('lab');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const all: readonly (readonly [string, string, Surface])[] = [
    ...levels.map(
      (level) =>
        [
          String(level),
          t('block.surface.temperature', { level }),
          { kind: 'temperature', level: level + zeroCelsius },
        ] as const,
    ),
    ...film.damage.map(
      ({ name }) => [name, t('block.surface.damage', { name }), { kind: 'damage', name }] as const,
    ),
  ];
  if (film.geometry !== 'block') return undefined;
  const toggle = (key: string): void => {
    const next = chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key];
    setChosen(next);
    onSurfaces(all.flatMap(([own, , surface]) => (next.includes(own) ? [surface] : [])));
  };
  return (
    <fieldset className="surfaces">
      <legend>{t('block.surfaces')}</legend>
      {all.map(([key, words]) => (
        <label key={key} className="check">
          <input type="checkbox" checked={chosen.includes(key)} onChange={() => toggle(key)} /> {words}
        </label>
      ))}
    </fieldset>
  );
};
