import { close, closeSync, open, openSync, read, readSync } from 'node:fs'
import { systemCode } from '../errors.ts'
import { LISTEN, parseSocketRow, type SocketRow } from './socket-table.ts'

/** Sockets by the address family that they are opened in. */
export type SocketTable = 'tcp' | 'tcp6'

/** There is no such table, or it is kept from us. */
const NOT_FOR_US = new Set(['ENOENT', 'EACCES', 'EPERM'])

/** The kernel gives no more at a time. */
const PAGE = 4096

/**
 * The listening sockets, read at once (the commands' way: a promise of the file system costs more than the page). Undefined where there is no
 * such table. Throws when it cannot be read just now. The kernel names listening sockets before all others: what comes after them, thousands maybe, is
 * not read.
 */
export function listeningNow(table: SocketTable): SocketRow[] | undefined {
  const rows: SocketRow[] = []
  const take = makeLines((line) => {
    const row = parseSocketRow(line)
    if (row?.state === LISTEN) rows.push(row)
    return row === undefined || row.state === LISTEN
  })
  try {
    const fd = openSync(`/proc/net/${table}`, 'r')
    try {
      const page = Buffer.alloc(PAGE)
      for (let bytes = readSync(fd, page); bytes > 0; bytes = readSync(fd, page)) {
        if (!take(page.toString('latin1', 0, bytes))) break
      }
      return rows
    } finally {
      closeSync(fd)
    }
  } catch (error) {
    // Without a free file descriptor nobody is proven: that must not look like a machine which cannot tell.
    if (!NOT_FOR_US.has(systemCode(error) ?? '')) throw error
    return undefined
  }
}

/** The same, read beside the event loop: the kernel may walk a large table for milliseconds. */
export async function listening(table: SocketTable): Promise<SocketRow[] | undefined> {
  const rows: SocketRow[] = []
  const isThere = await scanTable(table, (line) => {
    const row = parseSocketRow(line)
    if (row?.state === LISTEN) rows.push(row)
    return row === undefined || row.state === LISTEN
  })
  return isThere ? rows : undefined
}

/**
 * Gives `take` line by line until it answers false. Page by page beside the event loop: with 10,000 sockets a table has 1.5 MB. False: this
 * machine has no such table, or keeps it from us. Rejects when it cannot be read just now, without a free file descriptor for example.
 */
export async function scanTable(table: SocketTable, take: (line: string) => boolean): Promise<boolean> {
  const fd = await openTable(`/proc/net/${table}`)
  if (fd === undefined) return false
  try {
    const page = Buffer.alloc(PAGE)
    const takeText = makeLines(take)
    for (;;) {
      const bytes = await readPage(fd, page)
      if (bytes === 0 || !takeText(page.toString('latin1', 0, bytes))) return true
    }
  } finally {
    await closeFile(fd)
  }
}

// The callbacks of node:fs: a promise of the file system costs as much again as the page.
function readPage(fd: number, page: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    read(fd, page, 0, page.length, null, (error, bytes) => (error ? reject(error) : resolve(bytes)))
  })
}

function closeFile(fd: number): Promise<void> {
  return new Promise((resolve) => close(fd, () => resolve()))
}

function openTable(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    open(path, 'r', (error, fd) => {
      if (!error) resolve(fd)
      else if (NOT_FOR_US.has(error.code ?? '')) resolve(undefined)
      else reject(error)
    })
  })
}

/** PURE. Takes text in pieces, gives whole lines; false as soon as `take` is. */
function makeLines(take: (line: string) => boolean): (text: string) => boolean {
  let rest = ''
  return (text) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    return lines.every(take)
  }
}
