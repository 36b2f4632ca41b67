/** Stands on every output. */
export const contextOfUse =
  "Research, education and support of a professional's own judgement; not a medical device.";

/** What a simulation shows and a plan does not weigh yet. */
export const notWeighedYet = ['heal', 'appearance'] as const;
