import { useComputedColorScheme } from '@mantine/core';
import type { Scheme } from '@percuta/scene';

/** The colours the page is in. */
export const useScheme = (): Scheme => useComputedColorScheme('light', { getInitialValueInEffect: false });
