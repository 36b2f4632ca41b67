import { studyFiles } from '../../data/studies/study-files.ts';
import { catalogue } from '../catalogue.ts';
import { studyIds, type StudyId } from './study-ids.ts';
import { studySchema, type Study } from './study-schema.ts';

const table = catalogue(studyIds, studyFiles, (file): Study => studySchema.parse(file));

/** Every study by name, quantities in SI. */
export function studies(): readonly Study[] {
  return table.all();
}

/** A study of the table with its arms, outcomes and harms, quantities in SI. */
export function study(id: StudyId): Study {
  return table.get(id);
}

/** The study as its file has it, quantities as text. */
export function studyDocument(id: StudyId): unknown {
  return table.document(id);
}

/** Whether a text names a study of the table. */
export function isStudyId(text: string): text is StudyId {
  return studyIds.some((id) => id === text);
}
