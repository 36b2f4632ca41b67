import type { Origin } from '@percuta/engine';
import { isUnverified, reference } from '@percuta/evidence';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Something said on the page, with where it comes from. */
export interface Rest extends Origin {
  readonly label: string;
  readonly value?: string | undefined;
}

const Read = ({ read }: { readonly read: Origin['read'] | undefined }) => {
  const { t } = useTranslation();
  if (read === undefined) return undefined;
  return <span className={isUnverified(read) ? 'chip caution' : 'chip ok'}>{t(`read.${read}`)}</span>;
};

const Works = ({ sources, read, note }: Origin) => {
  const { t } = useTranslation();
  const isBare = sources.length === 0 && read === undefined && note === undefined;
  return (
    <>
      <Read read={read} />
      {note !== undefined && <p data-content>{note}</p>}
      {sources.map(({ key, locator }) => (
        <p key={key + (locator ?? '')} data-content>
          {reference(key).cite}
          {locator !== undefined && `; ${locator}`}
        </p>
      ))}
      {isBare && <p>{t('sources.judgement')}</p>}
    </>
  );
};

interface RestsProps {
  readonly title: string;
  readonly of: readonly Rest[];
  /** What is no single statement: constants, a way to the rest. */
  readonly children?: ReactNode;
}

/** What a panel rests on, behind one press; drawn when it is opened, since there may be dozens of lines. */
export const Rests = ({ title, of, children }: RestsProps) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="rests" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && (
        <>
          <dl>
            {of.map(({ label, value, ...origin }, i) => (
              <div key={`${label} ${i}`}>
                <dt data-content>
                  {label}
                  {value !== undefined && value !== '' && (
                    <>
                      : <strong>{value}</strong>
                    </>
                  )}
                </dt>
                <dd>
                  <Works {...origin} />
                </dd>
              </div>
            ))}
          </dl>
          {children}
        </>
      )}
    </details>
  );
};
