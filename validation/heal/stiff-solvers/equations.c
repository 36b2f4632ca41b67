#include "equations.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PARAMETERS                                                                                                     \
  Q(A_C) Q(A_D) Q(C1m0) Q(C_cap) Q(C_floor) Q(C_set) Q(D_A) Q(D_F) Q(D_G) Q(D_M) Q(D_N) Q(D_P) Q(D_T) Q(D_V) Q(E_cap)    \
  Q(E_set) Q(Et0) Q(F_rem) Q(Fmax) Q(K_3) Q(K_47) Q(K_AC) Q(K_AM) Q(K_AN) Q(K_AW) Q(K_Ad) Q(K_C) Q(K_E) Q(K_FY)        \
  Q(K_HP) Q(K_PF) Q(K_T12) Q(K_TF) Q(K_TY) Q(K_dW) Q(L_W) Q(Mmax) Q(Nmax) Q(P_chem) Q(T0) Q(Vmax) Q(a_47) Q(a_E)       \
  Q(a_HF) Q(a_HP) Q(a_WH) Q(b_em) Q(b_h) Q(chi_F) Q(dY0) Q(dY1) Q(d_3) Q(d_A) Q(d_E) Q(d_G) Q(d_H) Q(d_M) Q(d_N)       \
  Q(d_P) Q(d_T) Q(d_V) Q(d_X) Q(d_dil) Q(d_m) Q(eta_Y) Q(f_TX) Q(g_47) Q(h_c3) Q(h_col) Q(h_mmp) Q(iX_T) Q(k12)        \
  Q(k_3X) Q(k_47) Q(k_B) Q(k_BX) Q(k_E) Q(k_EN) Q(k_EX) Q(k_FY) Q(k_M) Q(k_MC) Q(k_MD) Q(k_N) Q(k_V) Q(k_V0) Q(k_W)    \
  Q(k_d) Q(k_d0) Q(k_dM) Q(k_dX) Q(k_dil) Q(k_em) Q(k_ex) Q(k_iX) Q(k_mX) Q(k_ph) Q(k_rel) Q(k_rem) Q(k_x) Q(p1)       \
  Q(p_AD) Q(p_AM) Q(p_AN) Q(p_AP) Q(p_E) Q(p_GM) Q(p_GO) Q(p_PD) Q(p_PM) Q(p_TD) Q(p_TM1) Q(p_TM2) Q(p_TP) Q(p_TX)     \
  Q(p_TY) Q(p_XA) Q(p_XF) Q(p_XM1) Q(phi3b) Q(phi3w) Q(q_h) Q(r_A2) Q(r_F) Q(r_h) Q(s12) Q(sigma) Q(tau_47) Q(tau_HS)  \
  Q(w_AW) Q(w_D) Q(w_TF) Q(w_dW) Q(y_E) Q(y_Ew) Q(y_rem)

static struct {
#define Q(name) double name;
  PARAMETERS
#undef Q
} p;

static const struct {
  const char *name;
  double *value;
} table[] = {
#define Q(name) {#name, &p.name},
    PARAMETERS
#undef Q
};

Problem problem;
const int moving[MOVING] = {P, A, T, N, M1, M2, F, G, V};

static double *read_numbers(FILE *file, int count) {
  double *values = malloc(sizeof(double) * count);
  for (int i = 0; i < count; i++)
    if (fscanf(file, "%lf", &values[i]) != 1) exit(2);
  return values;
}

void read_problem(const char *path) {
  FILE *file = fopen(path, "r");
  char word[64];
  unsigned seen = 0;
  if (!file) exit(2);
  while (fscanf(file, "%63s", word) == 1) {
    if (!strcmp(word, "shape")) {
      if (fscanf(file, "%d %d %d", &problem.rings, &problem.layers, &problem.times) != 3) exit(2);
      problem.size = STATES * problem.rings * problem.layers;
    } else if (!strcmp(word, "area")) problem.area = read_numbers(file, problem.rings);
    else if (!strcmp(word, "conductance")) problem.conductance = read_numbers(file, problem.rings - 1);
    else if (!strcmp(word, "thickness")) problem.thickness = read_numbers(file, problem.layers);
    else if (!strcmp(word, "time")) problem.time = read_numbers(file, problem.times);
    else if (!strcmp(word, "start")) problem.start = read_numbers(file, problem.size);
    else {
      double value;
      if (fscanf(file, "%lf", &value) != 1) exit(2);
      for (unsigned i = 0; i < sizeof table / sizeof *table; i++)
        if (!strcmp(table[i].name, word)) *table[i].value = value, seen++;
    }
  }
  fclose(file);
  if (seen != sizeof table / sizeof *table) fprintf(stderr, "%u parameters read\n", seen), exit(2);
}

