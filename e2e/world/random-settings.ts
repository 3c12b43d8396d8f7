import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'

/** Below a world's home, in no order. `fieldnotes` is the project, `folder` and `extra.json` are named in the engine's environment. */
const FILES = [
  ...['config.json', 'kilo.json', 'kilo.jsonc', 'opencode.json', 'opencode.jsonc'].map(
    (name) => `.config/kilo/${name}`,
  ),
  'extra.json',
  ...[
    'kilo.json',
    'kilo.jsonc',
    'opencode.json',
    '.kilo/kilo.jsonc',
    '.kilo/kilo.json',
    '.kilo/opencode.json',
  ].map((name) => `fieldnotes/${name}`),
  'fieldnotes/.kilocode/kilo.json',
  'folder/kilo.jsonc',
  'folder/opencode.json',
]

const names = fc.uniqueArray(fc.constantFrom('a.md', 'b.md', 'c.md'), { minLength: 1 })
const some = { requiredKeys: [] }

const settings = fc.record(
  {
    username: fc.constantFrom('ada', 'grace', 'joan', 'edsger'),
    share: fc.constantFrom('manual', 'auto', 'disabled'),
    autoupdate: fc.constantFrom(true, false, 'notify'),
    instructions: names,
    compaction: fc.record(
      {
        threshold_percent: fc.integer({ min: 1, max: 99 }),
        tail_turns: fc.integer({ min: 0, max: 9 }),
        auto: fc.boolean(),
      },
      some,
    ),
    tool_output: fc.record({ max_lines: fc.integer({ min: 1, max: 999 }) }, some),
    watcher: fc.record({ ignore: names }, some),
  },
  some,
)

const sets = fc.uniqueArray(fc.tuple(fc.constantFrom(...FILES), settings), {
  minLength: 2,
  maxLength: 7,
  selector: ([file]) => file,
})

type FileSet = [file: string, settings: object][]

/** Sets of files with settings; the same for the same seed. */
export const randomSettings = (count: number, seed: number): FileSet[] =>
  fc.sample(sets, { numRuns: count, seed })

/** Writes a set below a home, in place of any other. */
export async function plantSettings(home: string, set: FileSet): Promise<void> {
  for (const file of FILES) await rm(path.join(home, file), { force: true })
  for (const [name, content] of set) {
    const file = path.join(home, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, JSON.stringify(content, null, 2))
  }
}
