import { project, scenePoint, type Cuts, type Orbit, type SkinBlock } from '@percuta/scene';
import { useTranslation } from 'react-i18next';

interface LabelsProps {
  readonly block: SkinBlock;
  readonly cuts: Cuts;
  readonly orbit: Orbit;
  /** As on the stage. */
  readonly shift: number;
  /** Millimetres on the left edge. */
  readonly hasScale: boolean;
  readonly size: { readonly width: number; readonly height: number };
}

interface Edge {
  readonly x: number;
  readonly y: number;
  readonly left: number;
}

const halfMillimetre = 5e-4;

const useProjection = ({ block, orbit, size, shift }: LabelsProps) => {
  const aspect = size.width / size.height;
  return (x: number, y: number, z: number): readonly [number, number] => {
    const [right, up] = project(block, orbit, { aspect, shift }, scenePoint(x, y, z));
    return [((1 + right) / 2) * size.width, ((1 - up) / 2) * size.height];
  };
};

/** Upright edges of the block from left to right on the screen. */
const edgesOf = ({ block, cuts }: LabelsProps, at: ReturnType<typeof useProjection>): readonly Edge[] =>
  [-block.half.x, cuts.x]
    .flatMap((x) => [-block.half.y, cuts.y].map((y) => ({ x, y, left: at(x, y, 0)[0] })))
    .sort((a, b) => a.left - b.left);

/** Depths marked on the left edge; as far apart as there is room for. */
const depthsOf = ({ block, cuts }: LabelsProps, pxPerMetre: number): number[] => {
  const step =
    [1, 2, 4, 10, 20].map((times) => times * halfMillimetre).find((each) => each * pxPerMetre >= 26) ?? 0.02;
  const first = Math.ceil(cuts.z / step - 1e-9) * step;
  return Array.from(
    { length: Math.floor((block.depth - first) / step + 1e-9) + 1 },
    (_, n) => first + n * step,
  );
};

const least = 16;

/** Middles of the layers, moved apart so that no two names touch. */
const layerPlaces = ({ block, cuts }: LabelsProps, down: (z: number) => number) => {
  let last = -Infinity;
  return block.layers
    .filter(({ to }) => to > cuts.z)
    .map((layer) => {
      const at = down((Math.max(layer.from, cuts.z) + layer.to) / 2);
      const shown = Math.max(at, last + least);
      last = shown;
      return { ...layer, at, shown };
    });
};

/** Depths in millimetres and names of layers beside the block; for those who do not see it there is its text. */
export const Labels = (props: LabelsProps) => {
  const { t } = useTranslation('block');
  const at = useProjection(props);
  const { size } = props;
  const edges = edgesOf(props, at);
  const [leftmost, rightmost] = [edges[0], edges.at(-1)];
  if (leftmost === undefined || rightmost === undefined || size.width < 10) return undefined;
  const down = (z: number): number => at(rightmost.x, rightmost.y, z)[1];
  const perMetre = at(leftmost.x, leftmost.y, 1)[1] - at(leftmost.x, leftmost.y, 0)[1];
  return (
    <div className="block-labels" aria-hidden="true">
      {(props.hasScale ? depthsOf(props, perMetre) : []).map((depth) => {
        const [x, y] = at(leftmost.x, leftmost.y, depth);
        return (
          <span key={depth} className="depth-label" style={{ left: x, top: y }} data-content>
            {(depth * 1000).toFixed(1)}
          </span>
        );
      })}
      {props.hasScale && (
        <span
          className="depth-label unit"
          style={{ left: leftmost.left, top: at(leftmost.x, leftmost.y, props.cuts.z)[1] - 18 }}
        >
          {t('millimetre')}
        </span>
      )}
      {layerPlaces(props, down).map(({ kind, name, at: middle, shown }) => (
        <span key={name} className="layer-label" style={{ left: rightmost.left, top: shown }}>
          <svg className="layer-lead" width="26" height="40" viewBox="0 -20 26 40">
            <path d={`M-4 ${middle - shown}L14 0H22`} />
          </svg>
          {kind === 'other' ? <span data-content>{name}</span> : t(`layer.${kind}`)}
        </span>
      ))}
    </div>
  );
};
