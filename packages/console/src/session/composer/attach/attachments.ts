import { createSignal, type Accessor } from 'solid-js'
import type { PromptExtra } from '../../../../shared/unsent.ts'
import type { SessionRef } from '../../../store/types.ts'
import { showToast } from '../../../ui/toast.ts'
import { attachLimits } from './attach-limits.ts'
import { roomProblem } from './attach-room.ts'

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
  /** What can be attached all the same. `asText`: sent as text it is harmless; else there was no room for it, and it is nowhere else. */
  instead?: { attachment: Omit<Attachment, 'id'>; asText: boolean }
}

export interface Attachments {
  list: Accessor<readonly Attachment[]>
  refused: Accessor<readonly Refusal[]>
  /** How many more were: somebody dropped a folder's worth of files. */
  refusedMore: Accessor<number>
  /** How many are being read. */
  reading: Accessor<number>
  add(files: Iterable<File>): void
  /** What was attached before, and is taken back. For what there is no room it is refused, and can be attached later. */
  put(attachments: readonly Omit<Attachment, 'id'>[]): void
  remove(id: string): void
  accept(refusal: Refusal): void
  /** Nothing is told of refusals any more. */
  dismissAll(): void
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
  const refusals = createRefusals()
  const put = (attachments: readonly Omit<Attachment, 'id'>[]) => {
    for (const attachment of attachments) {
      const why = roomProblem(list(), attachment)
      if (why === undefined) setList((all) => [...all, { ...attachment, id: newId() }])
      else refusals.add({ name: attachment.name, why, instead: { attachment, asText: false } })
    }
  }
  const { reading, add } = createReading(async (file) => {
    const { takeIn } = await import('./take-in.ts')
    const taken = await takeIn(file, list())
    if (taken.kind === 'taken') put([taken.attachment])
    else refusals.add({ ...taken, name: file.name })
  })
  return {
    list,
    refused: refusals.list,
    refusedMore: refusals.more,
    reading,
    add,
    put,
    dismissAll: refusals.clear,
    remove(id) {
      setList(without(id))
      refusals.remove(id)
    },
    accept({ id, instead }) {
      refusals.remove(id)
      if (instead) put([instead.attachment])
    },
    take() {
      const parts = list().map(({ name, mime, url }) => ({
        type: 'file' as const,
        mime,
        filename: name,
        url,
      }))
      setList([])
      refusals.sent()
      return parts
    },
  }
}

/** What could not be attached, as far as it is told. */
function createRefusals() {
  const [list, setList] = createSignal<readonly Refusal[]>([])
  const [more, setMore] = createSignal(0)
  const isOnlyHere = ({ instead }: Omit<Refusal, 'id'>) => instead?.asText === false
  return {
    list,
    more,
    add(refusal: Omit<Refusal, 'id'>) {
      const isTold = list().length < attachLimits.refusals || isOnlyHere(refusal)
      if (isTold) setList((all) => [...all, { ...refusal, id: newId() }])
      else setMore((count) => count + 1)
    },
    remove: (id: string) => setList(without(id)),
    clear() {
      setList([])
      setMore(0)
    },
    /** What is nowhere else waits for the next prompt. */
    sent() {
      setList((all) => all.filter(isOnlyHere))
      setMore(0)
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
