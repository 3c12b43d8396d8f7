/** What is asked for, and what a call of it is told by: the engine's names (docs/engine.md). */
export interface Kind {
  name: string
  title: string
  /** What a call is decided by. */
  subject: string
  example: string
}

export const KINDS: readonly Kind[] = [
  { name: 'bash', title: 'Run a command', subject: 'Command', example: 'git push' },
  { name: 'edit', title: 'Change a file', subject: 'Path in the folder', example: 'src/index.ts' },
  { name: 'read', title: 'Read a file', subject: 'Path in the folder', example: '.env' },
  { name: 'webfetch', title: 'Fetch a page', subject: 'Address', example: 'https://example.com' },
  { name: 'task', title: 'Start a subagent', subject: 'Agent', example: 'explore' },
  { name: 'external_directory', title: 'Leave the folder', subject: 'Path', example: '/etc/*' },
]

/** With those that rules name besides, but for patterns. */
export function kindsWith(names: readonly string[]): Kind[] {
  const known = new Set(KINDS.map(({ name }) => name))
  const others = [...new Set(names)].filter((name) => !known.has(name) && !/[*?]/.test(name)).toSorted()
  return [
    ...KINDS,
    ...others.map((name) => ({ name, title: name, subject: 'What it is called with', example: '' })),
  ]
}
