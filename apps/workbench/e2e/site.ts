import type { TestProject } from 'vitest/node';
import { buildSite, siteFolder } from '../../cli/src/serve/build-site.ts';
import { serveSite } from '../../cli/src/serve/serve-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    site: string;
  }
}

/** Builds and serves the site for all tests of it, as `percuta serve` does. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  buildSite();
  const { url, close } = await serveSite(siteFolder, 0);
  project.provide('site', url);
  return close;
}
