/**
 * The page that brings a browser to a launch link. The link holds a ticket, and what a program is called with every user of the machine can read
 * (faults.md 57); so the browser is called with a file that only its owner can. The host removes it as soon as the ticket is used or too old.
 */
import { createHash } from 'node:crypto'
import { chmod, lstat, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensurePrivateFolder, KiloError } from '@kilo-console/daemon'

/** Twice the life of a ticket. A host that was killed leaves its pages. */
const STALE_MS = 120_000

/** Writes the page below `folder`; gives its `file:` address, which tells nothing. */
export async function writeLaunchPage(folder: string, url: string): Promise<string> {
  await ensurePrivateFolder(folder)
  await sweep(folder)
  const own = join(folder, folderName(url))
  await mkdir(own, { mode: 0o700 })
  await requirePrivate(own)
  const file = join(own, 'kilo-console.html')
  await writeFile(file, launchPage(url), { flag: 'wx', mode: 0o600 })
  return pathToFileURL(file).href
}

/** The host knows tickets by this hash, too. */
function folderName(url: string): string {
  const ticket = new URLSearchParams(new URL(url).hash.slice(1)).get('ticket') ?? ''
  return createHash('sha256').update(ticket).digest('hex')
}

/** A folder's rights may be inherited from the one above. */
async function requirePrivate(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  await chmod(folder, 0o700)
  const { uid, mode } = await lstat(folder)
  if (uid === process.getuid?.() && (mode & 0o077) === 0) return
  throw new KiloError('unsafe-folder', `others can read the folder ${folder}`, `ls -ld ${folder}`)
}

/** Nothing goes that was not made here: the folder may be a link to one that holds much else. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/^[0-9a-f]{64}$/.test(name)) continue
    const path = join(folder, name)
    const changed = await lstat(path).catch(() => undefined)
    if (changed?.isDirectory() && Math.abs(Date.now() - changed.mtimeMs) > STALE_MS)
      await rm(path, { recursive: true, force: true })
  }
}

/** PURE. `replace`, so that neither this page nor the link stays in the history; without scripts the browser follows the tag. */
export function launchPage(url: string): string {
  const attribute = url.replace(/[&"<>]/g, (char) => `&#${char.charCodeAt(0)};`)
  const script = JSON.stringify(url).replaceAll('<', '\\u003c')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>Kilo Console</title>
<script>location.replace(${script})</script>
<noscript><meta http-equiv="refresh" content="0; url=${attribute}"></noscript>
</head>
<body><p><a href="${attribute}">Open Kilo Console</a></p></body>
</html>
`
}
