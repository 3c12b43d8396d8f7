import { call, pause, say, think, type Script } from '../step.ts'
import { bash, read, todos, write } from './moves.ts'

const PLAN = ['Agree on the storage', 'Write the store', 'Keep the tests green']

const QUESTION = {
  question: 'Where should the notes live once the process ends?',
  header: 'Storage',
  options: [
    { label: 'SQLite (Recommended)', description: 'One file, queries, no server to run' },
    { label: 'JSON file', description: 'Readable, fine up to a few thousand notes' },
    { label: 'PostgreSQL', description: 'Several processes at once, needs a server' },
  ],
}

const STORE = `import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Notes in one file, replaced as a whole so that a crash never leaves half of it. */
export function openStore(file) {
  return {
    async load() {
      return JSON.parse(await readFile(file, 'utf8').catch(() => '[]'))
    },
    async save(notes) {
      await mkdir(path.dirname(file), { recursive: true })
      await writeFile(\`\${file}.next\`, JSON.stringify(notes))
      await rename(\`\${file}.next\`, file)
    },
  }
}
`

export const chooseDatabase: Script = (scene) => [
  [
    think('Notes live in an array in routes.js. Before I pick a storage I should know what it has to carry.'),
    say('The notes are an array in `src/routes.js` today. I’ll check what the rest expects of it.'),
    read(scene, 'src/routes.js'),
    todos(PLAN, 0),
  ],
  [say('Before I write anything, one decision is yours.'), call('question', { questions: [QUESTION] })],
  [
    think('Whatever it is, the seam is the same: load and save behind one small module.'),
    say(
      'Understood. I put a small store with `load` and `save` in front, so that the choice stays in one file.',
    ),
    write(scene, 'src/store.js', STORE),
    todos(PLAN, 2),
  ],
  [bash('npm test', 'Runs the test suite')],
  [todos(PLAN, 3)],
  [
    pause(10),
    say(
      '`src/store.js` keeps the notes through a restart. It writes to `<file>.next` and renames, so a crash leaves the old file whole.\n\n' +
        '- `load()` answers an empty list when there is no file yet\n- `save(notes)` replaces the file at once\n\n' +
        'Next step: call `save` from the route that adds a note.',
    ),
  ],
]
