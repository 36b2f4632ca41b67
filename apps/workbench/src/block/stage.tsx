import { Canvas, useThree } from '@react-three/fiber';
import {
  createBlock,
  extent,
  eyeOf,
  framing,
  type BlockView,
  type Orbit,
  type SkinBlock,
} from '@percuta/scene';
import { useEffect, useLayoutEffect, useMemo } from 'react';
import { OrthographicCamera } from 'three';

interface StageProps {
  readonly block: SkinBlock;
  readonly view: BlockView;
  readonly orbit: Orbit;
  /** How far left of the middle the block stands, as a share of half the width. */
  readonly shift: number;
}

/** Distance of the eye, in radii of the block: nothing is cut off at any turn. */
const far = 6;

const Eye = ({ block, orbit, shift }: Omit<StageProps, 'view'>) => {
  const { camera, size, invalidate } = useThree();
  useLayoutEffect(() => {
    if (!(camera instanceof OrthographicCamera)) return;
    const frame = framing(block);
    const { middle } = frame;
    const radius = frame.wide + frame.tall;
    const [wide, high] = extent(frame, orbit.zoom, size.width / size.height);
    const [x, y, z] = eyeOf(orbit);
    // Manual: else every change of size would put the view back to pixels.
    Object.assign(camera, {
      manual: true,
      left: (shift - 1) * wide,
      right: (shift + 1) * wide,
      top: high,
      bottom: -high,
      zoom: 1,
      near: 0.01,
      far: 2 * far * radius,
    });
    camera.position.set(
      middle[0] + x * far * radius,
      middle[1] + y * far * radius,
      middle[2] + z * far * radius,
    );
    camera.lookAt(...middle);
    camera.updateProjectionMatrix();
    invalidate();
  }, [block, camera, invalidate, orbit, shift, size]);
  return undefined;
};

const Block = ({ block, view }: Pick<StageProps, 'block' | 'view'>) => {
  const invalidate = useThree((state) => state.invalidate);
  const canvas = useThree((state) => state.gl.domElement);
  const scene = useMemo(() => createBlock(block), [block]);
  useEffect(() => () => scene.dispose(), [scene]);
  useLayoutEffect(() => {
    let frame = 0;
    let task: ReturnType<typeof setTimeout> | undefined;
    const show = (): void => {
      // One face is made in a frame, in a task of its own after it, so that none holds up the page.
      const isWhole = scene.update(view);
      // Told to whoever waits for the whole picture.
      canvas.toggleAttribute('data-unfinished', !isWhole);
      if (!isWhole)
        frame = requestAnimationFrame(() => {
          task = setTimeout(show);
        });
      invalidate();
    };
    show();
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(task);
    };
  }, [canvas, invalidate, scene, view]);
  return <primitive object={scene.root} />;
};

/** The block in three dimensions; a frame is drawn when something has changed, and never otherwise. */
export const Stage = ({ block, view, orbit, shift }: StageProps) => (
  <Canvas
    orthographic
    flat
    frameloop="demand"
    dpr={[1, 2]}
    // The picture can be saved only if what is drawn stays in the canvas.
    gl={{ antialias: true, alpha: true, preserveDrawingBuffer: true }}
    // Asking for faults of shaders waits until the driver has made them; they are the same for everybody.
    onCreated={({ gl: { debug } }) => {
      debug.checkShaderErrors = false;
    }}
    aria-hidden="true"
  >
    <Eye block={block} orbit={orbit} shift={shift} />
    <Block block={block} view={view} />
  </Canvas>
);
