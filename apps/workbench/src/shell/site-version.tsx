import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Calls `ready` with a version of the site that is loaded and waits, if there is one, at once or later. */
const watchVersions = async (ready: (waiting: ServiceWorker) => void): Promise<void> => {
  const registration = await navigator.serviceWorker.register('./service-worker.js');
  const tell = (): void => {
    // Without a version in charge there is nothing older to be replaced.
    if (registration.waiting && navigator.serviceWorker.controller) ready(registration.waiting);
  };
  tell();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', tell);
  });
};

/** Keeps the site for use without a network, and says when another version of it is ready. */
export const SiteVersion = () => {
  const { t } = useTranslation();
  const [waiting, setWaiting] = useState<ServiceWorker>();
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    watchVersions(setWaiting).catch((error: unknown) => {
      // Private windows and full disks refuse: all else works, only not without a network.
      console.warn(t('version.notKept'), error);
    });
  }, [t]);
  const take = (): void => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting?.postMessage('take over');
  };
  return (
    <div role="status" className="site-version">
      {waiting && (
        <>
          {t('version.ready')}{' '}
          <button type="button" className="link-button" onClick={take}>
            {t('version.take')}
          </button>
        </>
      )}
    </div>
  );
};
