import { verifyEngine } from '@percuta/engine';
import { exitCode } from '../exit-code.ts';
import { jsonText, print } from '../output.ts';
import { table } from '../table.ts';
import { verifyHeat } from '../verification/verify-heat.ts';

interface VerifyFlags {
  readonly json?: boolean;
}

const verifyMathematics = ({ json }: VerifyFlags): number => {
  const checks = verifyEngine();
  const failed = checks.filter(({ passed }) => !passed).length;
  if (json === true) print(jsonText({ checks }));
  else {
    const rows = checks.map(({ id, passed, value, expected, tolerance, unit }) => [
      passed ? 'ok' : 'MISS',
      id,
      `${value.toPrecision(4)}`,
      `${expected} ± ${tolerance}`,
      unit,
    ]);
    print(table(['', 'check', 'value', 'expected', 'unit'], rows));
    print(`\n${checks.length - failed} of ${checks.length} hold.`);
  }
  return failed === 0 ? exitCode.planned : exitCode.failed;
};

/** Checks the mathematics against reference values, or a stage against problems with a known solution. */
export const verify = (stage: string | undefined, ids: readonly string[], flags: VerifyFlags): number =>
  stage === 'heat' ? verifyHeat(ids, flags) : verifyMathematics(flags);
