/** What must not compile: tsc reads this file, nothing runs it. */
import type { OneScale, ScaledOutcome } from './same-scale.ts';
import { onScale } from './same-scale.ts';

declare function pool<M extends 'ecca' | 'gais' | 'masi'>(data: OneScale<M>): number;
declare const ecca: readonly ScaledOutcome<'ecca'>[];
declare const gais: readonly ScaledOutcome<'gais'>[];

pool<'ecca'>(ecca);
// @ts-expect-error the GAIS is not the ECCA
pool<'ecca'>(gais);
// @ts-expect-error two scales are not one
pool<'ecca' | 'gais'>([...ecca, ...gais]);

onScale('gais', []);
// @ts-expect-error the scale of a paper cannot be pooled
onScale('own-scale', []);
