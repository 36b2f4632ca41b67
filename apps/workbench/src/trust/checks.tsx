import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Running } from '../compute/running.tsx';
import { useAnswer } from '../compute/use-answer.ts';
import type { Answers } from '../compute/messages.ts';
import { measurements } from './measurements.ts';

const digits = (value: number): string => String(Number(value.toPrecision(4)));

const Verdict = ({ passed }: { readonly passed: boolean }) => {
  const { t } = useTranslation('trust');
  return (
    <span className={passed ? 'chip ok' : 'chip limit'}>{passed ? t('checks.ok') : t('checks.miss')}</span>
  );
};

const Heads = ({ of }: { readonly of: readonly string[] }) => (
  <thead>
    <tr>
      {of.map((head) => (
        <th key={head} scope="col">
          {head}
        </th>
      ))}
    </tr>
  </thead>
);

const Verified = ({ checks }: { readonly checks: Answers['verify'] }) => {
  const { t } = useTranslation('trust');
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={t('checks.verify')}>
      <table>
        <Heads
          of={[
            t('checks.verdict'),
            t('checks.check'),
            t('checks.value'),
            t('checks.expected'),
            t('checks.unit'),
          ]}
        />
        <tbody>
          {checks.map(({ id, passed, value, expected, tolerance, unit }) => (
            <tr key={id}>
              <td>
                <Verdict passed={passed} />
              </td>
              <th scope="row" data-content>
                {id}
              </th>
              <td data-content>{digits(value)}</td>
              <td data-content>
                {expected} ± {tolerance}
              </td>
              <td data-content>{unit}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Validated = ({ result }: { readonly result: Answers['validate'] }) => {
  const { t } = useTranslation('trust');
  return (
    <>
      <div className="scroll" tabIndex={0} role="group" aria-label={t('checks.validate')}>
        <table>
          <Heads
            of={[
              t('checks.verdict'),
              t('checks.check'),
              t('checks.predicted'),
              t('checks.measured'),
              t('checks.unit'),
              t('checks.criterion'),
            ]}
          />
          <tbody>
            {result.checks.map(({ id, quantity, passed, value, low, high, expected, unit, criterion }) => (
              <tr key={id + quantity}>
                <td>
                  <Verdict passed={passed} />
                </td>
                <th scope="row" data-content>
                  {quantity}
                </th>
                <td data-content>
                  {value} ({low} to {high})
                </td>
                <td data-content>{expected}</td>
                <td data-content>{unit}</td>
                <td data-content>{criterion}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {result.notScored.length > 0 && (
        <details>
          <summary>{t('checks.open')}</summary>
          <ul>
            {result.notScored.map(({ id, quantity, because }) => (
              <li key={id + quantity} data-content>
                {quantity}: {because}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};

interface Counted {
  readonly passed: boolean;
}

const Held = ({ checks }: { readonly checks: readonly Counted[] }) => {
  const { t } = useTranslation('trust');
  const passed = checks.filter((check) => check.passed).length;
  return (
    <p role="status">
      <strong>{t('checks.hold', { passed, total: checks.length })}</strong>
    </p>
  );
};

const Failed = ({ error }: { readonly error: Error | undefined }) => {
  const { t } = useTranslation('trust');
  return error === undefined ? undefined : (
    <p className="refused">{t('checks.failed', { message: error.message })}</p>
  );
};

const Verify = () => {
  const { t } = useTranslation('trust');
  const [isAsked, setAsked] = useState(false);
  const { answer, isRunning, progress, cancel, error } = useAnswer(
    ['verify'],
    isAsked ? { kind: 'verify' } : undefined,
  );
  return (
    <section className="panel" aria-labelledby="verify">
      <h2 id="verify">{t('checks.verify')}</h2>
      <p className="small">{t('checks.verifyLead')}</p>
      {answer === undefined && !isRunning && (
        <Button onClick={() => setAsked(true)}>{t('checks.run')}</Button>
      )}
      {isRunning && <Running progress={progress} cancel={cancel} />}
      <Failed error={error} />
      {answer !== undefined && (
        <>
          <Held checks={answer} />
          <Verified checks={answer} />
        </>
      )}
    </section>
  );
};

const Validate = () => {
  const { t } = useTranslation('trust');
  const [isAsked, setAsked] = useState(false);
  const { answer, isRunning, progress, cancel, error } = useAnswer(
    ['validate'],
    isAsked ? { kind: 'validate' as const, measurements } : undefined,
  );
  return (
    <section className="panel" aria-labelledby="validate">
      <h2 id="validate">{t('checks.validate')}</h2>
      <p className="small">{t('checks.validateLead')}</p>
      {answer === undefined && !isRunning && (
        <Button onClick={() => setAsked(true)}>{t('checks.run')}</Button>
      )}
      {isRunning && <Running progress={progress} cancel={cancel} />}
      <Failed error={error} />
      {answer !== undefined && (
        <>
          <Held checks={answer.checks} />
          <Validated result={answer} />
        </>
      )}
    </section>
  );
};

/** Verification and validation, computed on the device of whoever asks. */
export const Checks = () => (
  <>
    <Verify />
    <Validate />
  </>
);
