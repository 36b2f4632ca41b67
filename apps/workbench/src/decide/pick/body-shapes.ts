import type { SiteId } from '@percuta/evidence';

export type View = 'face' | 'front' | 'back';

/** A place on a drawing: an ellipse, or two where the body has the place on either side. Units of the drawing. */
export interface Shape {
  readonly site: SiteId;
  readonly view: View;
  readonly spots: readonly (readonly [cx: number, cy: number, rx: number, ry: number])[];
}

const face = (site: SiteId, ...spots: Shape['spots']): Shape => ({ site, view: 'face', spots });
const front = (site: SiteId, ...spots: Shape['spots']): Shape => ({ site, view: 'front', spots });
const back = (site: SiteId, ...spots: Shape['spots']): Shape => ({ site, view: 'back', spots });

/** Drawings are 200 wide and 300 high. Each place is drawn in one view only. */
export const shapes: readonly Shape[] = [
  face('scalp', [100, 36, 44, 14]),
  face('forehead', [100, 76, 44, 16]),
  face('glabella', [100, 107, 11, 11]),
  face('temple', [48, 110, 9, 16], [152, 110, 9, 16]),
  face('periorbital_crows_feet', [53, 136, 7, 7], [147, 136, 7, 7]),
  face('lower_eyelid', [76, 143, 12, 6], [124, 143, 12, 6]),
  face('nose', [100, 150, 11, 25]),
  face('cheek', [63, 181, 20, 24], [137, 181, 20, 24]),
  face('upper_lip_perioral', [100, 196, 17, 9]),
  face('chin', [100, 239, 19, 13]),
  face('jawline', [62, 228, 12, 15], [138, 228, 12, 15]),
  front('neck', [100, 54, 9, 9]),
  front('decolletage_chest', [100, 77, 26, 11]),
  front('breast', [85, 101, 12, 10], [115, 101, 12, 10]),
  front('abdomen', [100, 136, 19, 18]),
  front('flank', [74, 140, 6, 16], [126, 140, 6, 16]),
  front('upper_arm', [58, 102, 8, 22], [142, 102, 8, 22]),
  front('forearm', [51, 148, 7, 20], [149, 148, 7, 20]),
  front('hand_dorsum', [46, 181, 7, 10], [154, 181, 7, 10]),
  front('thigh_anterior', [81, 197, 9, 24], [119, 197, 9, 24]),
  front('thigh_inner', [94, 194, 4, 22], [106, 194, 4, 22]),
  front('knee', [86, 232, 9, 8], [114, 232, 9, 8]),
  front('lower_leg', [87, 264, 8, 20], [113, 264, 8, 20]),
  back('back', [100, 104, 27, 37]),
  back('buttock', [87, 163, 13, 14], [113, 163, 13, 14]),
  back('thigh_posterior', [85, 204, 11, 24], [115, 204, 11, 24]),
];

/** Outlines, behind the places. */
export const outlines: Readonly<Record<View, string>> = {
  face: 'M100 14C58 14 34 46 34 92C34 108 32 112 34 128C36 146 42 152 44 176C48 216 74 260 100 262C126 260 152 216 156 176C158 152 164 146 166 128C168 112 166 108 166 92C166 46 142 14 100 14ZM78 256V292M122 256V292M66 128Q78 119 90 128M110 128Q122 119 134 128M82 215Q100 222 118 215',
  front:
    'M100 10C88 10 82 20 83 32C84 42 90 48 91 52C91 60 72 62 60 68C50 73 49 90 47 106C45 126 40 150 38 180C37 192 42 196 48 194C54 192 55 184 56 174C59 152 63 132 67 118C68 132 66 146 64 160C62 178 68 206 74 234C76 250 77 266 80 288H95C96 266 98 240 100 192C102 240 104 266 105 288H120C123 266 124 250 126 234C132 206 138 178 136 160C134 146 132 132 133 118C137 132 141 152 144 174C145 184 146 192 152 194C158 196 163 192 162 180C160 150 155 126 153 106C151 90 150 73 140 68C128 62 109 60 109 52C110 48 116 42 117 32C118 20 112 10 100 10Z',
  back: 'M100 10C88 10 82 20 83 32C84 42 90 48 91 52C91 60 72 62 60 68C50 73 49 90 47 106C45 126 40 150 38 180C37 192 42 196 48 194C54 192 55 184 56 174C59 152 63 132 67 118C68 132 66 146 64 160C62 178 68 206 74 234C76 250 77 266 80 288H95C96 266 98 240 100 192C102 240 104 266 105 288H120C123 266 124 250 126 234C132 206 138 178 136 160C134 146 132 132 133 118C137 132 141 152 144 174C145 184 146 192 152 194C158 196 163 192 162 180C160 150 155 126 153 106C151 90 150 73 140 68C128 62 109 60 109 52C110 48 116 42 117 32C118 20 112 10 100 10Z',
};

export const views: readonly View[] = ['face', 'front', 'back'];

/** Inside the rim of the eye socket nobody may treat; held against the atlas by a test. */
export const rimSites: readonly SiteId[] = ['lower_eyelid'];

export const viewOf = (site: SiteId): View => shapes.find((shape) => shape.site === site)?.view ?? 'face';

type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

const ahead: Readonly<Record<Direction, (dx: number, dy: number) => number>> = {
  ArrowLeft: (dx) => -dx,
  ArrowRight: (dx) => dx,
  ArrowUp: (_, dy) => -dy,
  ArrowDown: (_, dy) => dy,
};

export const isDirection = (key: string): key is Direction => Object.hasOwn(ahead, key);

const middleOf = ({ spots }: Shape): readonly [number, number] => [spots[0]?.[0] ?? 0, spots[0]?.[1] ?? 0];

/** The nearest place of the same drawing in a direction, where what lies aside counts double; the place itself if there is none. */
export const nearest = (site: SiteId, direction: Direction): SiteId => {
  const from = shapes.find((shape) => shape.site === site);
  if (from === undefined) return site;
  const [x, y] = middleOf(from);
  const reachable = shapes
    .filter((shape) => shape.view === from.view && shape.site !== site)
    .map((shape) => {
      const [dx, dy] = [middleOf(shape)[0] - x, middleOf(shape)[1] - y];
      const along = ahead[direction](dx, dy);
      return { site: shape.site, along, cost: along + 2 * (Math.abs(dx) + Math.abs(dy) - along) };
    })
    .filter(({ along, cost }) => along > 0 && cost < Infinity)
    .sort((a, b) => a.cost - b.cost);
  return reachable[0]?.site ?? site;
};
