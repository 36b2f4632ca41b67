"""The pulse of `examples/lab/needle-pair.json` (or nine needles) in dolfinx, P2 on a quarter or the whole of the block.

    python3 pulse_dolfinx.py ARRANGEMENT SIZE GROWTH [--whole] [--serve]

ARRANGEMENT is `pair` or `nine`, SIZE the length of cells at the rims of bare metal in micrometres, GROWTH by how much
cells lengthen per distance from them. Both mirror planes are used unless --whole is given: then mesh and needles are those
of the whole block, with the same lengths of cells. Prints one line of JSON per solve. With --serve it solves once to warm up, then
once for every line that it reads.

What is timed is the march alone: mesh, function spaces, compiled forms and the matrices of heat are made before.
Potential: CG with BoomerAMG, whose set-up is kept for eight steps, from the extrapolated potential. Heat: Crank and
Nicolson, CG with Jacobi, from the extrapolated temperature. Steps: 20 of 5 ms with the conductivity of the
extrapolated middle, then 32 that grow to one second.
"""

import json
import os
import sys
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")

import gmsh
import numpy as np
import ufl
from dolfinx import fem
from dolfinx.io import gmshio
from mpi4py import MPI
from petsc4py import PETSc

HALF, DEPTH, LAYERS = 1.5, 4.0, (0.1, 1.7)
RADIUS, TIP, LIVE = 0.125, 1.5, 0.5
# Lengths are millimetres: conductances are S/mm, heat capacities J/mm3/K, powers W.
SIGMA = {1: 0.1e-3, 2: 0.35e-3, 3: 0.03e-3, 4: 0.0}
CONDUCTION = {1: 0.3e-3, 2: 0.45e-3, 3: 0.2e-3, 4: 16e-3}
CAPACITY = {1: 3.8e-3, 2: 3.9e-3, 3: 2.1e-3, 4: 4.0e-3}
METAL = 4
VOLTS, START = 50.0, 37.0
FREQUENCY, ACTIVATION = np.log(3.1e98), 628e3 / 8.314462618
NEEDLES = {
    "pair": [(0.5, 0.0, 25.0)],
    "nine": [(0.0, 0.0, 25.0), (1.0, 0.0, -25.0), (0.0, 1.0, -25.0), (1.0, 1.0, 25.0)],
}
WHOLE = {
    "pair": [(x, 0.0, 50.0 * x) for x in (-0.5, 0.5)],
    "nine": [(i, j, -25.0 if (i + j) % 2 else 25.0) for i in (-1, 0, 1) for j in (-1, 0, 1)],
}
PULSE = [5e-3] * 20


def cooling_steps():
    """32 steps to one second, each longer than the last by one factor; the first is 5 ms."""
    low, high = 1.0, 2.0
    for _ in range(80):
        ratio = (low + high) / 2
        total = 5e-3 * (ratio**32 - 1) / (ratio - 1)
        low, high = (ratio, high) if total < 1 else (low, ratio)
    return [5e-3 * ratio**n for n in range(32)]


def geometry(needles, low, size, growth):
    """The block from `low` along x and y. Cells of `size` (mm) at the rims of bare metal, four times that along the rest of it, one millimetre of
    `growth` far away."""
    gmsh.initialize()
    gmsh.option.setNumber("General.Terminal", 0)
    gmsh.option.setNumber("General.NumThreads", 1)
    occ = gmsh.model.occ
    edges = (0.0, *LAYERS, DEPTH)
    boxes = [(3, occ.addBox(low, low, a, HALF - low, HALF - low, b - a)) for a, b in zip(edges, edges[1:])]
    shafts = []
    for x, y, _ in needles:
        for a, b in ((0.0, TIP - LIVE), (TIP - LIVE, TIP)):
            shafts.append((3, occ.addCylinder(x, y, a, 0, 0, b - a, RADIUS)))
    clip = occ.addBox(low, low, 0, HALF - low, HALF - low, DEPTH)
    shafts, _ = occ.intersect(shafts, [(3, clip)])
    occ.fragment(boxes, shafts)
    occ.synchronize()
    tag_volumes()
    gmsh.model.mesh.setSizeCallback(size_at(needles, size, growth))
    for name in ("MeshSizeFromPoints", "MeshSizeFromCurvature", "MeshSizeExtendFromBoundary"):
        gmsh.option.setNumber(f"Mesh.{name}", 0)
    gmsh.model.mesh.generate(3)
    made = gmshio.model_to_mesh(gmsh.model, MPI.COMM_SELF, 0)
    gmsh.finalize()
    return made[0], made[1]


