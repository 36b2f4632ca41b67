import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSite, type Served } from './serve-site.ts';

let folder: string;
let served: Served;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'percuta-site-'));
  writeFileSync(
    join(folder, 'headers.json'),
    JSON.stringify({ 'Cross-Origin-Opener-Policy': 'same-origin' }),
  );
  writeFileSync(join(folder, 'index.html'), '<h1>here</h1>');
  writeFileSync(join(folder, 'long.js'), 'as it is');
  writeFileSync(join(folder, 'long.js.gz'), gzipSync('packed'));
  writeFileSync(join(dirname(folder), 'percuta-outside.txt'), 'outside');
  served = await serveSite(folder, 0);
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
  rmSync(join(dirname(folder), 'percuta-outside.txt'));
});

/** As it is written: fetch would tidy the path up before it asks. */
const ask = (path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(served.url);
    const socket = connect(Number(port), hostname);
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  });

test('every answer carries the headers the site was built with', async () => {
  for (const path of ['', 'nothing-here.js']) {
    const { headers } = await fetch(`${served.url}${path}`);
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  }
});

test('the page, and 404 for what is not there', async () => {
  expect(await (await fetch(served.url)).text()).toBe('<h1>here</h1>');
  expect((await fetch(`${served.url}nothing-here.js`)).status).toBe(404);
});

test('what lies there compressed is sent so, to whoever takes it', async () => {
  const packed = await fetch(`${served.url}long.js`);
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect(await packed.text()).toBe('packed');
  const plain = await fetch(`${served.url}long.js`, { headers: { 'accept-encoding': 'identity' } });
  expect(await plain.text()).toBe('as it is');
});

test.each(['/../percuta-outside.txt', '/%2e%2e/percuta-outside.txt', '/..%2fpercuta-outside.txt'])(
  '%s leads nowhere',
  async (path) => {
    const answer = await ask(path);
    expect(answer).toMatch(/^HTTP\/1\.1 404/);
    expect(answer).not.toContain('outside\n');
  },
);

test('it listens to this machine only', () => {
  expect(new URL(served.url).hostname).toBe('127.0.0.1');
});

test('the commands are installed without what builds the workbench', () => {
  const lock: unknown = JSON.parse(
    readFileSync(new URL('../../../../package-lock.json', import.meta.url), 'utf8'),
  );
  for (const name of ['react', 'react-dom', 'vite', '@mantine/core', '@tanstack/react-router', 'i18next']) {
    expect(lock).toHaveProperty(['packages', `node_modules/${name}`, 'dev'], true);
  }
  expect(lock).not.toHaveProperty(['packages', 'node_modules/sirv', 'dev']);
});
