import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { LabLink } from './link.ts';

/** What stands in the address, and the way to change it without a new entry in the history. */
export const useLink = () => {
  const link: LabLink = useSearch({ from: '/lab' });
  const navigate = useNavigate({ from: '/lab' });
  const change = useCallback(
    (by: Partial<LabLink>) => void navigate({ search: (last) => ({ ...last, ...by }), replace: true }),
    [navigate],
  );
  return { link, change };
};
