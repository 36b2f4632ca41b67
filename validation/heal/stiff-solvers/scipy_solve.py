"""A method of scipy (BDF or Radau) on the same problem, with the right-hand side in C and the Jacobian's pattern given:
scipy_solve.py LIBRARY PROBLEM RELATIVE METHOD prints processor time, counts, area means and the field at the end."""

import ctypes
import json
import sys
import time

import numpy as np
from scipy.integrate import solve_ivp
from scipy.sparse import lil_matrix

library = ctypes.CDLL(sys.argv[1])
library.read_problem(sys.argv[2].encode())
relative = float(sys.argv[3])
method = sys.argv[4]
doubles = ctypes.POINTER(ctypes.c_double)


class Problem(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int) for name in ("rings", "layers", "size", "times")] + [
        (name, doubles) for name in ("area", "conductance", "thickness", "start", "time")
    ]


problem = Problem.in_dll(library, "problem")
n, width = problem.size, 25
start = np.ctypeslib.as_array(problem.start, (n,)).copy()
times = np.ctypeslib.as_array(problem.time, (problem.times,)).copy()
areas = np.ctypeslib.as_array(problem.area, (problem.rings,)).copy()
moving = [2, 4, 5, 6, 7, 8, 9, 19, 20]


def rates(_, y):
    y = np.ascontiguousarray(y)
    out = np.empty(n)
    library.rates(y.ctypes.data_as(doubles), out.ctypes.data_as(doubles))
    return out


def local(y):
    out = np.empty(width)
    library.reactions(y.ctypes.data_as(doubles), out.ctypes.data_as(doubles))
    return out


def pattern():
    random = np.random.default_rng(1)
    depends = np.eye(width, dtype=bool)
    for _ in range(400):
        y = 1.6 * random.random(width) + 0.01
        base = local(y)
        for j in range(width):
            moved = y.copy()
            moved[j] *= 1 + 1e-6
            depends[:, j] |= local(moved) != base
    depends[9, 2] = True
    whole = lil_matrix((n, n), dtype=bool)
    places, rings = problem.rings * problem.layers, problem.rings
    for place in range(places):
        o = width * place
        whole[o : o + width, o : o + width] = depends
        ring = place % rings
        for other, beside in ((place - 1, ring > 0), (place + 1, ring + 1 < rings)):
            if beside:
                for s in moving:
                    whole[o + s, width * other + s] = True
                whole[o + 9, width * other + 2] = True
        for other in (place - rings, place + rings):
            if 0 <= other < places:
                for s in moving:
                    whole[o + s, width * other + s] = True
    return whole.tocsc()


given = pattern()
began = time.process_time()
solution = solve_ivp(
    rates, (0, times[-1]), start, method, t_eval=times, rtol=relative, atol=relative * 5e-4, jac_sparsity=given
)
seconds = time.process_time() - began
if not solution.success:
    sys.exit(solution.message)
fields = solution.y.T.reshape(len(times), problem.layers, problem.rings, width)
means = np.einsum("tlks,k->tls", fields, areas) / areas.sum()
counts = {"rates": solution.nfev, "jacobians": solution.njev, "factors": solution.nlu}
print(json.dumps({"seconds": seconds, **counts, "means": means.ravel().tolist(), "end": solution.y[:, -1].tolist()}))
