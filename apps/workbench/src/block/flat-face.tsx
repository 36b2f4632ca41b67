import { paintFace, prepareFace, type BlockView, type SkinBlock } from '@percuta/scene';
import { useEffect, useMemo, useRef } from 'react';

const needleShare = (block: SkinBlock, x: number, cut: number): number =>
  (x + block.half.x) / (cut + block.half.x);

/** The front face alone, for browsers that cannot draw in three dimensions: the same picture, flat. */
export const FlatFace = ({ block, view }: { readonly block: SkinBlock; readonly view: BlockView }) => {
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
  return (
    <canvas
      ref={canvas}
      className="flat-face"
      width={face.shown.width}
      height={face.shown.height}
      aria-hidden="true"
    />
  );
};
