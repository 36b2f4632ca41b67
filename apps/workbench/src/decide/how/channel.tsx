import { channelReach, channelSection, needleOutline, type ChannelOpening } from '@percuta/scene';
import { memo, useMemo } from 'react';
import { block } from './stored.ts';

/** µm a metre: paths of a channel are in micrometres. */
const perMetre = 1e6;

/** How far from its axis what belongs to a channel reaches, m. */
export const reach: number = block.healing === undefined ? 0 : channelReach(block.healing);

/** Where layers end, m below the surface. */
export const borders = {
  corneum: block.layers.find(({ kind }) => kind === 'stratum corneum')?.to ?? 0,
  junction: block.layers.find(({ kind }) => kind === 'epidermis')?.to ?? 0,
  fat: block.layers.find(({ kind }) => kind === 'dermis')?.to ?? block.depth,
} as const;

/** How far the surface of the drawn skin may stand above its mean, m: an opening is open to the air. */
const crest = 2e-5;

/** A bar about the axis, between two depths. */
const bar = (half: number, from: number, to: number) => ({
  x: -half * perMetre,
  y: from * perMetre,
  width: 2 * half * perMetre,
  height: (to - from) * perMetre,
});

const Needle = ({ above }: { readonly above: number }) => {
  const [needle] = block.needles;
  if (needle === undefined) return undefined;
  return (
    <g className="channel-needle">
      <path d={needleOutline(needle, above)} />
      <rect {...bar(1.25 * needle.radius, -above, (-2 / 3) * above)} rx="14" />
    </g>
  );
};

const Opening = ({ radius, made, barrier }: ChannelOpening) => (
  <>
    <rect className="channel-hole" {...bar(radius, -crest, borders.junction)} />
    {/* Closed, its horny layer comes back as the barrier does. */}
    {radius < made && (
      <rect className="channel-new-skin" {...bar(made, 0, borders.corneum)} opacity={1 - barrier} />
    )}
  </>
);

interface ChannelProps {
  /** s since the needles went in. */
  readonly time: number;
  /** What of the needle is seen above the surface, m. */
  readonly above: number;
}

/** One channel as the stored run has it at a time, in micrometres from where it enters the skin. */
export const Channel = memo(({ time, above }: ChannelProps) => {
  const { isPierced, opening, clot, cells, fibres } = useMemo(() => channelSection(block, time), [time]);
  if (isPierced) return <Needle above={above} />;
  return (
    <g className="channel">
      {clot.map((path) => (
        <path key={path} className="channel-clot" d={path} />
      ))}
      <path className="channel-fibres" d={fibres} />
      {cells.map(({ kind, path }) => (
        <path key={kind} className={`channel-cells ${kind}`} d={path} />
      ))}
      {opening !== undefined && <Opening {...opening} />}
    </g>
  );
});
