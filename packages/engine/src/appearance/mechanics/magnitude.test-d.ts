/** What must not compile: a size without its unexplained part. tsc reads this file, nothing runs it. */
import { bandText } from '../../report/numbers.ts';
import { magnitudeText, type ExplainedChange, type Magnitude } from './magnitude.ts';

declare const magnitude: Magnitude;
declare const explained: ExplainedChange;

magnitudeText(magnitude);

// @ts-expect-error the change alone is no size
magnitudeText({ explained });
// @ts-expect-error nor is it a band that other text functions take
bandText(magnitude.explained, '%');
// @ts-expect-error nor is the size itself
bandText(magnitude, '%');
