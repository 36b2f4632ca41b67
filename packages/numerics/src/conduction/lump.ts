/**
 * Nodes beside the cells of a heat flow, each with one rise of its own: C dT/dt = heat + Σ g (T_cell - T) over the
 * cells it touches, and the like over the nodes before and after it. A node without capacity has the rise at which it gives what it takes. The anchors of the network
 * must hold the conductances too, at level 0.
 */
export interface Lump {
  /** Cells touched; a cell may be named more than once. */
  readonly cells: Int32Array;
  /** The node that touches each of them. */
  readonly nodes: Int32Array;
  /** W/K, one a touched cell. */
  readonly conductances: Float64Array;
  /** J/K of each node. */
  readonly capacities: Float64Array;
  /** W/K between each node and the next, one less than there are nodes; undefined for none. */
  readonly along?: Float64Array | undefined;
  /** W into each node; undefined for none. */
  readonly heat: Float64Array | undefined;
  /** K, the state. */
  readonly rises: Float64Array;
}
