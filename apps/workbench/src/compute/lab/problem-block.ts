import type { Heating, HeatProblem } from '@percuta/engine';
import type { BlockLayer, BlockNeedle, LayerKind, SkinBlock } from '@percuta/scene';
import type { Frames } from './film-recorder.ts';
import { problemFilm } from './heat-film.ts';

type Needle = Extract<HeatProblem['electrodes'][number]['shape'], { readonly kind: 'needle' }>;

// Half the width shown of a domain that has no width of its own, as a share of its depth.
const slabShare = 0.5;

const kindOf = (material: string): LayerKind =>
  (['stratum corneum', 'epidermis', 'dermis', 'fat'] as const).find((kind) => material.includes(kind)) ??
  'other';

const sizeOf = ({ domain }: HeatProblem): Pick<SkinBlock, 'half' | 'depth'> | undefined => {
  switch (domain?.kind) {
    case 'block':
      return { half: { x: domain.width / 2, y: domain.breadth / 2 }, depth: domain.depth };
    case 'axisymmetric':
      return { half: { x: domain.radius, y: domain.radius }, depth: domain.depth };
    case 'line': {
      const reach = domain.to - (domain.metric === 'slab' ? domain.from : 0);
      const half = domain.metric === 'slab' ? slabShare * reach : reach;
      return { half: { x: half, y: half }, depth: reach };
    }
    case undefined:
      return undefined;
  }
};

/** Layers by depth; those of cylinders and spheres lie along the radius, which a block has not. */
const layersOf = ({ layers, domain }: HeatProblem, depth: number): BlockLayer[] => {
  if (domain?.kind === 'line' && domain.metric !== 'slab') {
    return [{ kind: 'other', name: layers[0]?.name ?? '', from: 0, to: depth }];
  }
  let from = 0;
  return layers.flatMap(({ name, material, thickness }) => {
    const to = Math.min(depth, from + thickness);
    const layer = { kind: kindOf(material), name, from, to };
    from = to;
    return layer.to > layer.from ? [layer] : [];
  });
};

const isNeedle = (shape: HeatProblem['electrodes'][number]['shape']): shape is Needle =>
  shape.kind === 'needle';

const needlesOf = ({ electrodes }: HeatProblem, depth: number): BlockNeedle[] =>
  electrodes.flatMap(({ name, shape }) => {
    if (!isNeedle(shape)) return [];
    const { x, y, from, to, radius, tip, exposed } = shape;
    const isWhole = exposed.from <= from && exposed.to >= to;
    return [
      { name, x, y, from, to: Math.min(to, depth), radius, cone: tip, bare: isWhole ? undefined : exposed },
    ];
  });

/** The block of a problem of one's own; undefined where it has no domain. */
export const problemBlock = (
  problem: HeatProblem,
  { grid }: Heating,
  frames: Frames | undefined,
): SkinBlock | undefined => {
  const size = sizeOf(problem);
  if (size === undefined || grid === undefined) return undefined;
  return {
    ...size,
    layers: layersOf(problem, size.depth),
    needles: needlesOf(problem, size.depth),
    withdrawn: Infinity,
    heat: frames && problemFilm(frames, grid, problem),
    healing: undefined,
  };
};