static double positive(double x) { return x > 0 ? x : 0; }
static double clip(double x) { return x < 0 ? 0 : x > 1 ? 1 : x; }
static double Hl(double x, double K) { return x / (K + x); }
static double Hl2(double x, double K) { return x * x / (K * K + x * x); }

/* (heal.4) and (heal.5) */
void reactions(const double *given, double *d) {
  double s[STATES];
  for (int i = 0; i < STATES; i++) s[i] = positive(given[i]);
  const double M = s[M1] + s[M2], Ct = s[C3] + s[C1i] + s[C1m];
  const double De = clip(p.C_set - Ct - s[Cd]), Te = positive(s[T] - p.T0), Xe = positive(s[X] - 1);
  const double turn = p.k12 * (p.s12 + (1 - p.s12) * Hl(s[T], p.K_T12));
  const double S = 1 - (1 - Hl(s[P], p.K_PF)) * (1 - p.w_TF * Hl2(Te, p.K_TF)) * (1 - p.w_D * De);
  const double conv = p.k_FY * p.sigma * s[F] * Hl2(Te, p.K_FY);
  const double cap = clip((p.C_cap - Ct) / (p.C_cap - 1));
  const double Sy = (s[F] + p.eta_Y * s[Y]) * (1 + p.A_C * Hl2(Te, p.K_C) + p.A_D * De) * (1 + p.a_47 * s[H47]) * cap /
                    (1 + s[A] / p.K_AC);
  const double ph3 = p.phi3b + (p.phi3w - p.phi3b) * (1 - (1 - Hl(Te, p.K_3)) * (1 - De));
  const double rem = p.k_rem * fmin(s[F], p.F_rem) * positive(s[C3] - p.phi3b * Ct);
  const double ex = p.k_ex * positive(Ct - 1) / fmax(Ct, p.C_floor);

  d[B] = -(p.k_B + p.k_BX * Xe) * s[B];
  d[Pg] = -p.k_rel * s[Pg];
  d[P] = p.k_rel * s[Pg] + p.p_PM * M + p.p_PD * De * s[F] - p.d_P * s[P];
  d[Dd] = -(p.k_d0 + p.k_ph * (s[N] + M)) * s[Dd];
  d[A] = p.p_AD * s[Dd] + p.p_AP * s[P] + p.p_AN * s[N] + p.p_AM * s[M1] - p.d_A * (1 + p.r_A2 * s[M2]) * s[A];
  d[T] = p.p_TP * s[P] * s[B] + p.p_TM1 * s[M1] + p.p_TM2 * s[M2] + p.p_TY * s[Y] + p.f_TX * p.p_TX * Xe +
         p.p_TD * De * s[F] + p.d_T * (p.T0 - s[T]);
  d[N] = p.k_N * s[V] * Hl2(s[A], p.K_AN) * positive(1 - s[N] / p.Nmax) - p.d_N * s[N];
  d[M1] = s[V] * (p.k_M * Hl2(s[A], p.K_AM) + p.k_MD * De + p.k_MC * s[Cd]) * positive(1 - M / p.Mmax) -
          (turn + p.d_M) * s[M1];
  d[M2] = turn * s[M1] - (p.d_M + p.k_em / (1 + p.b_em * s[A])) * s[M2];
  d[F] = p.r_F * S * s[F] * positive(1 - (s[F] + s[Y]) / p.Fmax) +
         p.q_h * p.r_h * s[F] * (1 - s[F] - s[Y]) / (1 + p.b_h * s[F]) - conv;
  d[Y] = conv - (p.dY0 + p.dY1 / (1 + s[T] / p.K_TY)) * s[Y];
  d[X] = p.d_X * (1 - s[X]) +
         p.h_mmp * (p.p_XA * s[A] + p.p_XM1 * s[M1] + p.p_XF * positive(s[F] + s[Y] - 1) / (1 + p.iX_T * s[T]));
  d[C3] = p.p1 * (p.C_set * p.phi3b + p.h_c3 * (Sy * ph3 - p.phi3b)) - (p.d_3 + p.k_3X * Xe + ex) * s[C3] - rem;
  d[C1i] = p.p1 * (p.C_set * (1 - p.phi3b) + p.h_col * (Sy * (1 - ph3) - (1 - p.phi3b))) -
           (p.k_x + p.k_iX * Xe) * s[C1i] + p.y_rem * rem;
  d[C1m] = p.k_x * s[C1i] - (p.d_m + p.k_mX * Xe + ex) * s[C1m];
  d[Cd] = -(p.k_d + p.k_dX * Xe + p.k_dM * M) * s[Cd];
  d[Et] = p.p_E * s[F] * (1 + p.a_E * Hl(Te, p.K_E)) - p.k_E * s[Et];
  d[E] = p.k_E * (p.y_E * p.E_set * fmin(s[Et], p.Et0) + p.y_Ew * positive(s[Et] - p.Et0)) *
             clip((p.E_cap - s[E]) / (p.E_cap - 1)) -
         (p.d_E + p.k_EX * Xe + p.k_EN * s[N]) * s[E];
  d[H] = p.d_H * (1 + p.a_HP * Hl(s[P], p.K_HP) + p.a_HF * positive(s[F] - 1) - s[H]);
  d[G] = p.p_GO * positive(1 - s[V]) + p.p_GM * s[M2] - p.d_G * s[G];
  d[V] = p.k_V * s[G] * s[V] * positive(1 - s[V] / p.Vmax) + p.k_V0 * s[V] * positive(1 - s[V]) -
         p.d_V * positive(s[V] - 1);
  d[HS] = -s[HS] / p.tau_HS;
  d[H47] = p.k_47 * (p.g_47 * s[HS] + Hl(Te, p.K_47)) - s[H47] / p.tau_47;
  d[W] = p.L_W * s[V] * (p.w_AW * Hl(s[A], p.K_AW) + p.w_dW * Hl(s[dil], p.K_dW)) * positive(1 - s[W]) +
         p.a_WH * positive(s[H] - 1) - p.k_W * s[W];
  d[dil] = p.k_dil * Hl2(s[A], p.K_Ad) - p.d_dil * s[dil];
}

