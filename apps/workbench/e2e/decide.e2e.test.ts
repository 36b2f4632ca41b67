import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { holdsDeviceSetting } from '@percuta/evidence';
import { describe, expect, test } from 'vitest';
import { siteFolder } from '../../cli/src/serve/build-site.ts';
import { answersSchema } from '../src/shell/files/answers-file.ts';
import { aid, axeFaults, expectSound, phone, useBrowser } from './open.ts';

interface Chunk {
  readonly file: string;
  readonly isEntry: boolean;
  readonly facade: string | null;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly modules: readonly string[];
}

const graph = (): readonly Chunk[] => JSON.parse(readFileSync(join(siteFolder, 'module-graph.json'), 'utf8'));

/** Chunks behind some, by the imports a way takes. */
const behind = (
  chunks: readonly Chunk[],
  starts: readonly Chunk[],
  next: (chunk: Chunk) => readonly string[],
): Chunk[] => {
  const seen = new Set(starts);
  for (const chunk of seen) {
    for (const file of next(chunk)) {
      const found = chunks.find((each) => each.file === file);
      if (found !== undefined) seen.add(found);
    }
  }
  return [...seen];
};

const doorOf = (chunks: readonly Chunk[], file: string): Chunk => {
  const found = chunks.find(({ facade }) => facade?.endsWith(file) === true);
  if (found === undefined) throw new Error(`no chunk begins with ${file}`);
  return found;
};

/** What starts the page: its entry, and the frame that the entry loads once the page has been painted. */
const startsOf = (chunks: readonly Chunk[]): Chunk[] => [
  ...chunks.filter(({ isEntry }) => isEntry),
  doorOf(chunks, 'src/start.tsx'),
];

/** All that runs when Decide is open: what starts the page without the other doors, and all that Decide loads. */
const decideChunks = (): Chunk[] => {
  const chunks = graph();
  const start = behind(chunks, startsOf(chunks), ({ imports }) => imports);
  const door = behind(chunks, [doorOf(chunks, 'decide/decide.tsx')], ({ imports, dynamicImports }) => [
    ...imports,
    ...dynamicImports,
  ]);
  return [...new Set([...start, ...door])];
};

