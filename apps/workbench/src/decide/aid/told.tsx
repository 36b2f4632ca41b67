import { Claims } from '../../shell/claims.tsx';
import { Part } from './part.tsx';

/** What people are told, with the grade of each claim. */
export const Told = () => (
  <Part id="told">
    <Claims heading="h3" />
  </Part>
);
