import { createStore, unwrap, type SetStoreFunction } from 'solid-js/store'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { useConsole } from '../../../store/context.ts'

export interface KeptDraft<Draft extends object> {
  draft: Draft
  set: SetStoreFunction<Draft>
  /** As it was when somebody began to write: what differs from it is what they have changed. */
  begun: Draft
  /** It is saved, or nobody wants it any more. */
  forget(this: void): void
}

/** What a draft is of: the same place and name have the same one. */
type Place = Pick<ConfigurationPlace, 'serverId' | 'directory'>

export interface Drafts {
  /** @param first what stands there, for who begins to write. */
  of<Draft extends object>(this: void, place: Place, name: string, first: () => Draft): KeptDraft<Draft>
}

/** What is half written in forms outlives them: it is there again when one comes back from another page or place. It is this page’s alone, with the key that is typed. */
export const useDrafts = (): Drafts => useConsole().part(makeDrafts)

export function makeDrafts(): Drafts {
  const kept = new Map<string, KeptDraft<never>>()
  return {
    of<Draft extends object>({ serverId, directory }: Place, name: string, first: () => Draft) {
      const id = JSON.stringify([serverId, directory, name])
      const known = kept.get(id) as KeptDraft<Draft> | undefined
      // In which nothing was written: what stands there may be something else by now.
      if (known && isWritten(known)) return known
      const begun = first()
      const [draft, set] = createStore(structuredClone(begun))
      const own: KeptDraft<Draft> = { draft, set, begun, forget: () => void kept.delete(id) }
      kept.set(id, own as unknown as KeptDraft<never>)
      return own
    },
  }
}

const isWritten = <Draft extends object>({ draft, begun }: KeptDraft<Draft>): boolean =>
  JSON.stringify(unwrap(draft)) !== JSON.stringify(begun)
