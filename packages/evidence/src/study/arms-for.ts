import type { CourseRegion } from '../course/protocol-schema.ts';
import type { Arm, ArmRole, Modality, Place, StudiedIndication, Study } from './study-schema.ts';
import { studies } from './studies.ts';

/** An arm with the study it belongs to: arms of one study are not independent. */
export interface StudyArm {
  readonly study: Study;
  readonly arm: Arm;
}

/** Which arms of the study table are asked for; what is left out does not matter. */
export interface ArmQuery {
  readonly indication: StudiedIndication;
  readonly region?: CourseRegion | undefined;
  readonly modality?: Modality | undefined;
  readonly role?: ArmRole | undefined;
}

/** Arms that treated the indication, in the order of the table; combinations and comparators too, unless a role is asked for. */
export function armsFor(query: ArmQuery, from: readonly Study[] = studies()): readonly StudyArm[] {
  return from.flatMap((study) =>
    study.arms.filter((arm) => matches(arm, query)).map((arm) => ({ study, arm })),
  );
}

function matches(arm: Arm, { indication, region, modality, role }: ArmQuery): boolean {
  return (
    arm.indication === indication &&
    (modality === undefined || arm.device.modality === modality) &&
    (role === undefined || arm.role === role) &&
    (region === undefined || arm.places.some((place) => speaksFor(place, region)))
  );
}

/** A study of the abdomen speaks for the body, one of "the body" or of any place may have been anywhere on it. */
export function speaksFor({ region }: Pick<Place, 'region'>, asked: CourseRegion): boolean {
  if (region === asked || region === 'any' || asked === 'any') return true;
  return asked === 'body' ? region === 'abdomen' : asked === 'abdomen' && region === 'body';
}
