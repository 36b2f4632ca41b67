/** The document a plot is made in: the page's own, or in Node a small stand-in that only builds elements. */
const standIn = async (): Promise<Document> => {
  const { parseHTML } = await import('linkedom/worker');
  return parseHTML('<!doctype html><body></body>').document;
};

export const plotDocument: Document = typeof document === 'undefined' ? await standIn() : document;
