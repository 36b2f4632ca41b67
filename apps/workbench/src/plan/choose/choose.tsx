import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { mostReason } from '@percuta/engine';
import { memo, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lettered } from '../../compute/messages.ts';
import { places } from '../outcome/course-bar.tsx';
import { ChoiceContext } from './choice-context.ts';
import { Chosen } from './chosen.tsx';

interface ChooseProps {
  readonly shown: readonly Lettered[];
  /** The course on the page: it is the one to settle on. */
  readonly course: Lettered;
  readonly show: (index: number) => void;
}

/** Settles on one course, with the reason of who settles and the day of the first session; both are kept with the case. */
export const Choose = memo(({ shown, course, show }: ChooseProps) => {
  const { t } = useTranslation('plan');
  const { choice, choose } = useContext(ChoiceContext);
  const [reason, setReason] = useState(choice?.reason ?? '');
  const [day, setDay] = useState(choice?.first ?? '');
  const { id } = course.candidate;
  const settled = shown.find(({ candidate }) => candidate.id === choice?.course);
  return (
    <section className="panel" id={places.settle} tabIndex={-1}>
      <h2>{t('choose.title')}</h2>
      <form
        className="choose"
        onSubmit={(event) => {
          event.preventDefault();
          choose({ course: id, reason: reason.trim(), first: day });
        }}
      >
        <NativeSelect
          size="xs"
          label={t('choose.course')}
          value={id}
          data={shown.map(({ letter, candidate }) => ({
            value: candidate.id,
            label: t('choose.letter', { letter }),
          }))}
          onChange={({ currentTarget: { value } }) =>
            show(shown.findIndex(({ candidate }) => candidate.id === value))
          }
        />
        <TextInput
          size="xs"
          type="date"
          label={t('choose.first')}
          value={day}
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
        />
        <Textarea
          size="xs"
          autosize
          minRows={1}
          className="reason"
          label={t('choose.reason')}
          maxLength={mostReason}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Button size="xs" type="submit">
          {t('choose.go')}
        </Button>
      </form>
      {choice !== undefined &&
        (settled === undefined ? (
          <p className="notice">{t('choose.gone')}</p>
        ) : (
          <Chosen choice={choice} course={settled} />
        ))}
    </section>
  );
});
