import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SiteVersion } from './site-version.tsx';
import { useFocusKept } from './focus/use-focus-kept.ts';
import { Waiting } from './waiting.tsx';

const doors = ['decide', 'plan', 'lab', 'evidence', 'trust'] as const;

const nextScheme: Readonly<Record<MantineColorScheme, MantineColorScheme>> = {
  auto: 'light',
  light: 'dark',
  dark: 'auto',
};

const SchemeButton = () => {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <button
      type="button"
      className="quiet-button"
      aria-label={t('scheme.change', { now: t(`scheme.${colorScheme}`) })}
      onClick={() => setColorScheme(nextScheme[colorScheme])}
    >
      {t(`scheme.${colorScheme}`)}
    </button>
  );
};

/** A new door is announced: its heading takes the focus, as a new page would. */
const useDoorFocus = () => {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) main.current?.focus();
    isFirst.current = false;
  }, [pathname]);
  return main;
};

/** What stands around every door. */
export const Frame = () => {
  const { t } = useTranslation();
  const main = useDoorFocus();
  useFocusKept();
  return (
    <>
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          // The part after "#" is the address of the door, so that the link must not change it.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t('skip')}
      </a>
      <header className="top">
        <Link to="/decide" className="brand" aria-label={t('brand.home')}>
          {t('brand.name')}
        </Link>
        <nav aria-label={t('doors')}>
          {doors.map((door) => (
            <Link key={door} to={`/${door}`} className="door" activeOptions={{ includeSearch: false }}>
              {t(`door.${door}`)}
            </Link>
          ))}
        </nav>
        <SchemeButton />
      </header>
      <main ref={main} tabIndex={-1} id="main">
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </main>
      <footer className="foot">
        <SiteVersion />
        <p>{t('use')}</p>
      </footer>
    </>
  );
};
