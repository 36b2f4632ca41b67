import { scaleFunnel, type Forecast, type ScaleResult } from '@percuta/evidence';
import { forestPlot, funnelPlot, gradeTable, iconArray, standAlone } from '@percuta/figures';

/** px: the text column of a page. */
const width = 708;

const forestFiles = (results: readonly ScaleResult[]): [string, string][] =>
  results
    .filter((result) => result.results.length > 0)
    .flatMap((result) => {
      const { measure } = result;
      const forest = standAlone(forestPlot(result, { id: `forest-${measure}`, width }));
      const scale = scaleFunnel(result);
      const funnel =
        scale && standAlone(funnelPlot({ ...result, ...scale }, { id: `funnel-${measure}`, width }));
      return [
        [`forest-${measure}.svg`, forest] as [string, string],
        ...(funnel === undefined ? [] : [[`funnel-${measure}.svg`, funnel] as [string, string]]),
      ];
    });

/** SVG files of what is known: forest and funnel plots by scale; people and certainty where there is a forecast. */
export const evidenceFiles = (
  forecast: Forecast,
  results: readonly ScaleResult[],
): Readonly<Record<string, string>> => {
  const files = Object.fromEntries(forestFiles(results));
  if (forecast.status !== 'estimated') return files;
  const { levels, statement, certainty } = forecast;
  return {
    ...files,
    'people.svg': standAlone(
      iconArray({ levels, statement, grade: certainty.grade }, { id: 'people', width }),
    ),
    'certainty.svg': standAlone(gradeTable({ certainty }, { id: 'certainty', width })),
  };
};
