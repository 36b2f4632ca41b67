import { verifyEngine } from '@percuta/engine';
import { exitCode } from '../exit-code.ts';
import { jsonText, print } from '../output.ts';
import { table } from '../table.ts';

/** Checks the mathematics against reference values; fails when one misses. */
export const verify = ({ json }: { readonly json?: boolean }): number => {
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
