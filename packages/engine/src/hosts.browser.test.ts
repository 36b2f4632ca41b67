import { expect, inject, test } from 'vitest';
import { exampleHashes } from '../../../tools/example-hashes.ts';

test('Chromium and both versions of Node compute the same bits', () => {
  const here = exampleHashes();
  const hosts = inject('hosts');
  expect(hosts.map(({ node }) => node.split('.')[0])).toEqual(['v24', 'v22']);
  for (const { node, hashes } of hosts) {
    expect({ node, ...JSON.parse(hashes) }).toEqual({ node, ...here });
  }
});
