import type { NotForYou } from '@percuta/evidence';

/** A question goes by the first screening item behind it, which stays when the text changes. */
export const fitKey = ({ screening }: NotForYou): string => screening[0] ?? '';
