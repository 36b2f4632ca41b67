import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

const firstDoor = '/src/decide/decide.tsx';

/** Chunks that one brings with it, itself first. */
const behind = (chunks: ReadonlyMap<string, Rolldown.OutputChunk>, start: string): Set<string> => {
  const seen = new Set([start]);
  for (const file of seen) for (const next of chunks.get(file)?.imports ?? []) seen.add(next);
  return seen;
};

const tagOf = (file: string): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: {
    ...(file.endsWith('.css') ? { rel: 'preload', as: 'style' } : { rel: 'modulepreload' }),
    crossorigin: true,
    href: `./${file}`,
  },
  injectTo: 'head',
});

/**
 * The page asks at once for what its first door needs. Without it a browser learns of these files only when the script
 * of the page has come and run, which on a slow line is one way there and back more.
 */
export const firstDoorAtOnce = (): Plugin => ({
  name: 'first-door-at-once',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const chunks = new Map(
        Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])),
      );
      const door = [...chunks.values()].find(({ facadeModuleId }) => facadeModuleId?.endsWith(firstDoor));
      if (door === undefined) throw new Error(`no chunk begins with ${firstDoor}`);
      const files = [...behind(chunks, door.fileName), ...(door.viteMetadata?.importedCss ?? [])];
      return files.filter((file) => !html.includes(`./${file}"`)).map(tagOf);
    },
  },
});
