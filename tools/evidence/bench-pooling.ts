/**
 * Times pooling by every estimator of tau2 on the data sets of the parity fixture, and metafor's rma on the same
 * where Rscript with metafor and jsonlite is present: node tools/run.mjs tools/evidence/bench-pooling.ts
 *
 * Both sides fit with Hartung-Knapp intervals and their own default limits, data already in memory; start-up and
 * reading are not counted. Ours is timed after one warm-up round, as metafor's is after one call.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pool, regress, tau2Methods } from '../../packages/evidence/src/index.ts';

const fixture = fileURLToPath(new URL('../../packages/evidence/fixtures/metafor.json', import.meta.url));

interface DataSet {
  readonly y: readonly number[];
  readonly v: readonly number[];
  readonly x?: readonly (readonly number[])[];
}

interface Parts {
  readonly univariate: readonly DataSet[];
  readonly regression: readonly DataSet[];
  readonly multilevel: readonly DataSet[];
}

const { univariate, regression, multilevel }: Parts = JSON.parse(readFileSync(fixture, 'utf8'));
const sets = [...univariate, ...regression, ...multilevel];

const problems = sets.map(({ y, v, x = [] }) => ({
  effects: y.map((estimate, i) => ({ estimate, variance: v[i] ?? NaN })),
  moderators: x.map((values, i) => ({ name: `x${i}`, values })),
}));

const fitAll = (): number => {
  let fits = 0;
  for (const method of tau2Methods) {
    for (const { effects, moderators } of problems) {
      if (moderators.length === 0) pool(effects, { method });
      else regress(effects, moderators, { method });
      fits++;
    }
  }
  return fits;
};

const ours = (): { fits: number; seconds: number } => {
  fitAll();
  const start = performance.now();
  const fits = fitAll();
  return { fits, seconds: (performance.now() - start) / 1000 };
};

const thirtyStudies = (): number => {
  const effects = Array.from({ length: 30 }, (_, i) => ({
    estimate: ((i * 7) % 11) / 10,
    variance: 0.02 + ((i * 5) % 13) / 100,
  }));
  const rounds = 200;
  for (let i = 0; i < rounds; i++) pool(effects);
  const start = performance.now();
  for (let i = 0; i < rounds; i++) pool(effects);
  return (performance.now() - start) / rounds;
};

const script = `
suppressMessages({ library(metafor); library(jsonlite) })
f <- fromJSON(commandArgs(TRUE)[1], simplifyDataFrame = FALSE)
sets <- c(f$univariate, f$regression, f$multilevel)
data <- lapply(sets, function(s) {
  x <- if (length(s$x) == 0) NULL else if (is.matrix(s$x)) t(s$x) else do.call(cbind, s$x)
  list(y = s$y, v = s$v, x = x)
})
fit <- function(d, m) suppressWarnings(try(
  if (is.null(d$x)) rma(d$y, d$v, method = m, test = "knha")
  else rma(d$y, d$v, mods = d$x, method = m, test = "knha"), silent = TRUE))
invisible(fit(data[[1]], "REML"))
failed <- 0
time <- system.time(for (m in c("EE", "DL", "HE", "HS", "SJ", "ML", "REML", "EB", "PM"))
  for (d in data) if (inherits(fit(d, m), "try-error")) failed <- failed + 1)
cat(toJSON(list(seconds = time[["elapsed"]], failed = failed, R = R.version.string,
  metafor = as.character(packageVersion("metafor"))), auto_unbox = TRUE))
`;

interface Theirs {
  readonly seconds: number;
  readonly failed: number;
  readonly R: string;
  readonly metafor: string;
}

const theirs = (): Theirs | undefined => {
  const run = spawnSync('Rscript', ['-e', script, fixture], { encoding: 'utf8' });
  return run.status === 0 ? JSON.parse(run.stdout) : undefined;
};

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const own = ours();
print(`${sets.length} data sets, ${tau2Methods.length} estimators, ${own.fits} fits`);
print(
  `ours     ${own.seconds.toFixed(3)} s, ${((own.seconds / own.fits) * 1e3).toFixed(3)} ms a fit (Node ${process.version})`,
);
print(`REML with Hartung-Knapp of 30 studies: ${thirtyStudies().toFixed(3)} ms`);
const other = theirs();
if (other === undefined) print('Rscript with metafor and jsonlite is not here: no comparison');
else {
  print(
    `metafor  ${other.seconds.toFixed(3)} s, ${((other.seconds / own.fits) * 1e3).toFixed(3)} ms a fit (${other.R}, metafor ${other.metafor}; ${other.failed} fits without convergence)`,
  );
  print(`ratio    ${(other.seconds / own.seconds).toFixed(1)}`);
}
