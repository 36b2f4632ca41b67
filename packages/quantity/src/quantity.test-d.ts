/** What must not compile: tsc reads this file, nothing runs it. */
import type { z } from 'zod';
import {
  type Length,
  type Temperature,
  type Time,
  formatQuantity,
  parseQuantity,
  quantity,
} from './index.ts';

declare function insert(depth: Length): void;
declare const depth: Length;
declare const pulse: Time;

insert(depth);
insert(0.0015);
insert(2 * depth);

// @ts-expect-error a time is no length
insert(pulse);

insert(parseQuantity('1.5 mm', 'length'));
// @ts-expect-error a text read as a time is no length
insert(parseQuantity('40 ms', 'time'));

const depthSchema = quantity('length', { shown: 'mm' });
const temperatureSchema = quantity('temperature', { shown: '°C' });

insert(depthSchema.parse('1.5 mm'));
// @ts-expect-error a decoded temperature is no length
insert(temperatureSchema.parse('37 °C'));

/** Compiles only where both are the same type. */
type Same<A, B> = [A, B] extends [B, A] ? true : never;
export const infersTheFlavour: Same<z.infer<typeof depthSchema>, Length> = true;
export const takesText: Same<z.input<typeof depthSchema>, string> = true;
// @ts-expect-error a length is not inferred as a temperature
export const infersAnother: Same<z.infer<typeof depthSchema>, Temperature> = true;

// @ts-expect-error no such dimension
quantity('depth', { shown: 'mm' });
// @ts-expect-error the shown unit is due
quantity('length', {});
// @ts-expect-error bounds are texts
quantity('length', { shown: 'mm', max: 0.004 });
// @ts-expect-error a text is no value
formatQuantity('1.5 mm', 'mm');
