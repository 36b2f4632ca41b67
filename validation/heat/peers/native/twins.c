/*
 * Twins of three kernels of packages/numerics/src/kernels in single precision: a sweep of relaxation, a product with its
 * dot, a stage of RKL2. Same layout, same order of operations. LANES floats at a time: 4 for 128 bits, 16 for 512.
 *
 * Reads lines "KERNEL CALLS" and answers "NANOSECONDS HASH SUM": time of the processor, FNV-1a of the array that the
 * kernel writes, and its dot. Data come from one linear congruence that the script of the other side has too.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef float V __attribute__((vector_size(4 * LANES)));
typedef double W __attribute__((vector_size(8 * (LANES == 4 ? 2 : 4))));
typedef float Half __attribute__((vector_size(4 * (LANES == 4 ? 2 : 4))));

enum { NX = 62, NY = 60, NZ = 80, ROW = 64, PLANE = ROW * NY, FIELDS = 14 };
enum { U, GX, GY, GZ, B, WEIGHT, ANCHOR, H, LATENT, BOILING, RATE, LAST, CHANGE, OUT };

static float *field[FIELDS];
static double partials[NZ];

static inline V at(const float *p) {
  V v;
  memcpy(&v, p, sizeof v);
  return v;
}
static inline void put(float *p, V v) { memcpy(p, &v, sizeof v); }
static inline V splat(float x) { return x - (V){0}; }

static inline V left(V before, V now) {
#if LANES == 4
  return __builtin_shufflevector(before, now, 3, 4, 5, 6);
#else
  return __builtin_shufflevector(before, now, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
#endif
}
static inline V least(V a, V b) { return __builtin_elementwise_min(a, b); }
static inline V most(V a, V b) { return __builtin_elementwise_max(a, b); }

static inline V inflow(const float *restrict u, const float *restrict gx, const float *restrict gy,
                       const float *restrict gz, long o) {
  V own = at(u + o);
  V west = at(gx + o - 1) * (at(u + o - 1) - own);
  V east = at(gx + o) * (at(u + o + 1) - own);
  V north = at(gy + o - ROW) * (at(u + o - ROW) - own);
  V south = at(gy + o) * (at(u + o + ROW) - own);
  V above = at(gz + o - PLANE) * (at(u + o - PLANE) - own);
  V below = at(gz + o) * (at(u + o + PLANE) - own);
  return ((west + east) + (north + south)) + (above + below);
}

static void relax(int colour) {
  float *u = field[U];
  const float *gx = field[GX], *gy = field[GY], *gz = field[GZ], *b = field[B], *weight = field[WEIGHT];
  V damping = splat(0.3f);
  for (int k = 0; k < NZ; k++)
    for (int j = (colour + k) & 1; j < NY; j += 2) {
      long start = (long)ROW * (k * NY + j);
      V before = splat(0), linkBefore = splat(0);
      for (long o = start; o < start + ROW; o += LANES) {
        V own = at(u + o), linkEast = at(gx + o), linkWest = left(linkBefore, linkEast);
        V west = linkWest * left(before, own), east = linkEast * at(u + o + 1);
        V north = at(gy + o - ROW) * at(u + o - ROW), south = at(gy + o) * at(u + o + ROW);
        V above = at(gz + o - PLANE) * at(u + o - PLANE), below = at(gz + o) * at(u + o + PLANE);
        V held = (damping * (linkWest + linkEast)) * own;
        V along = (west + east) + (held + at(b + o));
        put(u + o, at(weight + o) * (along + ((north + south) + (above + below))));
        before = own;
        linkBefore = linkEast;
      }
    }
}

static inline W wide(const float *p) {
  Half v;
  memcpy(&v, p, sizeof v);
  return __builtin_convertvector(v, W);
}

static double dotOfRow(const float *a, const float *b) {
  enum { N = LANES == 4 ? 2 : 4 };
  W s[4 / N] = {0};
  for (long o = 0; o < ROW; o += 4)
    for (int n = 0; n < 4 / N; n++) s[n] += wide(a + o + N * n) * wide(b + o + N * n);
  double sums[4];
  memcpy(sums, s, sizeof sums);
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

static void apply(void) {
  const float *u = field[U], *anchor = field[ANCHOR];
  float *out = field[OUT];
  for (int k = 0; k < NZ; k++) {
    double sum = 0;
    for (long start = (long)PLANE * k; start < (long)PLANE * (k + 1); start += ROW) {
      for (long o = start; o < start + ROW; o += LANES)
        put(out + o, at(anchor + o) * at(u + o) - inflow(u, field[GX], field[GY], field[GZ], o));
      sum += dotOfRow(u + start, out + start);
    }
    partials[k] = sum;
  }
}

static void stage(void) {
  const float *t = field[U], *fed = field[B], *h = field[H];
  float *change = field[CHANGE], *next = field[OUT];
  V mu = splat(0.5f), nu = splat(0.25f), now = splat(0.125f), start = splat(0.0625f), slope = splat(0.5f);
  for (long o = 0; o < (long)PLANE * NZ; o += LANES) {
    V between = inflow(t, field[GX], field[GY], field[GZ], o);
    V r = ((at(fed + o) - at(field[ANCHOR] + o) * at(t + o)) + between) * at(field[WEIGHT] + o);
    V before = mu * at(field[LAST] + o) + nu * at(change + o);
    V d = before + (now * r + start * at(field[RATE] + o));
    put(change + o, d);
    V heat = at(h + o) + d, boiling = at(field[BOILING] + o);
    V beyond = (heat - boiling) - at(field[LATENT] + o);
    put(next + o, least(heat, boiling) + slope * most(beyond, splat(0)));
  }
}

static uint32_t state;
static float draw(void) {
  state = state * 1664525u + 1013904223u;
  return (float)(state >> 8) / 16777216.0f;
}

static void fill(void) {
  state = 1;
  for (int f = 0; f < FIELDS; f++) {
    float scale = f == WEIGHT ? 0.125f : 1.0f;
    memset(field[f] - PLANE, 0, sizeof(float) * PLANE * (NZ + 2));
    for (int k = 0; k < NZ; k++)
      for (int j = 0; j < NY; j++)
        for (int i = 0; i < NX; i++) {
          float x = scale * draw();
          int border = (f == GX && i == NX - 1) || (f == GY && j == NY - 1) || (f == GZ && k == NZ - 1);
          field[f][i + (long)ROW * (j + NY * k)] = border ? 0 : x;
        }
  }
}

static uint32_t hashOf(const float *p) {
  uint32_t hash = 2166136261u;
  for (long n = 0; n < (long)PLANE * NZ; n++) {
    uint32_t bits;
    memcpy(&bits, p + n, 4);
    hash = (hash ^ bits) * 16777619u;
  }
  return hash;
}

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

int main(void) {
  for (int f = 0; f < FIELDS; f++)
    field[f] = (float *)aligned_alloc(64, sizeof(float) * PLANE * (NZ + 2)) + PLANE;
  char name[16];
  int calls;
  while (scanf("%15s %d", name, &calls) == 2) {
    fill();
    double begun = seconds();
    for (int n = 0; n < calls; n++) {
      if (name[0] == 'r') relax(n & 1);
      else if (name[0] == 'a') apply();
      else stage();
    }
    double taken = seconds() - begun, sum = 0;
    for (int k = 0; k < NZ; k++) sum += partials[k];
    printf("%.0f %u %.17g\n", 1e9 * taken / calls, hashOf(field[name[0] == 'r' ? U : OUT]), sum);
    fflush(stdout);
  }
}
