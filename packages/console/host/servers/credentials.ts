/**
 * Passwords that the user gave for engines which others started: one 0600 file. Each belongs to the process that it was given for, and is sent
 * to no other: what listens on the port later, whoever started it, is another server (faults.md 56).
 */
import { readFile } from 'node:fs/promises'
import { isSame, type Owner } from '@kilo-console/daemon'

export interface Credential {
  username: string
  password: string
}

export interface KeptCredential extends Credential {
  /** Empty where this machine does not tell processes apart: then it is kept in memory alone. */
  owner: Owner
}

export interface Credentials {
  /** By port. */
  all(): ReadonlyMap<number, KeptCredential>
  keep(port: number, credential: KeptCredential): Promise<void>
  /** Forgets those whose process has ended, and those without one whose port is not among the `present`. */
  forgetGone(present: ReadonlySet<number>): Promise<void>
}

export async function openCredentials(
  file: string,
  write: (file: string, text: string) => Promise<void>,
): Promise<Credentials> {
  const kept = new Map(await read(file))
  let writing = Promise.resolve()

  function save(): Promise<void> {
    const lasting = [...kept].filter(([, { owner }]) => owner.pid !== undefined)
    const text = `${JSON.stringify(Object.fromEntries(lasting), null, 2)}\n`
    // The next one is written even if this one could not be.
    const done = writing.then(() => write(file, text))
    writing = done.catch(() => undefined)
    return done
  }

  return {
    all: () => kept,
    keep(port, credential) {
      kept.set(port, credential)
      return save()
    },
    async forgetGone(present) {
      const lives = await Promise.all(
        [...kept].map(async ([port, { owner }]) => [port, await isThere(owner, present.has(port))] as const),
      )
      const gone = lives.filter(([, isThere]) => !isThere)
      gone.forEach(([port]) => kept.delete(port))
      if (gone.length > 0) await save()
    },
  }
}

async function isThere({ pid, identity }: Owner, isPresent: boolean): Promise<boolean> {
  return pid === undefined || !identity ? isPresent : isSame(pid, identity)
}

async function read(file: string): Promise<[number, KeptCredential][]> {
  try {
    const entries = Object.entries(JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>)
    return entries.flatMap(([port, value]): [number, KeptCredential][] =>
      isKept(value) ? [[Number(port), value]] : [],
    )
  } catch {
    // Absent or broken: the user is asked again.
    return []
  }
}

/** An older version's file names no process: that password could be anybody's by now. */
function isKept(value: unknown): value is KeptCredential {
  const given = value as Partial<KeptCredential> | null
  const { pid, identity } = given?.owner ?? {}
  const texts = [given?.username, given?.password, identity?.startTime, identity?.bootId]
  return typeof pid === 'number' && texts.every((text) => typeof text === 'string')
}
