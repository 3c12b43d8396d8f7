import { unwrap } from 'solid-js/store'
import { createMemo, type Accessor } from 'solid-js'
import type { Cut } from '../../../shared/cut-parts.ts'
import type { SessionView } from '../session-view.ts'
import { makeSearchedReader } from './searched-reader.ts'
import type { Searched } from './searched.ts'

type Searching = Pick<SessionView, 'messages' | 'transcript' | 'busy' | 'directory'>

/** Read again with each message, when a turn is over, and when a cut text is there whole: what is written meanwhile is found then. */
export function createTexts(view: Searching): Accessor<readonly Searched[]> {
  const read = makeSearchedReader()
  return createMemo(() => {
    // One by one: a list of ours would be changed itself, and it is not ours alone.
    const messages = view.messages().map((message) => unwrap(message))
    const parts = view.transcript()?.parts ?? {}
    view.busy()
    const texts = read(messages, unwrap(parts), view.directory())
    for (const id of cutMessages(texts))
      for (const part of parts[id] ?? []) void (part as Cut<typeof part>).cut
    return texts
  })
}

/** Messages of which the page has the beginnings alone. */
export const cutMessages = (texts: readonly Searched[]): string[] => [
  ...new Set(texts.filter(({ cut }) => cut).map(({ messageId }) => messageId)),
]
