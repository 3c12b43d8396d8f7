/** The app's files: read when first asked for, compressed once, kept while they are unchanged on disk. */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { missingBuildPage, viewAt, withBase, withHints, type Hints } from './page.ts'
import { HttpProblem } from './problem.ts'
import {
  cacheControl,
  chooseEncoding,
  contentType,
  headersFor,
  isCompressible,
  isHashed,
  pageHeaders,
} from './static-headers.ts'

interface Asset {
  stamp: string
  type: string
  headers: Record<string, string>
  etag: string
  bytes: Buffer
  encoded: Map<'br' | 'gzip', Promise<Buffer>>
}

export interface StaticFiles {
  /** `path` is below the base, without a leading slash. Throws 404 and 405 problems. */
  serve(req: IncomingMessage, res: ServerResponse, path: string): Promise<void>
}

export function makeStaticFiles(folder: string, base: string): StaticFiles {
  const assets = new Map<string, Asset>()

  /** `view`: of the page, which hints at what that needs. */
  async function load(path: string, view = ''): Promise<Asset | null> {
    const file = join(folder, path)
    const key = `${path} ${view}`
    const found = await stat(file).catch(() => null)
    if (found === null || !found.isFile()) return null
    const stamp = `${found.mtimeMs}:${found.size}`
    const known = assets.get(key)
    if (known?.stamp === stamp) return known
    const read = await readFile(file)
    const bytes = path === 'index.html' ? Buffer.from(await pageOf(read.toString('utf8'), view)) : read
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    const type = contentType(path)
    const asset: Asset = { stamp, type, headers: headersFor(type, path), etag, bytes, encoded: new Map() }
    // What the build has packed is smaller than what can be packed while a browser waits.
    const packed = isHashed(path) && (await readFile(`${file}.br`).catch(() => null))
    if (packed) asset.encoded.set('br', Promise.resolve(packed))
    assets.set(key, asset)
    return asset
  }

  async function pageOf(html: string, view: string): Promise<string> {
    const hints = view === '' ? undefined : (await readViews(folder))[view]
    return withBase(hints ? withHints(html, hints) : html, base)
  }

  return {
    async serve(req, res, path) {
      if (req.method !== 'GET' && req.method !== 'HEAD') {
        throw new HttpProblem(405, 'wrong-method', 'Only GET works here.')
      }
      const named = isFilePath(path) ? await load(path) : null
      if (named) return send(req, res, named, cacheControl(path))
      if (!isPage(req, path)) throw new HttpProblem(404, 'not-found', 'There is no such file.')
      const index = await load('index.html', viewAt(path))
      if (index) return send(req, res, index, 'no-cache')
      return sendMissingBuild(res)
    },
  }
}

/** Empty where the build left none: then the page finds by itself what it needs. */
async function readViews(folder: string): Promise<Record<string, Hints | undefined>> {
  const text = await readFile(join(folder, 'views.json'), 'utf8').catch(() => '{}')
  return JSON.parse(text) as Record<string, Hints | undefined>
}

/** No dot files, no way up: segments of plain names alone. */
function isFilePath(path: string): boolean {
  return /^[\w@-][\w.@-]*(\/[\w@-][\w.@-]*)*$/.test(path)
}

/** The app routes by itself: whatever the user opens is index.html. A missing script is missing, or a broken page would be hard to explain. */
function isPage(req: IncomingMessage, path: string): boolean {
  return req.headers['sec-fetch-mode'] === 'navigate' || !/\.\w+$/.test(path)
}

async function send(req: IncomingMessage, res: ServerResponse, asset: Asset, caching: string): Promise<void> {
  const encoding = isCompressible(asset.type) ? chooseEncoding(req.headers['accept-encoding']) : 'identity'
  res.setHeaders(
    new Headers({
      ...asset.headers,
      'cache-control': caching,
      etag: asset.etag,
      vary: 'accept-encoding',
    }),
  )
  if (req.headers['if-none-match'] === asset.etag) {
    res.writeHead(304).end()
    return
  }
  const body = encoding === 'identity' ? asset.bytes : await encode(asset, encoding)
  if (encoding !== 'identity') res.setHeader('content-encoding', encoding)
  res.writeHead(200, { 'content-type': asset.type, 'content-length': body.length })
  res.end(req.method === 'HEAD' ? undefined : body)
}

/** Off the main thread, so that terminals do not stutter while a page loads. */
function encode(asset: Asset, encoding: 'br' | 'gzip'): Promise<Buffer> {
  const known = asset.encoded.get(encoding)
  if (known) return known
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 6 }
  const made =
    encoding === 'br'
      ? promisify(brotliCompress)(asset.bytes, { params: quality })
      : promisify(gzip)(asset.bytes)
  asset.encoded.set(encoding, made)
  return made
}

function sendMissingBuild(res: ServerResponse): void {
  res.setHeaders(new Headers({ ...pageHeaders, 'cache-control': 'no-store' }))
  res.writeHead(503, { 'content-type': 'text/html; charset=utf-8' }).end(missingBuildPage)
}
