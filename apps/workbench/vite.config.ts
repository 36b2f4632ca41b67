import { defineConfig, type Plugin } from 'vite';
import { firstDoorAtOnce } from './site/first-door.ts';
import { firstFrame } from './site/first-frame.ts';
import { headers, policyInPage } from './site/headers.ts';
import { offline } from './site/offline.ts';

/** The policy also stands in the page, for hosts that send no headers of their own. */
const pagePolicy = (): Plugin => ({
  name: 'policy-in-page',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policyInPage },
      injectTo: 'head-prepend',
    },
  ],
});

/** What a host should send with every file, for `percuta serve` and for whoever sets up another. */
const headersFile = (): Plugin => ({
  name: 'headers-file',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'headers.json', source: JSON.stringify(headers, undefined, 2) });
  },
});

/** Which modules are in which chunk and what each chunk loads: the tests read it, the site does not. */
const moduleGraph = (): Plugin => ({
  name: 'module-graph',
  apply: 'build',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).flatMap((file) =>
      file.type === 'chunk'
        ? [
            {
              file: file.fileName,
              isEntry: file.isEntry,
              facade: file.facadeModuleId,
              imports: file.imports,
              dynamicImports: file.dynamicImports,
              modules: Object.keys(file.modules),
            },
          ]
        : [],
    );
    this.emitFile({ type: 'asset', fileName: 'module-graph.json', source: JSON.stringify(chunks) });
  },
});

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [pagePolicy(), firstFrame(), firstDoorAtOnce(), headersFile(), moduleGraph(), offline()],
  worker: { format: 'es' },
  build: {
    target: 'es2024',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Mantine marks its modules for servers that render; there is none here.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
});
