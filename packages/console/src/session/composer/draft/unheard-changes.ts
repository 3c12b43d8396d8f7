export type TextChange = (text: string) => string

/** Changes of a text that nobody here knows yet: they are made to it as soon as it is known. */
export function makeUnheardChanges(): {
  /** False: it is known, and can be changed at once. */
  add: (by: TextChange) => boolean
  /** It is known now, or nobody waits for it any more. All of them in one; undefined: there were none. */
  take: () => TextChange | undefined
} {
  let changes: TextChange[] | undefined = []
  return {
    add(by) {
      changes?.push(by)
      return changes !== undefined
    },
    take() {
      const taken = changes ?? []
      changes = undefined
      return taken.length > 0 ? (text) => taken.reduce((last, by) => by(last), text) : undefined
    },
  }
}
