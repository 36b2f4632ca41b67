/* CVODE's BDF with KLU on the same problem: cvode PROBLEM RELATIVE prints processor time, counts, area means. */
#include "equations.h"
#include <cvode/cvode.h>
#include <math.h>
#include <nvector/nvector_serial.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sunlinsol/sunlinsol_klu.h>
#include <sunmatrix/sunmatrix_sparse.h>
#include <time.h>

static int f(realtype t, N_Vector y, N_Vector out, void *data) {
  (void)t, (void)data;
  rates(N_VGetArrayPointer(y), N_VGetArrayPointer(out));
  return 0;
}

/* Pattern by columns: reactions within a place as they are at a place where everything differs, and transport. */
static char depends[STATES][STATES];
static int *first, *row, entries;

static int is_moving(int s) {
  for (int m = 0; m < MOVING; m++)
    if (moving[m] == s) return 1;
  return 0;
}

static void local_slopes(const double *y, double J[STATES][STATES]) {
  double base[STATES], moved[STATES], copy[STATES];
  memcpy(copy, y, sizeof copy);
  reactions(copy, base);
  for (int j = 0; j < STATES; j++) {
    const double step = 1e-8 * fmax(fabs(y[j]), 1e-4);
    copy[j] = y[j] + step;
    const double taken = copy[j] - y[j];
    reactions(copy, moved);
    copy[j] = y[j];
    for (int i = 0; i < STATES; i++) J[i][j] = (moved[i] - base[i]) / taken;
  }
}

static void find_pattern(void) {
  double y[STATES], J[STATES][STATES];
  for (int trial = 0; trial < 400; trial++) {
    for (int i = 0; i < STATES; i++) y[i] = 1.6 * rand() / RAND_MAX + 0.01;
    local_slopes(y, J);
    for (int i = 0; i < STATES; i++)
      for (int j = 0; j < STATES; j++)
        if (i == j || J[i][j] != 0) depends[i][j] = 1;
  }
  depends[F][P] = 1;
  const int K = problem.rings, L = problem.layers;
  first = malloc(sizeof(int) * (problem.size + 1));
  row = malloc(sizeof(int) * problem.size * (STATES + 8));
  for (int l = 0; l < L; l++)
    for (int k = 0; k < K; k++)
      for (int j = 0; j < STATES; j++) {
        const int place = l * K + k;
        first[STATES * place + j] = entries;
        const int around[5] = {l > 0 ? place - K : -1, k > 0 ? place - 1 : -1, place, k + 1 < K ? place + 1 : -1,
                               l + 1 < L ? place + K : -1};
        for (int a = 0; a < 5; a++)
          for (int i = 0; around[a] >= 0 && i < STATES; i++)
            if (a == 2 ? depends[i][j] : (i == j && is_moving(j)) || ((a == 1 || a == 3) && i == F && j == P))
              row[entries++] = STATES * around[a] + i;
      }
  first[problem.size] = entries;
}

static int at_row(SUNMatrix J, int i, int j) {
  (void)J;
  for (int e = first[j]; e < first[j + 1]; e++)
    if (row[e] == i) return e;
  exit(3);
}

