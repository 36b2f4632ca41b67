import { pageNames, type PageName } from './pages/page-names.ts';

export const views = ['checks', 'reports', 'parameters', 'limits', 'manifest'] as const;

/** What the Trust door is asked; it stands in the address after the "#". */
export interface TrustQuestion {
  readonly view?: (typeof views)[number] | undefined;
  /** Of the reports, the page that is read. */
  readonly page?: PageName | undefined;
  /** What the parameters are searched for. */
  readonly search?: string | undefined;
}

/** What it does not understand is undefined, which the router puts over the text of the address. */
export const readTrustQuestion = (given: Readonly<Record<string, unknown>>): TrustQuestion => ({
  view: views.find((view) => view === given['view']),
  page: pageNames.find((page) => page === given['page']),
  search: typeof given['search'] === 'string' ? given['search'] : undefined,
});
