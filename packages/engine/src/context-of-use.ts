/** Stands on every output. */
export const contextOfUse =
  "Research, education and support of a professional's own judgement; not a medical device.";

/** Stages of the chain that do not exist yet; no number stands in for them. */
export const notModelledYet = ['heat', 'heal', 'appearance'] as const;

/** The same for a simulation, which heats and heals what a plan does not weigh yet. */
export const notSimulatedYet = notModelledYet.filter((stage) => stage === 'appearance');
