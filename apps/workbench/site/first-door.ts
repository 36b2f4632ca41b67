import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

/** What the page draws first: its frame, and in it the first door. */
const first = ['/src/start.tsx', '/src/decide/decide.tsx'] as const;

/** Chunks that some bring with them, these first. */
const behind = (
  chunks: ReadonlyMap<string, Rolldown.OutputChunk>,
  starts: readonly string[],
): Set<string> => {
  const seen = new Set(starts);
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
      const starts = first.map((module) => {
        const found = [...chunks.values()].find(({ facadeModuleId }) => facadeModuleId?.endsWith(module));
        if (found === undefined) throw new Error(`no chunk begins with ${module}`);
        return found;
      });
      const styles = starts.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
      const files = [
        ...behind(
          chunks,
          starts.map(({ fileName }) => fileName),
        ),
        ...styles,
      ];
      return files.filter((file) => !html.includes(`./${file}"`)).map(tagOf);
    },
  },
});
