/**
 * Serves dist/ the way GitHub Pages does: under the base path, index.html in folders, a redirect to the slash, 404.html
 * with status 404 for the rest, no rewrites and no headers of our own. `npm start` runs it; the browser tests use it too.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

type Found = { readonly kind: 'file'; readonly path: string } | { readonly kind: 'folder' } | { readonly kind: 'none' };

async function find(root: string, pathname: string): Promise<Found> {
  const path = normalize(join(root, pathname));
  if (path !== root && !path.startsWith(root.endsWith(sep) ? root : root + sep)) return { kind: 'none' };
  const info = await stat(path).catch(() => null);
  if (info?.isFile()) return pathname.endsWith('/') ? { kind: 'none' } : { kind: 'file', path };
  if (!info?.isDirectory()) return { kind: 'none' };
  const index = join(path, 'index.html');
  if ((await stat(index).catch(() => null)) === null) return { kind: 'none' };
  return pathname.endsWith('/') ? { kind: 'file', path: index } : { kind: 'folder' };
}

function send(request: IncomingMessage, response: ServerResponse, status: number, path: string): void {
  response.writeHead(status, {
    'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    'cache-control': 'max-age=600',
  });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(path)
      .on('error', () => response.destroy())
      .pipe(response);
}

/** An address as a browser sends it; null where it is none (`//`, `%E0%A4%A`): GitHub Pages shows its 404 for those too. */
function readAddress(url: string, base: string): { pathname: string; search: string; inside: string | null } | null {
  try {
    const { pathname, search } = new URL(url, 'http://localhost');
    const inside = pathname.startsWith(base) ? decodeURIComponent(`/${pathname.slice(base.length)}`) : null;
    return { pathname, search, inside };
  } catch {
    return null;
  }
}

/**
 * Starts the server.
 *
 * @param options.root folder to serve, normally dist/
 * @param options.base path it stands under, e.g. `/` or `/aca/`
 * @param options.port 0 lets the system choose
 * @returns the server and the address of the home page
 */
export async function serve(options: {
  readonly root: string;
  readonly base: string;
  readonly port: number;
}): Promise<{ server: Server; url: string }> {
  const base = `/${options.base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  const server = createServer(async (request, response) => {
    const address = readAddress(request.url ?? '/', base);
    const missing = join(options.root, '404.html');
    const found: Found =
      address === null || address.inside === null ? { kind: 'none' } : await find(options.root, address.inside);
    if (found.kind === 'file') send(request, response, 200, found.path);
    else if (found.kind === 'folder')
      response.writeHead(301, { location: `${address?.pathname}/${address?.search}` }).end();
    else if ((await stat(missing).catch(() => null)) !== null) send(request, response, 404, missing);
    else response.writeHead(404).end('404');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return { server, url: `http://localhost:${port}${base}` };
}

/** Takes the wanted port or, where it is taken, any free one. */
async function serveFrom(port: number): Promise<string> {
  const root = fileURLToPath(new URL('../../dist', import.meta.url));
  const base = process.env['BASE_PATH'] ?? '/';
  try {
    return (await serve({ root, base, port })).url;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    return (await serve({ root, base, port: 0 })).url;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const url = await serveFrom(Number(process.env['PORT'] ?? 4321));
  console.log(`\n  ${url}\n\n  Ctrl+C stops the server.\n`);
}
