import type { CDPSession, Page } from 'playwright';
import { expect, test } from 'vitest';
import {
  aid,
  axeFaults,
  desktop,
  expectSound,
  phone,
  sidewaysScroll,
  smallPhone,
  useBrowser,
} from './open.ts';

const open = useBrowser();

const thumb = (page: Page) => page.getByRole('slider', { name: 'Time after the visit' });
const flag = (page: Page) => page.locator('.time-flag').textContent();
/** Marks of one channel; those of the picked one stand last. */
const picked = (page: Page) => page.locator('.time-section .picked');

const drawn = async (page: Page): Promise<void> => {
  await page.locator('.time-section svg').waitFor();
};

test('every channel stands at its own moment, and the thumb picks one', async () => {
  const opened = await open(aid, { viewport: desktop });
  const { page } = opened;
  await drawn(page);
  await page.getByRole('img', { name: /^Skin in section along an axis of time/ }).waitFor();
  expect(await flag(page)).toBe('day 3');
  // From left to right: the needle, clots, cells, fibres.
  expect(await page.locator('.time-section .channel-needle').count()).toBe(1);
  expect(await page.locator('.time-section .channel').count()).toBe(7);
  expect(await picked(page).locator('.channel-clot').count()).toBeGreaterThan(0);
  await thumb(page).press('Home');
  expect(await flag(page)).toBe('needles in');
  expect(await picked(page).locator('.channel-needle').count()).toBe(1);
  expect(await picked(page).locator('.channel').count()).toBe(0);
  await thumb(page).press('End');
  expect(await flag(page)).toBe('year 1');
  expect(await picked(page).locator('.channel-clot').count()).toBe(0);
  expect(await picked(page).locator('.channel-fibres').getAttribute('d')).not.toBe('');
  expectSound(opened);
});

test('the thumb goes by steps, by named moments and by units, and says the named moments alone', async () => {
  const { page } = await open(aid);
  await drawn(page);
  const said = page.locator('.how-axis [role=status]');
  const at = () => thumb(page).getAttribute('aria-valuetext');
  await thumb(page).press('Home');
  expect(await said.textContent()).toBe('The needles are in.');
  await thumb(page).press('Shift+ArrowRight');
  expect(await at()).toBe('1 minute');
  expect(await said.textContent()).toBe('A minute: a clot stands in the channels.');
  await thumb(page).press('PageUp');
  expect(await at()).toBe('2 minutes');
  expect(await said.textContent()).toBe('');
  await page.getByText('The surface is open; a clot fills the channels.', { exact: false }).first().waitFor();
  for (let decade = 0; decade < 20; decade += 1) await thumb(page).press('ArrowRight');
  expect(await at()).toBe('20 minutes');
  await thumb(page).press('Shift+ArrowLeft');
  expect(await at()).toBe('1 minute');
});

test('a channel that is pressed is picked; dragged between two, the time there is shown', async () => {
  const { page } = await open(aid, { viewport: phone });
  await drawn(page);
  const box = await page.locator('.time-section').boundingBox();
  if (box === null) throw new Error('the section has a place');
  const hour = 27 + (Math.log10(360) / Math.log10(3_155_760)) * (box.width - 54);
  await page.mouse.click(box.x + hour + 5, box.y + 150);
  expect(await flag(page)).toBe('1 hour');
  await page.mouse.move(box.x + hour, box.y + 150);
  await page.mouse.down();
  await page.mouse.move(box.x + hour + 30, box.y + 150);
  await page.mouse.up();
  expect(await flag(page)).toMatch(/^[2-6] hours$/);
});

test('who asked for less motion steps from moment to moment', async () => {
  const { page } = await open(aid, { reducedMotion: 'reduce' });
  await drawn(page);
  await page.getByRole('button', { name: 'Step to the next moment' }).click();
  expect(await flag(page)).toBe('week 1');
});

test('the same stands there in words, moment by moment', async () => {
  const { page } = await open(aid);
  await drawn(page);
  await page.getByText('About this picture').click();
  const rows = await page.locator('.how-axis dl > div').allTextContents();
  expect(rows).toHaveLength(9);
  expect(rows[0]).toContain('The needles are in the skin');
  expect(rows[6]).toContain('lay down new collagen.');
  expect(rows[8]).toContain('Building has ended;');
  expect(rows[8]).not.toContain('Cells that build tissue');
  expect(await axeFaults(page)).toEqual([]);
});

const sizes = [
  ['a phone', phone, {}],
  ['a small phone', smallPhone, {}],
  ['a small phone, in longer words', smallPhone, { 'percuta-pseudo-locale': 'on' }],
  ['a desktop', desktop, {}],
] as const;

test.each(sizes)(
  'on %s every channel has its time in words on the axis, side by side',
  async (_, viewport, stored) => {
    const { page } = await open(aid, { viewport, stored });
    await drawn(page);
    const stems = await page.locator('.channel-stems').getAttribute('d');
    const words = page.locator('.how-axis .scrub-ticks span');
    expect(await words.count()).toBe(stems?.match(/M/g)?.length);
    const boxes = await words.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON()));
    const touching = boxes.flatMap((one, n) =>
      boxes
        .slice(n + 1)
        .filter((other) => one.right + 4 > other.left && one.bottom > other.top && other.bottom > one.top),
    );
    expect(touching).toEqual([]);
    expect(boxes.filter(({ left, right }) => left < 0 || right > viewport.width)).toEqual([]);
    await page.context().close();
  },
);

/** Seconds of processor the page has spent on its own thread, whatever else the machine does. */
const spent = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
};

test('a step of the thumb is a short task, and the picture fits the smallest phone', async () => {
  const { page } = await open(aid, { viewport: smallPhone });
  await drawn(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await thumb(page).press('Home');
  const [before, steps] = [await spent(session), 60];
  for (let step = 0; step < steps; step += 1) await thumb(page).press('ArrowRight');
  // Half of what a task may take, since one step is not like another.
  expect((await spent(session)) - before).toBeLessThan(steps * 0.025);
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
});
