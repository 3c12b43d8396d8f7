import type { Message, Part } from '@kilocode/sdk/v2/client'
import type { Cut } from '../../../shared/cut-parts.ts'
import { searchedOf, type Searched } from './searched.ts'

/** What tells that a part shows something else than before. */
function signOf(part: Cut<Part>): string {
  const cut = part.cut ?? ''
  if (part.type === 'tool') {
    const { state } = part
    const length = state.status === 'completed' ? state.output.length : ''
    return `${part.id} ${state.status} ${length} ${cut}`
  }
  return `${part.id} ${'text' in part ? part.text.length : ''} ${cut}`
}

/** Reads what is searched of a session, and of messages that are as they were only once. */
export function makeSearchedReader() {
  let known = new Map<string, { sign: string; texts: Searched[] }>()
  return (
    messages: readonly Message[],
    parts: Readonly<Record<string, readonly Part[]>>,
    directory: string,
  ): readonly Searched[] => {
    const now: typeof known = new Map()
    for (const message of messages) {
      const own = parts[message.id] ?? []
      // What runs tells more with each moment.
      const runs = own.some((part) => part.type === 'tool' && part.state.status === 'running')
      const sign = `${directory} ${own.map(signOf).join()}`
      const before = known.get(message.id)
      const texts = !runs && before?.sign === sign ? before.texts : searchedOf(message, own, directory)
      now.set(message.id, { sign, texts })
    }
    known = now
    return [...now.values()].flatMap(({ texts }) => texts)
  }
}
