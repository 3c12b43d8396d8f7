import { createSignal, type Accessor } from 'solid-js'
import type { PromptExtra } from '../../../../shared/unsent.ts'
import type { SessionRef } from '../../../store/types.ts'
import { showToast } from '../../../ui/toast.ts'

export interface Attachment {
  id: string
  name: string
  mime: string
  /** Bytes. */
  size: number
  /** Its content, as `data:`. */
  url: string
  /** What was done to it on the way in. */
  note?: string
}

/** A file that would do harm, or that nothing can be made of. */
export interface Refusal {
  id: string
  name: string
  why: string
  /** It is text: sent as such it is harmless. */
  asText?: Omit<Attachment, 'id'>
}

export interface Attachments {
  list: Accessor<readonly Attachment[]>
  refused: Accessor<readonly Refusal[]>
  /** How many are being read. */
  reading: Accessor<number>
  add(files: Iterable<File>): void
  /** What was attached before, and is taken back from the queue. */
  put(attachments: readonly Omit<Attachment, 'id'>[]): void
  remove(id: string): void
  acceptAsText(refusal: Refusal): void
  /** All of them, as parts of a prompt; afterwards there are none. */
  take(): PromptExtra[]
}

/** In memory alone: files are as large as they like, and their owner still has them. */
const kept = new Map<string, Attachments>()
let count = 0
const without =
  (id: string) =>
  <T extends { id: string }>(all: readonly T[]): readonly T[] =>
    all.filter((one) => one.id !== id)
const newId = () => `attachment-${(count += 1)}`

function makeAttachments(): Attachments {
  const [list, setList] = createSignal<readonly Attachment[]>([])
  const [refused, setRefused] = createSignal<readonly Refusal[]>([])
  const put = (attachments: readonly Omit<Attachment, 'id'>[]) =>
    setList((all) => [...all, ...attachments.map((one) => ({ ...one, id: newId() }))])
  const refuse = (refusal: Omit<Refusal, 'id'>) => setRefused((all) => [...all, { ...refusal, id: newId() }])
  const { reading, add } = createReading(async (file) => {
    const { takeIn } = await import('./take-in.ts')
    const taken = await takeIn(file, list())
    if (taken.kind === 'taken') put([taken.attachment])
    else refuse({ ...taken, name: file.name })
  })
  return {
    list,
    refused,
    reading,
    add,
    put,
    remove(id) {
      setList(without(id))
      setRefused(without(id))
    },
    acceptAsText({ id, asText }) {
      setRefused(without(id))
      if (asText) put([asText])
    },
    take() {
      const parts = list().map(({ name, mime, url }) => ({
        type: 'file' as const,
        mime,
        filename: name,
        url,
      }))
      setList([])
      setRefused([])
      return parts
    },
  }
}

/** One file after the other: what is attached already counts for the next. */
function createReading(take: (file: File) => Promise<void>): Pick<Attachments, 'reading' | 'add'> {
  const [reading, setReading] = createSignal(0)
  let before = Promise.resolve()
  const read = async (file: File) => {
    try {
      await take(file)
    } catch {
      showToast({ tone: 'error', title: 'This could not be loaded.', hint: 'Reload the page.' })
    } finally {
      setReading((now) => now - 1)
    }
  }
  return {
    reading,
    add(files) {
      for (const file of files) {
        setReading((now) => now + 1)
        before = before.then(() => read(file))
      }
    },
  }
}

export function useAttachments({ serverId, sessionId }: SessionRef): Attachments {
  const key = `${serverId}/${sessionId}`
  const known = kept.get(key)
  if (known) return known
  const fresh = makeAttachments()
  kept.set(key, fresh)
  return fresh
}
