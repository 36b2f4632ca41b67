import { createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openBoss } from './open-boss.ts';

const patience = { connectionTimeoutMillis: 300, query_timeout: 300 };

/** What PostgreSQL says to who may come in: that all is well, and that it is ready for a query. */
const welcome = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]);

let server: Server | undefined;
afterEach(() => server?.close());

/** A server that takes connections, says so much to each, and nothing more. */
const muteServer = (greeting: Uint8Array): Promise<string> =>
  new Promise((resolve) => {
    const made = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.write(greeting));
    });
    server = made;
    made.listen(0, '127.0.0.1', () => {
      const address = made.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      resolve(`postgres://percuta:secret@127.0.0.1:${port}/none`);
    });
  });

test.each([
  ['before it lets in', Buffer.alloc(0), 'cannot be reached'],
  ['once it has let in', welcome, 'has stopped answering'],
])(
  'a server that falls silent %s is given up with one error',
  async (_, greeting, problem) => {
    const url = await muteServer(greeting);
    const opened = openBoss(url, '', patience);
    await expect(opened).rejects.toMatchObject({
      tag: 'BadInput',
      message: expect.stringContaining(problem),
    });
    await expect(opened).rejects.not.toMatchObject({ message: expect.stringContaining('secret') });
  },
  30_000,
);
