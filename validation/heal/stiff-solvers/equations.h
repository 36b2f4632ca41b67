/* The equations of docs/theory/heal.md written a second time, from the text and not from the TypeScript: states,
 * parameters and geometry come from a file that problem.ts writes. SI. */
#ifndef EQUATIONS_H
#define EQUATIONS_H

enum { B, Pg, P, Dd, A, T, N, M1, M2, F, Y, X, C3, C1i, C1m, Cd, Et, E, H, G, V, HS, H47, W, dil, STATES };
#define MOVING 9

typedef struct {
  int rings, layers, size, times;
  double *area, *conductance; /* of rings, over pi; conductance of the edge beyond each */
  double *thickness;
  double *start, *time;
} Problem;

extern Problem problem;
extern const int moving[MOVING];

void read_problem(const char *path);
/* y' of the whole tissue: index = state + 25 (ring + rings layer). */
void rates(const double *y, double *out);
/* Reactions of one place. */
void reactions(const double *y, double *out);
double diffusivity(int state);
/* Flow of fibroblasts between two rings per conductance, and its derivatives by P and F here and P and F there. */
double drift(double P0, double F0, double P1, double F1, double slopes[4]);
/* Area mean of a state in a layer. */
double mean_of(const double *y, int state, int layer);

#endif