def tag_volumes():
    groups = {1: [], 2: [], 3: [], 4: []}
    for _, volume in gmsh.model.getEntities(3):
        x0, y0, z0, x1, y1, z1 = gmsh.model.getBoundingBox(3, volume)
        slim = x1 - x0 < 2.2 * RADIUS and y1 - y0 < 2.2 * RADIUS
        middle = (z0 + z1) / 2
        layer = 1 if middle < LAYERS[0] else 2 if middle < LAYERS[1] else 3
        groups[METAL if slim else layer].append(volume)
    for tag, volumes in groups.items():
        gmsh.model.addPhysicalGroup(3, volumes, tag)


def size_at(needles, size, growth):
    """Distance to a rim and to the bare side of the nearest needle, each with a size that grows with it."""
    side = min(4 * size, 0.08)

    def found(dimension, tag, x, y, z, *_):
        least = growth
        for a, b, _ in needles:
            away = np.hypot(x - a, y - b) - RADIUS
            rim = min(np.hypot(away, z - TIP), np.hypot(away, z - TIP + LIVE))
            beyond = max(0.0, z - TIP, TIP - LIVE - z)
            least = min(least, size + growth * rim, side + growth * np.hypot(away, beyond))
        return least

    return found


def by_tag(mesh, tags, values):
    """A constant of each cell."""
    field = fem.Function(fem.FunctionSpace(mesh, ("DG", 0)))
    for tag, value in values.items():
        field.x.array[tags.find(tag)] = value
    return field


def solver(matrix, kind, preconditioner, tolerance):
    ksp = PETSc.KSP().create(MPI.COMM_SELF)
    ksp.setOperators(matrix)
    ksp.setType(kind)
    ksp.getPC().setType(preconditioner)
    if preconditioner == "hypre":
        ksp.getPC().setHYPREType("boomeramg")
        options = PETSc.Options()
        options["pc_hypre_boomeramg_strong_threshold"] = 0.5
        options["pc_hypre_boomeramg_coarsen_type"] = "HMIS"
        options["pc_hypre_boomeramg_interp_type"] = "ext+i"
        options["pc_hypre_boomeramg_P_max"] = 4
        ksp.setFromOptions()
    ksp.setInitialGuessNonzero(True)
    ksp.setTolerances(rtol=tolerance)
    return ksp


