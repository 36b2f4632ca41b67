import { Button } from '@mantine/core';
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
          {missedFirst(checks).map(({ id, passed, value, expected, tolerance, unit }) => (
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
            {missedFirst(result.checks).map(
              ({ id, quantity, passed, value, low, high, expected, unit, criterion }) => (
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
              ),
            )}
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

/** What is missed comes first; otherwise the order is that of the checks. */
const missedFirst = <Check extends Counted>(checks: readonly Check[]): readonly Check[] =>
  checks.toSorted((a, b) => Number(a.passed) - Number(b.passed));

interface HeldProps<Check extends Counted> {
  readonly checks: readonly Check[];
  readonly nameOf: (check: Check) => string;
  /** Said where nothing is missed. */
  readonly allHold: string;
}

/** How many hold, and by name which do not. */
const Held = <Check extends Counted>({ checks, nameOf, allHold }: HeldProps<Check>) => {
  const { t } = useTranslation('trust');
  const missed = checks.filter(({ passed }) => !passed);
  const names = missed.map(nameOf).join('; ');
  return (
    <>
      <p role="status">
        <strong>{t('checks.hold', { passed: checks.length - missed.length, total: checks.length })}</strong>
      </p>
      <p data-content>{missed.length === 0 ? allHold : t('checks.missed', { names })}</p>
    </>
  );
};

type VerifyCheck = Answers['verify'][number];

/** The part of its tolerance that a check uses. */
const shareUsed = ({ value, expected, tolerance }: VerifyCheck): number =>
  tolerance === 0 ? 0 : Math.abs(value - expected) / tolerance;

/** The check that holds with the least room. */
const nearest = (checks: Answers['verify']): VerifyCheck | undefined =>
  checks.reduce<VerifyCheck | undefined>(
    (most, check) => (most === undefined || shareUsed(check) > shareUsed(most) ? check : most),
    undefined,
  );

const VerifiedSum = ({ checks }: { readonly checks: Answers['verify'] }) => {
  const { t } = useTranslation('trust');
  const close = nearest(checks);
  const allHold =
    close === undefined
      ? t('checks.none')
      : t('checks.widest', { ...close, value: digits(close.value), unit: close.unit });
  return <Held checks={checks} nameOf={({ id }) => id} allHold={allHold} />;
};

const Failed = ({ error }: { readonly error: Error | undefined }) => {
  const { t } = useTranslation('trust');
  return error === undefined ? undefined : (
    <p className="refused">{t('checks.failed', { message: error.message })}</p>
  );
};

const verification = { kind: 'verify' } as const;
const validation = { kind: 'validate', measurements } as const;

const Verify = () => {
  const { t } = useTranslation('trust');
  const { answer, isRunning, progress, cancel, error, again } = useAnswer(['verify'], verification);
  return (
    <section className="panel" aria-labelledby="verify">
      <h2 id="verify">{t('checks.verify')}</h2>
      <p className="small">{t('checks.verifyLead')}</p>
      {answer === undefined && !isRunning && <Button onClick={again}>{t('checks.run')}</Button>}
      {isRunning && <Running progress={progress} cancel={cancel} />}
      <Failed error={error} />
      {answer !== undefined && (
        <>
          <VerifiedSum checks={answer} />
          <Verified checks={answer} />
        </>
      )}
    </section>
  );
};

const Validate = () => {
  const { t } = useTranslation('trust');
  const { answer, isRunning, progress, cancel, error, again } = useAnswer(['validate'], validation);
  return (
    <section className="panel" aria-labelledby="validate">
      <h2 id="validate">{t('checks.validate')}</h2>
      <p className="small">{t('checks.validateLead')}</p>
      {answer === undefined && !isRunning && <Button onClick={again}>{t('checks.run')}</Button>}
      {isRunning && <Running progress={progress} cancel={cancel} />}
      <Failed error={error} />
      {answer !== undefined && (
        <>
          <Held checks={answer.checks} nameOf={({ quantity }) => quantity} allHold={t('checks.none')} />
          <Validated result={answer} />
        </>
      )}
    </section>
  );
};

/** Verification and validation, computed on the device of whoever opens them: a second together. */
export const Checks = () => (
  <>
    <Verify />
    <Validate />
  </>
);
