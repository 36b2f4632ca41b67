import { useQuery } from '@tanstack/react-query';
import { firstExample, loadExample } from './example-documents.ts';
import type { LabLink } from './link.ts';

/** The document a link names, before any change. */
export const useDocument = ({ example = firstExample, document }: LabLink) => {
  const loaded = useQuery({
    queryKey: ['example', example],
    queryFn: () => loadExample(example),
    enabled: document === undefined,
  });
  return document === undefined
    ? { document: loaded.data, error: loaded.error ?? undefined }
    : { document, error: undefined };
};