/* The Jacobian of the reactions by differences place by place, that of transport as derived. */
static int jacobian(realtype t, N_Vector vector, N_Vector fy, SUNMatrix J, void *data, N_Vector a, N_Vector b, N_Vector c) {
  (void)t, (void)fy, (void)data, (void)a, (void)b, (void)c;
  const double *y = N_VGetArrayPointer(vector);
  sunindextype *columns = SUNSparseMatrix_IndexPointers(J), *rows = SUNSparseMatrix_IndexValues(J);
  double *values = SUNSparseMatrix_Data(J), slopes[STATES][STATES];
  for (int j = 0; j <= problem.size; j++) columns[j] = first[j];
  for (int e = 0; e < entries; e++) rows[e] = row[e], values[e] = 0;
  const int K = problem.rings, L = problem.layers;
#define AT(i, j) values[at_row(J, i, j)]
  for (int place = 0; place < K * L; place++) {
    const int o = STATES * place, k = place % K, l = place / K;
    local_slopes(y + o, slopes);
    for (int j = 0; j < STATES; j++)
      for (int e = first[o + j]; e < first[o + j + 1]; e++)
        if (row[e] >= o && row[e] < o + STATES) values[e] += slopes[row[e] - o][j];
    for (int m = 0; m < MOVING; m++) {
      const int s = moving[m];
      const double D = diffusivity(s);
      if (k + 1 < K) {
        const double g = D * problem.conductance[k];
        const int n = o + STATES;
        AT(o + s, o + s) -= g / problem.area[k];
        AT(o + s, n + s) += g / problem.area[k];
        AT(n + s, n + s) -= g / problem.area[k + 1];
        AT(n + s, o + s) += g / problem.area[k + 1];
      }
      if (l + 1 < L) {
        const double g = 2 * D / (problem.thickness[l] + problem.thickness[l + 1]);
        const int n = o + STATES * K;
        AT(o + s, o + s) -= g / problem.thickness[l];
        AT(o + s, n + s) += g / problem.thickness[l];
        AT(n + s, n + s) -= g / problem.thickness[l + 1];
        AT(n + s, o + s) += g / problem.thickness[l + 1];
      }
    }
    if (k + 1 < K) {
      const int n = o + STATES;
      double q[4];
      drift(y[o + P], y[o + F], y[n + P], y[n + F], q);
      const int column[4] = {o + P, o + F, n + P, n + F};
      for (int i = 0; i < 4; i++) {
        AT(o + F, column[i]) -= problem.conductance[k] * q[i] / problem.area[k];
        AT(n + F, column[i]) += problem.conductance[k] * q[i] / problem.area[k + 1];
      }
    }
  }
  return 0;
}

int main(int count, char **given) {
  if (count < 3) return 2;
  read_problem(given[1]);
  const double relative = atof(given[2]);
  find_pattern();
  SUNContext context;
  SUNContext_Create(NULL, &context);
  const clock_t began = clock();
  N_Vector y = N_VNew_Serial(problem.size, context);
  memcpy(N_VGetArrayPointer(y), problem.start, sizeof(double) * problem.size);
  void *solver = CVodeCreate(CV_BDF, context);
  CVodeInit(solver, f, 0, y);
  CVodeSStolerances(solver, relative, relative * 5e-4);
  SUNMatrix J = SUNSparseMatrix(problem.size, problem.size, entries, CSC_MAT, context);
  SUNLinearSolver linear = SUNLinSol_KLU(y, J, context);
  CVodeSetLinearSolver(solver, linear, J);
  CVodeSetJacFn(solver, jacobian);
  CVodeSetMaxNumSteps(solver, 1000000);
  double *means = malloc(sizeof(double) * problem.times * problem.layers * STATES), *out = means, time = 0;
  for (int t = 0; t < problem.times; t++) {
    if (CVode(solver, problem.time[t], y, &time, CV_NORMAL) < 0) return 1;
    for (int l = 0; l < problem.layers; l++)
      for (int s = 0; s < STATES; s++) *out++ = mean_of(N_VGetArrayPointer(y), s, l);
  }
  const double seconds = (double)(clock() - began) / CLOCKS_PER_SEC;
  long steps, rates_count, jacobians, setups;
  CVodeGetNumSteps(solver, &steps);
  CVodeGetNumRhsEvals(solver, &rates_count);
  CVodeGetNumJacEvals(solver, &jacobians);
  CVodeGetNumLinSolvSetups(solver, &setups);
  printf("{\"seconds\": %.6f, \"steps\": %ld, \"rates\": %ld, \"jacobians\": %ld, \"factors\": %ld, \"means\": [", seconds, steps,
         rates_count, jacobians, setups);
  for (double *mean = means; mean < out; mean++) printf("%s%.17g", mean > means ? ", " : "", *mean);
  printf("]}\n");
  return 0;
}
