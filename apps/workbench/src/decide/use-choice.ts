import { getRouteApi } from '@tanstack/react-router';
import { linkVersion, type Choice } from './choice.ts';

const route = getRouteApi('/decide');

/** The choice in the address, and how to change it. Steps of picking can be gone back over; answers cannot. */
export const useChoice = () => {
  const choice = route.useSearch();
  const navigate = route.useNavigate();
  const go = (changes: Choice, replace: boolean) =>
    void navigate({
      search: (known) => ({ ...known, ...changes, v: linkVersion }),
      replace,
      resetScroll: false,
    });
  return {
    choice,
    step: (changes: Choice) => go(changes, false),
    answer: (changes: Choice) => go(changes, true),
  };
};