class Pulse:
    def __init__(self, arrangement, size, growth, whole=False):
        begun = time.perf_counter()
        self.needles = (WHOLE if whole else NEEDLES)[arrangement]
        self.copies, low = (1, -HALF) if whole else (4, 0)
        self.mesh, tags = geometry(self.needles, low, size / 1000, growth)
        self.meshing = time.perf_counter() - begun
        space = self.space = fem.FunctionSpace(self.mesh, ("CG", 2))
        self.unknowns = space.dofmap.index_map.size_local
        self.temperature, self.middle = fem.Function(space), fem.Function(space)
        self.potential, self.log_damage = fem.Function(space), fem.Function(space)
        u, v = ufl.TrialFunction(space), ufl.TestFunction(space)
        dx = ufl.Measure("dx", domain=self.mesh, metadata={"quadrature_degree": 4})
        rise = ufl.min_value(self.middle, 100.0) - START
        sigma = by_tag(self.mesh, tags, SIGMA) * (1 + 0.02 * rise)
        grad = ufl.grad
        joule = sigma * ufl.inner(grad(self.potential), grad(self.potential))
        conduction, capacity = by_tag(self.mesh, tags, CONDUCTION), by_tag(self.mesh, tags, CAPACITY)
        self.current_form = fem.form(sigma * ufl.inner(grad(u), grad(v)) * dx)
        self.source_form = fem.form(joule * v * dx)
        self.power_form = fem.form(joule * dx)
        # Held at both ends of a step, so that stiffness and mass are made once.
        self.stiffness = fem.petsc.assemble_matrix(fem.form(conduction * ufl.inner(grad(u), grad(v)) * dx))
        self.stiffness.assemble()
        self.mass = fem.petsc.assemble_matrix(fem.form(capacity * u * v * dx))
        self.mass.assemble()
        tissue = ufl.conditional(ufl.lt(conduction, 1e-3), 1.0, 0.0)
        fine = ufl.Measure("dx", domain=self.mesh, metadata={"quadrature_degree": 8})
        burnt = ufl.conditional(ufl.gt(self.log_damage, 0.0), tissue, 0.0)
        self.burnt_form = fem.form(burnt * fine)
        self.conditions = self.electrodes(tags, arrangement == "pair" and not whole)
        self.currents = fem.petsc.create_matrix(self.current_form)

    def electrodes(self, tags, grounded):
        """Bare metal at its potential; the inside of metal carries no current and stands at it too.

        The mirror plane between the needles of a pair is `grounded`; those of nine carry no current across.
        """
        space = self.space
        cells = tags.find(METAL)
        dofmap = space.dofmap.list
        metal = np.unique(np.concatenate([dofmap.links(c) for c in cells]))
        others = np.setdiff1d(np.arange(self.mesh.topology.index_map(3).size_local), cells)
        tissue = np.unique(np.concatenate([dofmap.links(c) for c in others]))
        points = space.tabulate_dof_coordinates()
        inner = np.setdiff1d(metal, tissue)
        bare = np.intersect1d(metal, tissue)
        bare = bare[points[bare, 2] > TIP - LIVE - 1e-9]
        fixed = np.concatenate([inner, bare]).astype(np.int32)
        value = fem.Function(space)
        for x, y, volts in self.needles:
            own = fixed[np.hypot(points[fixed, 0] - x, points[fixed, 1] - y) < RADIUS * 1.01]
            value.x.array[own] = volts
        if grounded:
            plane = np.flatnonzero(np.abs(points[:, 0]) < 1e-9).astype(np.int32)
            fixed = np.union1d(fixed, plane).astype(np.int32)
        self.fixed_values = value.x.array[fixed].copy()
        self.fixed = fixed
        return [fem.dirichletbc(value, fixed)]

    def solve_potential(self, guess, refresh):
        matrix = self.currents
        matrix.zeroEntries()
        fem.petsc.assemble_matrix(matrix, self.current_form, bcs=self.conditions)
        matrix.assemble()
        load = matrix.createVecRight()
        load.set(0)
        fem.petsc.apply_lifting(load, [self.current_form], bcs=[self.conditions])
        fem.petsc.set_bc(load, self.conditions)
        self.potential.x.array[:] = guess
        self.potential.x.array[self.fixed] = self.fixed_values
        self.potential_solver.getPC().setReusePreconditioner(not refresh)
        self.potential_solver.solve(load, self.potential.vector)
        self.iterations[0] += self.potential_solver.getIterationNumber()
        return fem.assemble_scalar(self.power_form)

    def heat_step(self, step, source, guess):
        """Crank and Nicolson; `source` is the heat of the whole step per time, or None."""
        if step != self.step:
            self.step = step
            self.heat_matrix.zeroEntries()
            self.heat_matrix.axpy(1 / step, self.mass, PETSc.Mat.Structure.SAME_NONZERO_PATTERN)
            self.heat_matrix.axpy(0.5, self.stiffness, PETSc.Mat.Structure.SAME_NONZERO_PATTERN)
            self.heat_solver.setOperators(self.heat_matrix)
        now = self.temperature.vector
        load = self.mass * now
        load.scale(1 / step)
        load.axpy(-0.5, self.stiffness * now)
        if source is not None:
            load.axpy(1.0, source)
        after = now.duplicate()
        after.array[:] = guess
        self.heat_solver.solve(load, after)
        self.iterations[1] += self.heat_solver.getIterationNumber()
        return after.array.copy()

    def march(self):
        self.iterations, self.step = [0, 0], None
        self.potential_solver = solver(self.currents, "cg", "hypre", 1e-6)
        self.heat_matrix = self.mass.copy()
        self.heat_solver = solver(self.heat_matrix, "cg", "jacobi", 1e-6)
        count = len(self.temperature.x.array)
        self.temperature.x.array[:] = START
        before, damage, peak, energy = np.full(count, START), np.zeros(count), START, 0.0
        potentials, conductance, last = [np.zeros(count)] * 2, 0.0, 0.0
        for n, step in enumerate([*PULSE, *cooling_steps()]):
            now = self.temperature.x.array.copy()
            slope = (now - before) / last if last else np.zeros(count)
            source = None
            if n < len(PULSE):
                self.middle.x.array[:] = now
                if n == 0:
                    cold = self.solve_potential(potentials[-1], True)
                    conductance = self.copies * cold / VOLTS**2
                    potentials = [self.potential.x.array.copy()] * 2
                    slope = self.first_slope(now)
                self.middle.x.array[:] = now + slope * step / 2
                guess = 2 * potentials[-1] - potentials[-2] if n > 1 else potentials[-1]
                energy += self.copies * step * self.solve_potential(guess, n % 8 == 0)
                potentials = [potentials[-1], self.potential.x.array.copy()]
                source = fem.petsc.assemble_vector(self.source_form)
            after = self.heat_step(step, source, now + slope * step)
            damage += damage_of(now, after, step)
            before, last = now, step
            self.temperature.x.array[:] = after
            peak = max(peak, after.max())
        self.log_damage.x.array[:] = np.log(np.maximum(damage, 1e-12))
        burnt = self.copies * fem.assemble_scalar(self.burnt_form)
        return {"conductance": conductance, "energy": energy, "volume": burnt * 1e-9, "peak": float(peak)}

    def first_slope(self, now):
        """Rise per time at the very start: one short step, taken back."""
        step = PULSE[0] / 100
        source = fem.petsc.assemble_vector(self.source_form)
        return (self.heat_step(step, source, now) - now) / step


def damage_of(now, after, step):
    """Three Gauss points of a linear course."""
    total = np.zeros_like(now)
    for place, weight in ((0.5 - 0.15**0.5, 5 / 18), (0.5, 8 / 18), (0.5 + 0.15**0.5, 5 / 18)):
        kelvin = now + place * (after - now) + 273.15
        total += weight * np.exp(np.minimum(FREQUENCY - ACTIVATION / kelvin, 50.0))
    return step * total


def timed(pulse):
    wall, processor = time.perf_counter(), time.process_time()
    found = pulse.march()
    return {
        **found,
        "processor": 1000 * (time.process_time() - processor),
        "wall": 1000 * (time.perf_counter() - wall),
        "unknowns": pulse.unknowns,
        "meshing": 1000 * pulse.meshing,
        "iterations": pulse.iterations,
    }


def main():
    arrangement, size, growth = sys.argv[1], float(sys.argv[2]), float(sys.argv[3])
    pulse = Pulse(arrangement, size, growth, "--whole" in sys.argv)
    print(json.dumps(timed(pulse)), flush=True)
    if "--serve" in sys.argv:
        for _ in sys.stdin:
            print(json.dumps(timed(pulse)), flush=True)


if __name__ == "__main__":
    main()
