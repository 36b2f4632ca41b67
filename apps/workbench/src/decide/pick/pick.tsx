import { Button } from '@mantine/core';
import { conditionNames, indicationIds, phototypes, siteNames, type SiteId } from '@percuta/evidence';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from '../choice.ts';
import { useChoice } from '../use-choice.ts';
import { BodyMap } from './body-map.tsx';
import { rimSites, shapes, viewOf, views, type View } from './body-shapes.ts';
import { Choices } from './choices.tsx';

const sitesOf = (view: View): SiteId[] =>
  shapes.filter((shape) => shape.view === view).map(({ site }) => site);

interface WhereProps {
  readonly chosen: SiteId | undefined;
  readonly choose: (site: SiteId) => void;
}

/** The same places as a list and as a drawing: one state, two ways to it. */
const Where = ({ chosen, choose }: WhereProps) => {
  const { t } = useTranslation('decide');
  const [view, setView] = useState<View>(chosen === undefined ? 'face' : viewOf(chosen));
  return (
    <>
      <Choices
        name="view"
        legend={t('where.turn')}
        chosen={view}
        choose={setView}
        options={views.map((each) => ({ value: each, label: t(`where.view.${each}`) }))}
      />
      <div className="where">
        <Choices
          name="site"
          legend={t('where.list')}
          chosen={chosen}
          choose={choose}
          options={sitesOf(view).map((site) => ({ value: site, label: siteNames[site], isContent: true }))}
        />
        <BodyMap
          chosen={chosen}
          choose={choose}
          view={view}
          turn={() => setView(views[(views.indexOf(view) + 1) % views.length] ?? 'face')}
        />
      </div>
    </>
  );
};

const Missing = ({ choice }: { readonly choice: Choice }) => {
  const { t } = useTranslation('decide');
  const isExcluded = choice.site !== undefined && rimSites.includes(choice.site);
  if (isExcluded) return <p className="refused">{t('where.excluded')}</p>;
  if (choice.site === undefined) return <p className="hint">{t('pick.needsSite')}</p>;
  if (choice.problem === undefined) return <p className="hint">{t('pick.needsProblem')}</p>;
  return undefined;
};

const isComplete = ({ site, problem }: Choice): boolean =>
  site !== undefined && problem !== undefined && !rimSites.includes(site);

/** Where, what bothers, and which skin: three questions, the last one free. */
export const Pick = () => {
  const { t } = useTranslation('decide');
  const { choice: given, step } = useChoice();
  const [choice, setChoice] = useState<Choice>(given);
  const set = (changes: Choice) => setChoice((known) => ({ ...known, ...changes }));
  return (
    <form
      className="pick"
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete(choice)) step(choice);
      }}
    >
      <h1>{t('pick.title')}</h1>
      <p className="lead">{t('pick.lead')}</p>
      <section aria-labelledby="where">
        <h2 id="where">{t('where.title')}</h2>
        <Where chosen={choice.site} choose={(site) => set({ site })} />
        <p role="status" className="chosen">
          {choice.site === undefined ? t('where.none') : t('where.chosen', { name: siteNames[choice.site] })}
        </p>
      </section>
      <section>
        <Choices
          name="problem"
          legend={<h2>{t('pick.problem')}</h2>}
          chosen={choice.problem}
          choose={(problem) => set({ problem })}
          options={indicationIds.map((id) => ({ value: id, label: conditionNames[id], isContent: true }))}
        />
      </section>
      <section>
        <Choices
          name="skin"
          legend={<h2>{t('pick.skin')}</h2>}
          chosen={choice.skin ?? 'unknown'}
          choose={(skin) => set({ skin: skin === 'unknown' ? undefined : skin })}
          options={[
            ...phototypes.map((type) => ({ value: type, label: t(`skin.${type}`) })),
            { value: 'unknown' as const, label: t('skin.unknown') },
          ]}
        />
      </section>
      <div aria-live="polite">
        <Missing choice={choice} />
      </div>
      <Button type="submit" size="lg" fullWidth disabled={!isComplete(choice)}>
        {t('pick.go')}
      </Button>
    </form>
  );
};
