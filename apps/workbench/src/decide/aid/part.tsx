import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The parts of the page in reading order. */
export const parts = [
  'how',
  'help',
  'harm',
  'heat',
  'options',
  'weeks',
  'fit',
  'told',
  'matters',
  'ask',
  'costs',
  'after',
  'keep',
] as const;

export type PartId = (typeof parts)[number];

export const Part = ({ id, children }: { readonly id: PartId; readonly children: ReactNode }) => {
  const { t } = useTranslation('decide');
  return (
    <section className="part" aria-labelledby={`part-${id}`} id={id}>
      <h2 id={`part-${id}`} tabIndex={-1}>
        {t(`part.${id}`)}
      </h2>
      {children}
    </section>
  );
};

/** Text of the decision aid: content with sources of its own, not words of the interface. */
export const Said = ({ children }: { readonly children: string }) => <p data-content>{children}</p>;
