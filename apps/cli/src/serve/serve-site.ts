import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const readHeaders = (folder: string): Readonly<Record<string, string>> => {
  const given: unknown = JSON.parse(readFileSync(join(folder, 'headers.json'), 'utf8'));
  if (typeof given !== 'object' || given === null) throw new TypeError('headers.json holds no object');
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
};

const listening = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

/** Serves the built site to this machine only, with the headers it was built with. Port 0 takes a free one. */
export const serveSite = async (folder: string, port: number): Promise<Served> => {
  const headers = readHeaders(folder);
  const files = sirv(folder, { etag: true, gzip: true, brotli: true });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    files(request, response, () => {
      response.statusCode = 404;
      response.end('Not found');
    });
  });
  const open = await listening(server, port);
  return {
    url: `http://127.0.0.1:${open}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
