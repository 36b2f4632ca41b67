import { typeThree } from './type-three.ts';
import { youngTypeOne } from './young-type-one.ts';
import { matureTypeOne } from './mature-type-one.ts';
import { denatured } from './denatured.ts';

export const collagenSpecies = [typeThree, youngTypeOne, matureTypeOne, denatured];
