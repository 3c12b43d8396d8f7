/** Keeps up what a server's files and its environment tell, on disks of which one may not answer: then nobody waits for it twice. */
import { inTime } from '../http/in-time.ts'
import { findSecrets, learnNamed, stampOf, type Environment, type Learner } from './sources.ts'

/** The files are few and small: a disk that answers has told them before. Milliseconds. */
const PATIENCE_MS = 3000

/** `environment`: what the server began with; undefined where its files are not ours to read. Looks for changes whenever it is called, and never rejects. */
export function makeFileSecrets(
  environment: () => Promise<Environment | undefined>,
  to: Learner,
  patienceMs = PATIENCE_MS,
): () => Promise<void> {
  let stamp: string | undefined
  let referred: string[] = []
  /** One at a time, for all who ask. */
  let reading: Promise<void> | undefined
  let isLate = false

  async function read(): Promise<void> {
    const env = await environment()
    if (!env) return
    if (stamp === undefined) learnNamed(env, to)
    const found = await stampOf(env, referred)
    if (found === stamp) return
    referred = await findSecrets(env, to)
    // With other files than before it differs, and they are read once more: they may have changed since.
    stamp = found
  }

  function begin(): Promise<void> {
    return read()
      .catch(() => undefined)
      .finally(() => {
        reading = undefined
        isLate = false
      })
  }

  return async () => {
    reading ??= begin()
    if (!isLate && !(await inTime(reading, patienceMs))) isLate = true
  }
}
