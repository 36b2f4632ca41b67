import { useElementSize } from '@mantine/hooks';
import type { Figure, FigureOptions } from '@percuta/figures';
import { memo, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

interface PictureProps {
  readonly draw: (options: FigureOptions) => Figure;
  /** px; no wider than this, however wide the page. */
  readonly widest?: number;
  /** Left out where the words beside the figure say what it shows. */
  readonly hasCaption?: boolean;
}

/** px; what is narrower is still being laid out. */
const least = 200;

/** A figure drawn for the width there is, with its finding below; redrawn when `draw` changes. */
export const Picture = memo(({ draw, widest = 720, hasCaption = true }: PictureProps) => {
  const { t } = useTranslation();
  const id = useId().replaceAll(/[^a-zA-Z0-9]/g, '');
  const { ref, width } = useElementSize<HTMLElement>();
  const room = Math.min(widest, Math.floor(width));
  const figure = useMemo(
    () => (room >= least ? draw({ id: `figure${id}`, width: room }) : undefined),
    [draw, id, room],
  );
  return (
    <figure ref={ref} className="picture">
      {figure !== undefined && (
        <>
          {/* Our own markup, escaped where it was made. */}
          <div data-content dangerouslySetInnerHTML={{ __html: figure.svg }} />
          {hasCaption && (
            <figcaption>
              <span data-content>{figure.sentence}</span>
              {figure.note !== '' && (
                <details>
                  <summary>{t('picture.how')}</summary>
                  <p data-content>{figure.note}</p>
                </details>
              )}
            </figcaption>
          )}
        </>
      )}
    </figure>
  );
});
