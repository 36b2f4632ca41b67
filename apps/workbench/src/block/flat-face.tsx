import { paintFace, prepareFace, type BlockView, type SkinBlock } from '@percuta/scene';
import { useEffect, useMemo, useRef } from 'react';
import { Marks } from './labels.tsx';

const needleShare = (block: SkinBlock, x: number, cut: number): number =>
  (x + block.half.x) / (cut + block.half.x);

/** Room for the scale, for names of layers, and above and below, px. */
const room = { left: 48, right: 112, above: 24, below: 12 } as const;

interface FlatFaceProps {
  readonly block: SkinBlock;
  readonly view: BlockView;
  readonly size: { readonly width: number; readonly height: number };
}

/** Where a picture of some proportions stands in the room there is, px. */
const boxOf = (size: FlatFaceProps['size'], { width, height }: FlatFaceProps['size']) => {
  const [wide, high] = [size.width - room.left - room.right, size.height - room.above - room.below];
  const scale = Math.max(0, Math.min(wide / width, high / height));
  return {
    left: room.left + (wide - scale * width) / 2,
    top: room.above,
    width: scale * width,
    height: scale * height,
  };
};

/** The front face alone, for browsers that cannot draw in three dimensions: the same picture, flat. */
export const FlatFace = ({ block, view, size }: FlatFaceProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { cuts, scheme, aspect, time } = view;
  const face = useMemo(() => prepareFace(block, cuts, 'front', scheme), [block, cuts, scheme]);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined) return;
    paintFace(face, block, aspect, time);
    const { width, height, pixels } = face.shown;
    context.putImageData(new ImageData(pixels, width, height), 0, 0);
    if (time > block.withdrawn) return;
    context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--percuta-needle');
    const perMetre = height / (block.depth - cuts.z);
    for (const { x, y, radius, from, to } of block.needles) {
      if (Math.abs(y - cuts.y) > radius) continue;
      const left = needleShare(block, x - radius, cuts.x) * width;
      context.fillRect(left, (from - cuts.z) * perMetre, 2 * radius * perMetre, (to - from) * perMetre);
    }
  }, [aspect, block, cuts, face, time]);
  const { left, top, width, height } = boxOf(size, face.shown);
  const down = (depth: number): number => top + (height * (depth - cuts.z)) / (block.depth - cuts.z);
  return (
    <>
      <canvas
        ref={canvas}
        className="flat-face"
        width={face.shown.width}
        height={face.shown.height}
        style={{ left, top, width, height }}
        aria-hidden="true"
      />
      <Marks block={block} cuts={cuts} left={{ x: left, down }} right={{ x: left + width, down }} />
    </>
  );
};
