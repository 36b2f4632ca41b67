import { clientsClaim, skipWaiting } from 'workbox-core';
import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';

/** Every file of the built site with the hash of its content; the build writes it here. */
declare const siteFiles: readonly { readonly url: string; readonly revision: string }[];

// A page keeps the files it was opened with: another version waits until the person asks for it.
globalThis.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.data === 'take over') skipWaiting();
});

cleanupOutdatedCaches();
precacheAndRoute([...siteFiles]);
clientsClaim();
