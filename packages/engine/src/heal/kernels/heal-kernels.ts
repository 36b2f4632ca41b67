import type { KernelModule, Kernels } from '@percuta/numerics';
import * as catalogue from './catalogue.ts';
import { kernelBinary } from './wasm.ts';

/** The kernels of healing by name. Every array is a byte offset. */
export type HealKernelTable = typeof catalogue;

const healModule: KernelModule<HealKernelTable> = { catalogue, binary: kernelBinary };

/** The kernels of healing over the memory of others. */
export const healKernelsOf = (kernels: Kernels): HealKernelTable => kernels.load(healModule);

/** Bytes of the compiled kernels of healing. */
export const healKernelBytes = (): number => atob(kernelBinary).length;
