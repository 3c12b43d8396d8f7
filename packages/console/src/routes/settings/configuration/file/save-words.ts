/** PURE: what the ways to save a file are called. Whoever writes over another's version is told so by each of them. */

export interface SaveWords {
  now: string
  later: string
  stop: string
  waits: string
  /** Why the keys save nothing; undefined: they do. */
  notByKeys: string | undefined
}

/** `isOver`: another has changed the file since it was read. `isIdle`: saving ends nobody's work. */
export function saveWords(isOver: boolean, isIdle: boolean): SaveWords {
  const mine = isOver ? ' mine' : ''
  return {
    now: `Save${mine}`,
    later: `Save${mine} when idle`,
    stop: `Stop and save${mine}`,
    waits: isOver ? 'Yours is saved over the file’s when no session works' : 'Saved when no session works',
    notByKeys: notByKeys(isOver, isIdle),
  }
}

function notByKeys(isOver: boolean, isIdle: boolean): string | undefined {
  // The keys are pressed twice by habit.
  if (isOver) return 'Not saved: it would be written over what is in the file now. The button does that.'
  return isIdle ? undefined : 'Not saved: that may stop sessions. Choose below when it is saved.'
}
