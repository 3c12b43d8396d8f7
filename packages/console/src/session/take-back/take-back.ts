import { createContext, useContext, type Accessor } from 'solid-js'

/** A prompt that somebody is about to take back. `edit`: its text goes into the prompt box, to be sent again. */
export interface Asked {
  messageId: string
  edit: boolean
}

/** Taking back and branching, in the session on screen: asked for in many places, done in one. */
export interface TakeBack {
  /** What is being confirmed. */
  asked: Accessor<Asked | undefined>
  ask(asked: Asked | undefined): void
  /** Goes to a new session with a copy of what stands before a message, or of all. */
  fork(beforeId?: string): void
  /** The context is being shortened: this page asked for it. */
  compacting: Accessor<boolean>
  /** Whether prompts can be taken back here, and sessions branched. */
  can(what: 'revert' | 'branch'): boolean
}

const Context = createContext<TakeBack>()

export const TakeBackProvider = Context.Provider

/** Throws outside of `TakeBackProvider`. */
export function useTakeBack(): TakeBack {
  const found = useContext(Context)
  if (!found) throw new Error('useTakeBack needs a TakeBackProvider above it')
  return found
}
