const files = import.meta.glob('../../../../validation/puncture/measurements.json', {
  eager: true,
  import: 'default',
});

/** The published measurements that predictions are held against, as the command line reads them. */
export const measurements: unknown = Object.values(files)[0];
