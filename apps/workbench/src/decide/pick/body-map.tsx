import { siteNames, type SiteId } from '@percuta/evidence';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isDirection, nearest, outlines, rimSites, shapes, viewOf, type View } from './body-shapes.ts';

interface MapProps {
  readonly chosen: SiteId | undefined;
  readonly choose: (site: SiteId) => void;
  readonly view: View;
  readonly turn: () => void;
}

const firstOf = (view: View): SiteId => shapes.find((shape) => shape.view === view)?.site ?? 'cheek';

const Place = ({
  site,
  isChosen,
  isEntry,
  choose,
}: {
  readonly site: SiteId;
  readonly isChosen: boolean;
  readonly isEntry: boolean;
  readonly choose: () => void;
}) => {
  const { t } = useTranslation('decide');
  const name = siteNames[site];
  const spots = shapes.find((shape) => shape.site === site)?.spots ?? [];
  const isExcluded = rimSites.includes(site);
  return (
    <g
      role="radio"
      aria-checked={isChosen}
      aria-label={isExcluded ? t('where.excludedName', { name }) : name}
      tabIndex={isEntry ? 0 : -1}
      data-site={site}
      className={isExcluded ? 'place excluded' : 'place'}
      onClick={choose}
    >
      {spots.map(([cx, cy, rx, ry]) => (
        <g key={cx}>
          <ellipse className="reach" cx={cx} cy={cy} rx={Math.max(rx, 11)} ry={Math.max(ry, 11)} />
          <ellipse className="spot" cx={cx} cy={cy} rx={rx} ry={ry} />
        </g>
      ))}
    </g>
  );
};

/** One side of the body: arrows go to the nearest place, Space or Enter chooses, F turns. */
export const BodyMap = ({ chosen, choose, view, turn }: MapProps) => {
  const { t } = useTranslation('decide');
  const [entry, setEntry] = useState<SiteId>(firstOf(view));
  const drawing = useRef<SVGSVGElement>(null);
  const here = [entry, chosen].find((site) => site !== undefined && viewOf(site) === view);
  const inside = here ?? firstOf(view);

  const goTo = (site: SiteId) => {
    setEntry(site);
    drawing.current?.querySelector<SVGElement>(`[data-site="${site}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    if (isDirection(event.key)) goTo(nearest(inside, event.key));
    else if (event.key === ' ' || event.key === 'Enter') choose(inside);
    else if (event.key.toLowerCase() === 'f') turn();
    else return;
    event.preventDefault();
  };

  return (
    <div className="body-map">
      <svg
        ref={drawing}
        viewBox="20 0 160 300"
        role="radiogroup"
        aria-label={t('where.drawing')}
        onKeyDown={onKey}
      >
        <path className="outline" d={outlines[view]} />
        {shapes
          .filter((shape) => shape.view === view)
          .map(({ site }) => (
            <Place
              key={site}
              site={site}
              isChosen={site === chosen}
              isEntry={site === inside}
              choose={() => {
                setEntry(site);
                choose(site);
              }}
            />
          ))}
      </svg>
    </div>
  );
};
