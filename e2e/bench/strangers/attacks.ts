/** What a stranger runs. Each is sent to another process as text: nothing from around it can be used. */

export interface Calls {
  /** Answers by status; `broken` where the connection ended without one. */
  statuses: Record<string, number>
  /** Bodies of answers that let us in: a few. */
  learned: string[]
}

interface CallInput {
  port: number
  tries: number
  /** Each try is one of these, a few at a time. */
  requests: { method: string; path: string; headers: Record<string, string>; body?: string }[]
}

export async function callHost({ port, tries, requests }: CallInput, ready: () => void): Promise<Calls> {
  const http = await import('node:http')
  const calls: Calls = { statuses: {}, learned: [] }
  const note = (status: string | number) => (calls.statuses[status] = (calls.statuses[status] ?? 0) + 1)
  ready()
  for (let at = 0; at < tries; at += 1) {
    const request = requests[at % requests.length]
    if (!request) break
    const { method, path, headers, body } = request
    await new Promise<void>((resolve) => {
      const sent = http.request(
        { host: '127.0.0.1', port, method, path, headers, agent: false },
        (answer) => {
          let text = ''
          answer.on('data', (chunk) => (text += String(chunk)))
          answer.on('close', () => {
            note(answer.statusCode ?? 0)
            if ((answer.statusCode ?? 500) < 400 && calls.learned.length < 5)
              calls.learned.push(`${method} ${path}: ${text.slice(0, 60).replaceAll(/\s+/g, ' ')}`)
            resolve()
          })
          answer.on('error', () => undefined)
        },
      )
      sent.on('upgrade', (_answer, socket) => {
        note(101)
        calls.learned.push(`${path}: upgraded`)
        socket.destroy()
        resolve()
      })
      sent.on('error', () => (note('broken'), resolve()))
      sent.end(body)
    })
  }
  return calls
}

export interface Race {
  looks: number
  /** Tickets and secrets that stood in somebody's arguments. */
  seen: string[]
  /** Files that were named in arguments, and that we could read. */
  readable: string[]
  /** Tickets that we redeemed. */
  redeemed: number
}

/** Reads every process's arguments, again and again, and redeems whatever ticket stands there or in a page that is named there. */
export async function raceForTickets(
  { port, login }: { port: number; login: string },
  ready: () => void,
  stopped: Promise<void>,
): Promise<Race> {
  const fs = await import('node:fs')
  const race: Race = { looks: 0, seen: [], readable: [], redeemed: 0 }
  const end = new AbortController()
  void stopped.then(() => end.abort())
  const redeem = async (text: string) => {
    for (const [, ticket] of text.matchAll(/ticket=([\w-]{20,})/g)) {
      race.seen.push(String(ticket))
      const origin = `http://127.0.0.1:${port}`
      const answer = await fetch(origin + login, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body: JSON.stringify({ ticket }),
      }).catch(() => undefined)
      if (answer?.ok) race.redeemed += 1
    }
  }
  ready()
  const own = new Set([String(process.pid), String(process.ppid)])
  while (!end.signal.aborted) {
    race.looks += 1
    for (const pid of fs.readdirSync('/proc')) {
      if (!/^\d+$/.test(pid) || own.has(pid)) continue
      let text = ''
      try {
        text = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ')
      } catch {
        continue
      }
      if (text.includes('ticket=')) await redeem(text)
      for (const [file] of text.matchAll(/\/[^\s'"]+\.html/g)) {
        try {
          await redeem(fs.readFileSync(decodeURIComponent(file), 'utf8'))
          race.readable.push(file)
        } catch {
          // Not ours to read: as it must be.
        }
      }
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  return race
}

export interface Squat {
  connections: number
  bytes: number
  /** The beginning of what came. */
  heard: string
}

/** Listens where an engine would, as soon as it may, and keeps all that is sent there. Answers like one. */
export async function squat(
  { port }: { port: number },
  ready: () => void,
  stopped: Promise<void>,
): Promise<Squat> {
  const net = await import('node:net')
  const counted: Squat = { connections: 0, bytes: 0, heard: '' }
  const server = net.createServer((socket) => {
    counted.connections += 1
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      counted.bytes += chunk.length
      if (counted.heard.length < 400) counted.heard += String(chunk)
      socket.write(
        'HTTP/1.1 401 Unauthorized\r\nwww-authenticate: Basic realm="Secure Area"\r\ncontent-length: 0\r\n\r\n',
      )
    })
  })
  await new Promise<void>((resolve) => {
    const take = () => server.listen(port, '127.0.0.1')
    // Taken still: the engine is not yet gone.
    server.on('error', () => setTimeout(take, 1))
    server.on('listening', resolve)
    take()
  })
  ready()
  await stopped
  return counted
}