double diffusivity(int state) {
  switch (state) {
  case P: return p.D_P;
  case A: return p.D_A;
  case T: return p.D_T;
  case N: return p.D_N;
  case M1: case M2: return p.D_M;
  case F: return p.D_F;
  case G: return p.D_G;
  case V: return p.D_V;
  default: return 0;
  }
}

/* (heal.3) */
double drift(double P0, double F0, double P1, double F1, double slopes[4]) {
  const double a = positive(P0) / p.P_chem, b = positive(P1) / p.P_chem;
  const double q = p.chi_F * (log1p(b) - log1p(a));
  const double cells = positive(q > 0 ? F0 : F1);
  if (slopes) {
    slopes[0] = P0 < 0 ? 0 : -p.chi_F * cells / (p.P_chem * (1 + a));
    slopes[1] = q > 0 && F0 >= 0 ? q : 0;
    slopes[2] = P1 < 0 ? 0 : p.chi_F * cells / (p.P_chem * (1 + b));
    slopes[3] = q <= 0 && F1 >= 0 ? q : 0;
  }
  return q * cells;
}

void rates(const double *y, double *out) {
  const int K = problem.rings, L = problem.layers;
  double D[MOVING];
  for (int m = 0; m < MOVING; m++) D[m] = diffusivity(moving[m]);
  for (int i = 0; i < K * L; i++) reactions(y + STATES * i, out + STATES * i);
  for (int l = 0; l < L; l++) {
    for (int k = 0; k < K; k++) {
      const double *here = y + STATES * (l * K + k);
      double *d = out + STATES * (l * K + k);
      if (k + 1 < K) { /* (heal.2) */
        const double *there = here + STATES, g = problem.conductance[k];
        for (int m = 0; m < MOVING; m++) {
          const double flow = g * D[m] * (there[moving[m]] - here[moving[m]]);
          d[moving[m]] += flow / problem.area[k];
          d[STATES + moving[m]] -= flow / problem.area[k + 1];
        }
        const double flow = g * drift(here[P], here[F], there[P], there[F], 0);
        d[F] -= flow / problem.area[k];
        d[STATES + F] += flow / problem.area[k + 1];
      }
      if (l + 1 < L) {
        const double *below = here + STATES * K;
        const double g = 2 / (problem.thickness[l] + problem.thickness[l + 1]);
        for (int m = 0; m < MOVING; m++) {
          const double flow = g * D[m] * (below[moving[m]] - here[moving[m]]);
          d[moving[m]] += flow / problem.thickness[l];
          d[STATES * K + moving[m]] -= flow / problem.thickness[l + 1];
        }
      }
    }
  }
}

double mean_of(const double *y, int state, int layer) {
  double sum = 0, area = 0;
  for (int k = 0; k < problem.rings; k++) {
    sum += problem.area[k] * y[STATES * (layer * problem.rings + k) + state];
    area += problem.area[k];
  }
  return sum / area;
}
