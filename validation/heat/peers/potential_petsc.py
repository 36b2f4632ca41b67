"""A cold potential on a network that `potential-percuta.ts` wrote, by PETSc.

    python3 potential_petsc.py METHOD FILE [--serve]

METHOD is icc, hypre (BoomerAMG) or gamg, each with CG, from zero until the natural norm of the residual, which
estimates the error in the norm of energy, is 1e-5 of that at the start: the criterion of this code. Set-up of the
preconditioner is timed, the assembly of the matrix is not. Prints one line of JSON per solve.
"""

import json
import os
import sys
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
from petsc4py import PETSc
from scipy.sparse import diags


def network(file):
    data = np.fromfile(file)
    nx, ny, nz = (int(n) for n in data[:3])
    x, y, z, anchor, source = data[3:].reshape(5, nx * ny * nz)
    strides = (1, nx, nx * ny)
    diagonal = anchor.copy()
    off = []
    for links, stride in zip((x, y, z), strides):
        diagonal += links
        diagonal[stride:] += links[:-stride]
        off.append(-links[:-stride])
    # Cells inside metal have no neighbours.
    diagonal[diagonal == 0] = 1.0
    bands = [diagonal, *off, *off]
    places = [0, *strides, *(-s for s in strides)]
    matrix = diags(bands, places, format="csr")
    matrix.eliminate_zeros()
    matrix.sort_indices()
    return matrix, source


def prepare(method, file):
    matrix, source = network(file)
    shape = matrix.shape
    made = PETSc.Mat().createAIJ(size=shape, csr=(matrix.indptr, matrix.indices, matrix.data))
    made.setOption(PETSc.Mat.Option.SPD, True)
    return made, PETSc.Vec().createWithArray(source)


def timed(method, matrix, source):
    value = source.duplicate()
    wall, processor = time.perf_counter(), time.process_time()
    ksp = PETSc.KSP().create(PETSc.COMM_SELF)
    ksp.setOperators(matrix)
    ksp.setType("cg")
    ksp.setNormType(PETSc.KSP.NormType.NATURAL)
    pc = ksp.getPC()
    pc.setType(method)
    if method == "hypre":
        pc.setHYPREType("boomeramg")
    ksp.setFromOptions()
    ksp.setTolerances(rtol=1e-5, max_it=2000)
    ksp.setUp()
    ready = time.process_time()
    ksp.solve(source, value)
    ended = time.process_time()
    found = {
        "unknowns": matrix.getSize()[0],
        "iterations": ksp.getIterationNumber(),
        "processor": 1000 * (ended - processor),
        "setup": 1000 * (ready - processor),
        "wall": 1000 * (time.perf_counter() - wall),
        "work": float(source.dot(value)),
        "reason": int(ksp.getConvergedReason()),
    }
    ksp.destroy()
    return found


def main():
    method, file = sys.argv[1:3]
    options = PETSc.Options()
    options["pc_hypre_boomeramg_strong_threshold"] = 0.5
    options["pc_hypre_boomeramg_coarsen_type"] = "HMIS"
    options["pc_hypre_boomeramg_interp_type"] = "ext+i"
    options["pc_hypre_boomeramg_P_max"] = 4
    matrix, source = prepare(method, file)
    print(json.dumps(timed(method, matrix, source)), flush=True)
    if "--serve" in sys.argv:
        for _ in sys.stdin:
            print(json.dumps(timed(method, matrix, source)), flush=True)


if __name__ == "__main__":
    main()
