import type { Citation, Fact, Findings, Report } from '@percuta/engine';
import { html } from 'hono/html';
import { when, type Html } from './markup.ts';
import { originOf, readChip } from './origin.ts';
import { factList, panel, table } from './parts.ts';

/** Defaults that are estimates, and the unverified priors by what hangs on them. */
export const estimatesPanel = (
  { estimates, priors, priorFloor }: Findings,
  citations: readonly Citation[],
): Html =>
  panel(
    'Estimates this rests on',
    html`${table({
      caption: 'Planning defaults and device facts that nobody has verified',
      head: ['Default', 'Value', 'How it is known'],
      rows: estimates.map((fact) => [fact.label, fact.value, originOf(fact, citations)]),
    })}
    ${when(priors.length > 0, () =>
      table({
        caption: `Unverified priors, the most influential first: share of the variance each explains alone (first-order Sobol index); shares below ${priorFloor} cannot be told from none with these draws and stand as 0`,
        head: ['Prior', 'Read', 'Depth tips reach', 'Holes in the dermis', 'Room to fat'],
        rows: priors.map(({ name, meaning, read, insertionDepth, dermalDensity, roomToFat }) => [
          html`${meaning} <code>${name}</code>`,
          readChip(read),
          insertionDepth,
          dermalDensity,
          roomToFat,
        ]),
      }),
    )}`,
    'long',
  );

const sourceLine = ({ number, text, link, status }: Citation): Html =>
  html`<li id="source-${number}">
    ${link === undefined ? text : html`<a href="${link}">${text}</a>`}${
      status === undefined ? '' : html` <span class="note">${status}</span>`
    }
  </li>`;

export const sourcesPanel = ({ citations }: Report): Html =>
  when(citations.length > 0, () =>
    panel(
      'Sources',
      html`<ol class="sources">
        ${citations.map(sourceLine)}
      </ol>`,
      'long',
    ),
  );

const fact = (label: string, value: string): Fact => ({ label, value, sources: [] });

/** What is needed to compute the same again. */
export const manifestPanel = ({ manifest }: Report): Html => {
  const { engineVersion, seed, draws, inputHash, resultHash, stages, overrides } = manifest;
  return panel(
    'Manifest',
    factList(
      [
        fact('Engine', engineVersion),
        fact('Draws', String(draws)),
        fact('Seed', seed),
        fact('Input', inputHash),
        fact('Result', resultHash),
        fact('Stages', stages.map(({ name, version }) => `${name} ${version}`).join(', ')),
        fact(
          'Parameters overridden',
          overrides.length === 0
            ? 'none'
            : overrides.map(({ parameter, value }) => `${parameter} = ${value}`).join('; '),
        ),
      ],
      [],
    ),
    'manifest',
  );
};
