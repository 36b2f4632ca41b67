import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  armsFor,
  forecastFor,
  indicationIds,
  moderatorsFor,
  resultsFor,
  scaleFunnel,
  type Coverage,
  type Forecast,
  type IndicationId,
  type Route,
  type ScaleResult,
  type Scored,
} from '@percuta/evidence';
import {
  coveragePlot,
  estimateText,
  forestPlot,
  funnelPlot,
  gradeTable,
  iconArray,
  rangeText,
  standAlone,
  type Figure,
} from '@percuta/figures';
import { root } from '../sources.ts';
import { page, table } from './markdown.ts';

const width = 708;

/** A figure and the file it stands in. */
interface Drawn {
  readonly file: string;
  readonly figure: Figure;
}

const pictureText = ({ file, figure: { title, sentence, note } }: Drawn): string =>
  `![${title}](${file})\n\n${sentence} ${note}`;

const questions = indicationIds.flatMap((indication) =>
  (['needling', 'rf'] as const).map((route) => ({ indication, route })),
);

interface Section {
  readonly heading: string;
  readonly body: readonly string[];
  readonly figures: readonly Drawn[];
}

const drawn = (result: ScaleResult, indication: IndicationId, route: Route): Drawn[] => {
  if (result.pooled === undefined) return [];
  const name = `${indication}-${route}-${result.measure}`;
  const funnel = scaleFunnel(result);
  return [
    { file: `forest-${name}.svg`, figure: forestPlot(result, { id: `forest-${name}`, width }) },
    ...(funnel === undefined
      ? []
      : [
          {
            file: `funnel-${name}.svg`,
            figure: funnelPlot({ ...result, ...funnel }, { id: `funnel-${name}`, width }),
          },
        ]),
  ];
};

const singleRow = (result: ScaleResult): string[] => {
  const { name, results, studies, people, pooled, unpooled, notPooled, unit } = result;
  const [one] = results;
  const silent = unpooled.map(
    ({ study, found }) => `\`${study}\`${found === undefined ? '' : ` (${found})`}`,
  );
  const found = pooled ?? one;
  return [
    name,
    String(studies),
    String(people),
    found === undefined ? '' : estimateText(result, found.estimate, found.interval),
    found === undefined ? '' : unit,
    pooled?.prediction === undefined ? '' : rangeText(result, pooled.prediction),
    notPooled ?? 'pooled',
    silent.join(', '),
  ];
};

const forecastRow = (forecast: Forecast): string => {
  if (forecast.status === 'explained only') return `No figure of benefit: ${forecast.reason}.`;
  const half = forecast.levels.find(({ level }) => level === '50');
  return half === undefined
    ? ''
    : `Of 100 people like those studied ${half.median} (90 %: ${half.band90.low} to ${half.band90.high}) are better by half or more, on the face; certainty: ${forecast.certainty.grade}.`;
};

const sectionOf = ({ indication, route }: (typeof questions)[number]): Section[] => {
  if (armsFor({ indication, modality: route, role: 'needling' }).length === 0) return [];
  const results = resultsFor({ indication, modality: route });
  const figures = results.flatMap((result) => drawn(result, indication, route));
  return [
    {
      heading: `## ${indication.replaceAll('-', ' ')}, ${route === 'rf' ? 'needles with radio frequency' : 'needles alone'}`,
      body: [
        forecastRow(forecastFor(indication, route, 'face')),
        table(
          ['scale', 'studies', 'people', 'result (95 %)', 'in', 'a new study', '', 'on it without a number'],
          results.map(singleRow),
        ),
        moderatorsFor({ indication, modality: route })
          .map(({ moderator, statement }) => `- ${moderator}: ${statement}`)
          .join('\n'),
        ...figures.map(pictureText),
      ],
      figures,
    },
  ];
};

interface LeftOut {
  readonly coverage: Coverage;
  readonly scored: readonly Scored[];
}

const coverageFigure = (): Drawn => {
  const file = join(root, 'validation', 'evidence', 'leave-one-out.json');
  // Written by validation/evidence/run.ts; its test holds it to the model.
  const result: LeftOut = JSON.parse(readFileSync(file, 'utf8'));
  return { file: 'coverage.svg', figure: coveragePlot(result, { id: 'coverage', width }) };
};

/** The forecast with most studies, as people and with its certainty. */
const exampleFigures = (): Drawn[] => {
  const forecast = forecastFor('atrophic-acne-scars', 'needling', 'face');
  if (forecast.status !== 'estimated') return [];
  const { levels, statement, certainty } = forecast;
  return [
    {
      file: 'people.svg',
      figure: iconArray({ levels, statement, grade: certainty.grade }, { id: 'people', width }),
    },
    { file: 'certainty.svg', figure: gradeTable({ certainty }, { id: 'certainty', width }) },
  ];
};

const intro =
  'What trials say, indication by indication: a forecast where people were counted, and results pooled scale by scale. ' +
  'Nothing is pooled across scales, arms with something besides needles are left out, and studies that give no number ' +
  'are named with what they found. All results are before and after, not against no treatment. `./percuta evidence` prints the same.';

/** The page of evidence, and the figures it shows as files. */
export const evidenceFiles = (): ReadonlyMap<string, string> => {
  const sections = questions.flatMap(sectionOf);
  const coverage = coverageFigure();
  const examples = exampleFigures();
  const text = page(
    'Evidence',
    intro,
    '## Do the predictions hold?',
    pictureText(coverage),
    '## The best studied question',
    ...examples.map(pictureText),
    ...sections.flatMap(({ heading, body }) => [heading, ...body]),
  );
  const figures = [coverage, ...examples, ...sections.flatMap((section) => section.figures)];
  return new Map([
    ['evidence.md', text],
    ...figures.map(({ file, figure }) => [file, standAlone(figure)] as const),
  ]);
};
