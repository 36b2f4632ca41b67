import { quantileOf, type Parameter } from '@percuta/evidence';

const ends = [0.05, 0.95] as const;
const digits = (value: number): string => String(Number(value.toPrecision(2)));

const endsOf = ({ spread, value }: Parameter): readonly [number, number] | undefined =>
  spread.kind === 'fixed'
    ? undefined
    : [quantileOf(spread, value, ends[0]), quantileOf(spread, value, ends[1])];

/** The middle 90 % of what a constant may be. */
export const spreadText = (parameter: Parameter): string => {
  const range = endsOf(parameter);
  return range === undefined ? '' : `(${digits(range[0])} to ${digits(range[1])})`;
};

const width = 54;
const height = 16;
const bars = 18;

/** How a constant is spread, as wide as its middle 98 %, with its central value. */
export const SpreadBar = ({ parameter }: { readonly parameter: Parameter }) => {
  const { spread, value } = parameter;
  if (spread.kind === 'fixed') return undefined;
  const at = (share: number): number => quantileOf(spread, value, share);
  const [low, high] = [at(0.01), at(0.99)];
  const x = (of: number): number => (width * (of - low)) / (high - low);
  // A bar is as high as draws are dense in it.
  const places = Array.from({ length: bars + 1 }, (_, n) => at(0.01 + (0.98 * n) / bars));
  const densities = places.slice(1).map((place, n) => 1 / Math.max(1e-12, place - (places[n] ?? place)));
  const most = Math.max(...densities);
  return (
    <svg
      className="spread"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {densities.map((density, n) => {
        const [from, to] = [x(places[n] ?? low), x(places[n + 1] ?? low)];
        const tall = (height - 2) * (density / most);
        return <rect key={from} x={from} y={height - tall} width={Math.max(0.5, to - from)} height={tall} />;
      })}
      <path d={`M${x(value)} 0V${height}`} />
    </svg>
  );
};
