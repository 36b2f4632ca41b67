import { project, scenePoint, type Cuts, type Orbit, type SkinBlock } from '@percuta/scene';
import { useTranslation } from 'react-i18next';

interface LabelsProps {
  readonly block: SkinBlock;
  readonly cuts: Cuts;
  readonly orbit: Orbit;
  /** As on the stage. */
  readonly shift: number;
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

/** A side of the picture, where its labels stand, px. */
export interface Side {
  readonly x: number;
  readonly down: (depth: number) => number;
}

interface MarksProps extends Pick<LabelsProps, 'block' | 'cuts'> {
  readonly left: Side;
  readonly right: Side;
}

/** Depths marked on the left edge; as far apart as there is room for. */
const depthsOf = ({ block, cuts, left }: MarksProps): number[] => {
  const pxPerMetre = left.down(1) - left.down(0);
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
const layerPlaces = ({ block, cuts, right }: MarksProps) => {
  let last = -Infinity;
  return block.layers
    .filter(({ to }) => to > cuts.z)
    .map((layer) => {
      const at = right.down((Math.max(layer.from, cuts.z) + layer.to) / 2);
      const shown = Math.max(at, last + least);
      last = shown;
      return { ...layer, at, shown };
    });
};

/** Depths in millimetres and names of layers beside a picture; for those who do not see it there is its text. */
export const Marks = (props: MarksProps) => {
  const { t } = useTranslation('block');
  const { left, right, cuts } = props;
  return (
    <div className="block-labels" aria-hidden="true">
      {depthsOf(props).map((depth) => (
        <span
          key={depth}
          className="depth-label"
          style={{ left: left.x, top: left.down(depth) }}
          data-content
        >
          {(depth * 1000).toFixed(1)}
        </span>
      ))}
      <span className="depth-label unit" style={{ left: left.x, top: left.down(cuts.z) - 18 }}>
        {t('millimetre')}
      </span>
      {layerPlaces(props).map(({ kind, name, at, shown }) => (
        <span key={name} className="layer-label" style={{ left: right.x, top: shown }}>
          <svg className="layer-lead" width="26" height="40" viewBox="0 -20 26 40">
            <path d={`M-4 ${at - shown}L14 0H22`} />
          </svg>
          {kind === 'other' ? <span data-content>{name}</span> : t(`layer.${kind}`)}
        </span>
      ))}
    </div>
  );
};

/** Marks at the outermost edges of the block. */
export const Labels = (props: LabelsProps) => {
  const at = useProjection(props);
  const { block, cuts, size } = props;
  const edges = edgesOf(props, at);
  const [leftmost, rightmost] = [edges[0], edges.at(-1)];
  if (leftmost === undefined || rightmost === undefined || size.width < 10) return undefined;
  const sideOf = ({ x, y, left }: Edge): Side => ({ x: left, down: (depth) => at(x, y, depth)[1] });
  return <Marks block={block} cuts={cuts} left={sideOf(leftmost)} right={sideOf(rightmost)} />;
};
