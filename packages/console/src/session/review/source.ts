/** Of what a review shows the changes. */
export type Source =
  | { kind: 'session' }
  /** Of one prompt, by its message. */
  | { kind: 'turn'; messageID: string }
  /** What is not committed. */
  | { kind: 'tree' }
  /** What the branch adds to the one that it came from. */
  | { kind: 'branch' }

export type SourceKind = Source['kind']

export const SOURCE_NAMES: Record<SourceKind, string> = {
  session: 'This session',
  turn: 'Last turn',
  tree: 'Working tree',
  branch: 'Branch',
}

export const isSourceKind = (text: string): text is SourceKind => text in SOURCE_NAMES
