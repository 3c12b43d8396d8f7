import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { startLoopback, withFolder } from '../../test/host/loopback.ts'
import { sendProblem } from './problem.ts'
import { chooseEncoding } from './static-headers.ts'
import { makeStaticFiles } from './static.ts'

async function withSite(base: string, work: (url: string, folder: string) => Promise<void>, isBuilt = true) {
  await withFolder(async (folder) => {
    const app = join(folder, 'app')
    await mkdir(join(app, 'assets'), { recursive: true })
    await writeFile(join(folder, 'secret.txt'), 'secret')
    await writeFile(join(app, '.hidden'), 'secret')
    if (isBuilt) {
      await writeFile(join(app, 'index.html'), '<!doctype html><html><head><title>K</title></head></html>')
      await writeFile(join(app, 'assets', 'main-Abcd1234.js'), 'export const a = 1\n'.repeat(500))
    }
    const files = makeStaticFiles(app, base)
    const server = await startLoopback((req, res) => {
      files.serve(req, res, (req.url ?? '/').slice(1)).catch((error: unknown) => sendProblem(res, error))
    })
    try {
      await work(server.url, folder)
    } finally {
      await server.close()
    }
  })
}

test('every app path is the page, with its base and a policy that allows nothing foreign', () =>
  withSite('/kilo/', async (url) => {
    for (const path of ['/', '/servers/daemon/sessions/ses_1', '/settings/keys', '/assets']) {
      const answer = await fetch(url + path)
      expect(answer.status).toBe(200)
      expect(await answer.text()).toContain('<base href="/kilo/">')
      expect(answer.headers.get('cache-control')).toBe('no-cache')
      const policy = answer.headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'; script-src 'self';")
      expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe/)
    }
  }))

test('the page of a session names what its view needs, the first page too, and no other page does', () =>
  withSite('/kilo/', async (url, folder) => {
    const views = {
      home: { scripts: ['assets/h-1.js'], styles: [] },
      sessions: { scripts: ['assets/s-1.js'], styles: ['assets/s-1.css'] },
    }
    await writeFile(join(folder, 'app', 'views.json'), JSON.stringify(views))
    const hinted = await (await fetch(`${url}/servers/daemon/sessions/ses_1`)).text()
    expect(hinted).toContain('<link rel="modulepreload" crossorigin href="./assets/s-1.js">')
    expect(hinted).toContain('<link rel="stylesheet" crossorigin href="./assets/s-1.css">')
    expect(hinted.indexOf('<base')).toBeLessThan(hinted.indexOf('modulepreload'))
    expect(await (await fetch(`${url}/`)).text()).toContain('./assets/h-1.js')
    for (const path of ['/', '/servers/daemon/terminals/pty_1', '/servers/daemon/sessions/a/b', '/settings'])
      expect(await (await fetch(url + path)).text()).not.toContain('s-1')
    expect(hinted).not.toContain('h-1')
  }))

test('fault 32: nothing outside of the app is a file of it', () =>
  withSite('/', async (url) => {
    for (const path of [
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/.hidden',
      '/assets/..%2f..%2fsecret.txt',
      '/assets/none.js',
    ]) {
      const answer = await fetch(url + path)
      expect(answer.status).toBe(404)
      expect(await answer.text()).not.toContain('secret\n')
    }
  }))

test('a built file is compressed and kept for good', () =>
  withSite('/', async (url) => {
    const answer = await fetch(`${url}/assets/main-Abcd1234.js`, {
      headers: { 'accept-encoding': 'gzip, br' },
    })
    expect(answer.headers.get('content-encoding')).toBe('br')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(Number(answer.headers.get('content-length'))).toBeLessThan(200)
    expect(await answer.text()).toHaveLength(19 * 500)
    const etag = answer.headers.get('etag') ?? ''
    const again = await fetch(`${url}/assets/main-Abcd1234.js`, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
  }))

test('what the build has packed is sent as it is', () =>
  withSite('/', async (url, folder) => {
    await writeFile(join(folder, 'app', 'assets', 'main-Abcd1234.js.br'), brotliCompressSync('packed before'))
    const ask = (encoding: string) =>
      fetch(`${url}/assets/main-Abcd1234.js`, { headers: { 'accept-encoding': encoding } })
    expect(await (await ask('br')).text()).toBe('packed before')
    expect(await (await ask('gzip')).text()).toHaveLength(19 * 500)
  }))

test('a rebuilt page is served without a restart', () =>
  withSite('/', async (url, folder) => {
    await fetch(url)
    await writeFile(
      join(folder, 'app', 'index.html'),
      '<html><head></head>new and longer than before, by far</html>',
    )
    expect(await (await fetch(url)).text()).toContain('new and longer')
  }))

test('without a build the page says what to run', () =>
  withSite(
    '/',
    async (url) => {
      const answer = await fetch(url)
      expect(answer.status).toBe(503)
      expect(await answer.text()).toContain('npm run build')
    },
    false,
  ))

test('only GET', () =>
  withSite('/', async (url) => {
    expect((await fetch(url, { method: 'POST' })).status).toBe(405)
  }))

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip;q=1.0, br;q=0', 'gzip'],
  ['gzip;q=0', 'identity'],
])('%j is answered with %s', (accepted, encoding) => {
  expect(chooseEncoding(accepted)).toBe(encoding)
})

test('a script says what it is and who may take it, and as a worker can load code of the app alone', () =>
  withSite('/', async (url) => {
    const { headers } = await fetch(`${url}/assets/main-Abcd1234.js`)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; script-src 'self'")
    expect(headers.get('permissions-policy')).toBeNull()
  }))

test('the script of the sandbox, and no other, is also for a frame without an origin', () =>
  withSite('/', async (url, folder) => {
    const policyOf = async (name: string) => {
      await writeFile(join(folder, 'app', 'assets', name), 'draw()')
      return (await fetch(`${url}/assets/${name}`)).headers.get('cross-origin-resource-policy')
    }
    expect(await policyOf('diagram-frame-Abcd1234.js')).toBe('cross-origin')
    for (const name of ['my-diagram-frame-Abcd1234.js', 'diagram-frame-Abcd1234.css', 'diagram-Abcd1234.js'])
      expect(await policyOf(name)).toBe('same-origin')
  }))
