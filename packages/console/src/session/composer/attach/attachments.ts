import { createSignal, type Accessor } from 'solid-js'
import type { PromptExtra } from '../../../../shared/unsent.ts'
import { keyOf } from '../../../store/session-key.ts'
import type { SessionRef } from '../../../store/types.ts'
import { showToast } from '../../../ui/toast.ts'
import { roomProblem } from './attach-room.ts'
import type { Attachment, Refusal } from './attachment.ts'
import { createRefusals, newId } from './refusals.ts'

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
  /** Nothing is told any more of refusals whose files are elsewhere too. */
  dismissAll(): void
  /** All of them, as parts of a prompt; afterwards there are none. */
  take(): PromptExtra[]
}

/** In memory alone: files are as large as they like, and their owner still has them. */
const kept = new Map<string, Attachments>()

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
    dismissAll: () => refusals.clear(),
    remove(id) {
      setList((all) => all.filter((one) => one.id !== id))
      refusals.remove(id)
    },
    accept({ id, instead }) {
      refusals.remove(id)
      if (instead) put([instead.attachment])
    },
    take() {
      const parts = list().map(partOf)
      setList([])
      refusals.clear()
      return parts
    },
  }
}

const partOf = ({ name, mime, url }: Attachment): PromptExtra => ({ type: 'file', mime, filename: name, url })

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

export function useAttachments(ref: SessionRef): Attachments {
  const key = keyOf(ref)
  const known = kept.get(key)
  if (known) return known
  const fresh = makeAttachments()
  kept.set(key, fresh)
  return fresh
}
