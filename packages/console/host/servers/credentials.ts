/** Passwords that the user gave for engines which others started: one 0600 file, by port. */
import { readFile } from 'node:fs/promises'

export interface Credential {
  username: string
  password: string
}

export interface Credentials {
  all(): ReadonlyMap<number, Credential>
  keep(port: number, credential: Credential): Promise<void>
}

export async function openCredentials(
  file: string,
  write: (file: string, text: string) => Promise<void>,
): Promise<Credentials> {
  const kept = new Map(await read(file))
  let writing = Promise.resolve()
  return {
    all: () => kept,
    keep(port, credential) {
      kept.set(port, credential)
      const save = () => write(file, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`)
      // The next one is written even if this one could not be.
      const done = writing.then(save)
      writing = done.catch(() => undefined)
      return done
    },
  }
}

async function read(file: string): Promise<[number, Credential][]> {
  try {
    const entries = Object.entries(JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>)
    return entries.flatMap(([port, value]): [number, Credential][] =>
      isCredential(value) ? [[Number(port), value]] : [],
    )
  } catch {
    // Absent or broken: the user is asked again.
    return []
  }
}

function isCredential(value: unknown): value is Credential {
  const given = value as Partial<Credential> | null
  return typeof given?.username === 'string' && typeof given.password === 'string'
}
