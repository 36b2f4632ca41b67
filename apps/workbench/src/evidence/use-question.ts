import { getRouteApi } from '@tanstack/react-router';
import type { Question } from './question.ts';

const route = getRouteApi('/evidence');

/** The question in the address, with what stands where nothing was asked. */
export const useQuestion = () => {
  const {
    view = 'results',
    problem = 'atrophic-acne-scars',
    route: way = 'needling',
    place = 'face',
  } = route.useSearch();
  const navigate = route.useNavigate();
  const ask = (changes: Question) =>
    void navigate({ search: (known) => ({ ...known, ...changes }), replace: true, resetScroll: false });
  return { question: { view, problem, route: way, place }, ask };
};
