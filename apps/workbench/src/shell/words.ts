import i18next, { use as withModule, type PostProcessorModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type block from '../block/words.en.json';
import type decide from '../decide/words.en.json';
import type evidence from '../evidence/words.en.json';
import type lab from '../lab/words.en.json';
import type plan from '../plan/words.en.json';
import type trust from '../trust/words.en.json';
import shell from './words.en.json' with { type: 'json' };

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: {
      shell: typeof shell;
      decide: typeof decide;
      evidence: typeof evidence;
      block: typeof block;
      lab: typeof lab;
      plan: typeof plan;
      trust: typeof trust;
    };
  }
}

const pseudoKey = 'percuta-pseudo-locale';
const accents: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú' };

/** Every vowel twice, between brackets: about 40 % longer, and what lacks the brackets came from no catalogue. */
const pseudo: PostProcessorModule = {
  type: 'postProcessor',
  name: 'pseudo',
  process: (value: string) =>
    `⟦${value.replaceAll(/[aeiou]/gi, (vowel) => vowel + (accents[vowel.toLowerCase()] ?? vowel))}⟧`,
};

const asksForPseudo = (): boolean => {
  try {
    return localStorage.getItem(pseudoKey) === 'on';
  } catch {
    return false;
  }
};

/** Reads the catalogue of the shell; each door brings its own. */
export const startWords = async (): Promise<void> => {
  await withModule(initReactI18next)
    .use(pseudo)
    .init({
      lng: 'en',
      fallbackLng: 'en',
      defaultNS: 'shell',
      resources: { en: { shell } },
      interpolation: { escapeValue: false },
      ...(asksForPseudo() ? { postProcess: 'pseudo' } : {}),
    });
};

/** Of a door, or of the block of skin that doors share. */
type Door = 'block' | 'decide' | 'evidence' | 'lab' | 'plan' | 'trust';

/** Adds the catalogue of a door that has just been loaded. */
export const addWords = (door: Door, words: object): void => {
  i18next.addResourceBundle('en', door, words);
};
