import { readdirSync, readFileSync } from 'node:fs';
import { readHeatProblem } from '@percuta/engine';
import { describe, expect, test } from 'vitest';

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (name: string) => readHeatProblem(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));

describe('the heat problems of the lab', () => {
  test('are the ones that the README names', () => {
    const text = readFileSync(new URL('README.md', folder), 'utf8');
    for (const name of files) expect(text).toContain(`\`${name}\``);
    expect(files).toHaveLength(4);
  });

  test.each(files)('%s can be read', (name) => {
    expect(read(name).title).not.toBe('');
  });

  test('temperature control names its probe, and the domain reaches far', () => {
    const { generator, domain } = read('needle-pair-temperature.json');
    expect(generator?.channels[0]?.pulses[0]?.control).toMatchObject({
      kind: 'temperature',
      setPoint: 345.15,
    });
    expect(domain?.kind).toBe('block');
  });
});