describe('what is built', () => {
  test('no module of the engine stands behind Decide; one does behind Plan', () => {
    const clinician = /packages\/(engine|document)\//;
    const modules = decideChunks().flatMap((chunk) => chunk.modules);
    expect(modules.length).toBeGreaterThan(100);
    expect(modules.filter((module) => clinician.test(module))).toEqual([]);
    const chunks = graph();
    const plan = behind(chunks, [doorOf(chunks, 'plan/plan.tsx')], ({ imports }) => imports);
    expect(plan.flatMap(({ modules }) => modules).some((module) => clinician.test(module))).toBe(true);
  });

  test('nothing of three dimensions stands behind Decide', () => {
    const modules = decideChunks().flatMap((chunk) => chunk.modules);
    expect(modules.some((module) => module.includes('packages/scene/src/channel/'))).toBe(true);
    expect(modules.filter((module) => /node_modules\/(three|@react-three)\//.test(module))).toEqual([]);
  });

  test('the first useful screen is at most 250 kB of JavaScript, gzipped', () => {
    const chunks = graph();
    const first = behind(
      chunks,
      [...startsOf(chunks), doorOf(chunks, 'decide/decide.tsx')],
      ({ imports }) => imports,
    );
    const bytes = first.map(
      ({ file }) => gzipSync(readFileSync(join(siteFolder, file)), { level: 9 }).length,
    );
    const kilobytes = bytes.reduce((sum, each) => sum + each, 0) / 1000;
    expect(kilobytes).toBeGreaterThan(50);
    expect(kilobytes).toBeLessThanOrEqual(250);
  });
});

const open = useBrowser();

test('a person picks place, problem and skin, and reads the whole aid', async () => {
  const opened = await open('#/decide');
  const { page } = opened;
  const go = page.getByRole('button', { name: 'Show me what is known' });
  expect(await go.isDisabled()).toBe(true);
  await page
    .getByRole('radiogroup')
    .getByRole('radio', { name: 'the cheek' })
    .locator('.spot')
    .first()
    .click();
  await page.getByText('Chosen: the cheek.').waitFor();
  expect(
    await page.getByRole('group', { name: 'Place', exact: true }).getByLabel('the cheek').isChecked(),
  ).toBe(true);
  await page.getByLabel('acne scars').check();
  await page.getByLabel('Rarely burns, tans well (IV)').check();
  await go.click();
  await page.getByRole('heading', { level: 1, name: 'Could needling help with acne scars?' }).waitFor();
  const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
  expect(headings).toEqual([
    'How it works',
    'Will it help?',
    'What can go wrong?',
    'With heat or without?',
    'What else is there?',
    'Weeks 0 to 12',
    'Is it safe for you?',
    'What you may have been told',
    'What matters to you?',
    'Ask at the consultation',
    'What would it cost you?',
    'Afterwards',
    'Keep it, share it',
  ]);
  await page.getByText('US FDA notice, 15 October 2025').waitFor();
  expect(await page.getByRole('img', { name: /Of 100 people like those studied/ }).count()).toBe(2);
  expectSound(opened);
});

test('nothing on the page is a device setting, in words, in pictures or in what is hidden', async () => {
  const { page } = await open(aid);
  await page.locator('figure svg').first().waitFor();
  const texts = await page.evaluate(() => [
    ...[...document.querySelectorAll('main *')].flatMap((element) =>
      [...element.childNodes]
        .filter(({ nodeType }) => nodeType === 3)
        .map(({ textContent }) => textContent ?? ''),
    ),
    ...[...document.querySelectorAll('main [aria-label]')].map(
      (element) => element.getAttribute('aria-label') ?? '',
    ),
  ]);
  expect(texts.length).toBeGreaterThan(300);
  expect(texts.filter(holdsDeviceSetting)).toEqual([]);
});

test('the lower eyelid is not to be treated, and says why', async () => {
  const { page } = await open('#/decide');
  await page
    .getByRole('radiogroup')
    .getByRole('radio', { name: 'the lower eyelid, not to be treated' })
    .locator('.spot')
    .first()
    .click();
  await page.getByText('Nobody should needle the lower eyelid').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByLabel('acne scars').check();
  expect(await page.getByRole('button', { name: 'Show me what is known' }).isDisabled()).toBe(true);
});

test('a yes leads to a gentle outcome; a link holds it only if asked to; the file holds it for a clinician', async () => {
  const { page } = await open(aid, { permissions: ['clipboard-read', 'clipboard-write'] });
  const radiation = page.getByRole('group', { name: 'The area has had radiation.' });
  await radiation.getByLabel('Yes').check();
  await page.getByText('Better not have it.').waitFor();
  await page.getByText('1 of 14 answered', { exact: false }).waitFor();
  expect(await axeFaults(page)).toEqual([]);

  await page.getByRole('button', { name: 'Copy a link' }).click();
  await page.getByText('The link is copied.').waitFor();
  const plain = await page.evaluate(() => navigator.clipboard.readText());
  expect(plain).toContain('#/decide?');
  expect(plain).not.toContain('radiation');

  await page.getByLabel('Put my answers into the link').check();
  await page.getByRole('button', { name: 'Copy a link' }).click();
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('radiation'));
  const full = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(full).search).toBe('');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save my answers for a clinician' }).click(),
  ]);
  const answers = answersSchema.parse(JSON.parse(readFileSync(await download.path(), 'utf8')));
  expect(answers).toMatchObject({
    site: 'cheek',
    indication: 'atrophic-acne-scars',
    phototype: 'IV',
    said: [{ answer: 'yes', screening: ['radiation'] }],
  });

  const again = await open(full.slice(full.indexOf('#')));
  await again.page.getByText('Better not have it.').waitFor();
});

test('a link of a later version is opened and said to be later', async () => {
  const { page } = await open(`${aid}&v=2`);
  expect(await page.getByRole('note').first().textContent()).toContain('made by a later version');
});

test('Decide from end to end by keyboard alone', async () => {
  const { page } = await open('#/decide', { viewport: phone });
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = () =>
    page.evaluate(() => {
      const { activeElement: active } = document;
      if (active === document.body) return '';
      const label = active?.getAttribute('aria-label') ?? active?.closest('label')?.textContent;
      return label ?? active?.textContent ?? '';
    });
  const tabTo = async (name: string) => {
    for (let i = 0; i < 80; i += 1) {
      if ((await focused()).includes(name)) return;
      await press('Tab');
    }
    throw new Error(`Tab does not reach "${name}"; it stands at "${await focused()}"`);
  };
  await tabTo('the scalp');
  await press('Tab');
  expect(await focused()).toBe('the scalp');
  await press('ArrowDown', 'ArrowDown', 'ArrowDown');
  expect(await focused()).toBe('the nose');
  await press('ArrowDown', 'Enter');
  await page.getByText('Chosen: the upper lip.').waitFor();
  await tabTo('acne scars');
  await press('Space');
  await tabTo('Show me what is known');
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: /Could needling help/ }).waitFor();
  await tabTo('On this page');
  await press('Enter');
  await tabTo('Is it safe for you?');
  await press('Enter');
  expect(await focused()).toBe('Is it safe for you?');
  await tabTo('Yes');
  await press('Space');
  await page.getByText('1 of 14 answered', { exact: false }).waitFor();
  await tabTo('Print or save as PDF');
});

test('printed, the aid keeps its text and drops its buttons', async () => {
  const { page } = await open(aid);
  await page.locator('figure svg').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'Print or save as PDF' }).isVisible()).toBe(false);
  expect(await page.getByRole('heading', { name: 'What can go wrong?' }).isVisible()).toBe(true);
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000);
});
