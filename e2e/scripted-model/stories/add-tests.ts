import { call, pause, say, think, type Script } from '../step.ts'
import { bash, read, todos, write } from './moves.ts'

const PLAN = ['See what is covered', 'Write the missing tests', 'Run everything']

const SESSION_TEST = `import assert from 'node:assert/strict'
import test from 'node:test'
import { closeSession, findSession, openSession } from '../src/session.js'

test('a closed session is gone', () => {
  const id = openSession('ada')
  closeSession(id)
  assert.equal(findSession(id), undefined)
})

test('two sessions of one user differ', () => {
  assert.notEqual(openSession('ada'), openSession('ada'))
})
`

export const addTests: Script = (scene) => [
  [
    think('First find out what is not covered. Reading can be handed to a subagent while I plan.'),
    say('I’ll send a subagent to see what is covered, then fill the gaps.'),
    todos(PLAN, 0),
    call('task', {
      description: 'List untested code',
      prompt: 'Read src and test, and list what the tests leave out. Answer with file and function names.',
      subagent_type: 'explore',
    }),
  ],
  [
    say('`src/session.js` has no test of its own. I’ll write one.'),
    write(scene, 'test/session.test.js', SESSION_TEST),
    todos(PLAN, 2),
  ],
  [bash('npm test', 'Runs the test suite')],
  [todos(PLAN, 3)],
  [
    pause(10),
    say(
      'Two tests for `src/session.js` are in and everything passes:\n\n- a closed session is gone\n- two sessions of one user differ',
    ),
  ],
]

/** What the subagent of the story does. */
export const exploreTests: Script = (scene) => [
  [say('Listing the sources.'), read(scene, 'src'), read(scene, 'src/session.js')],
  [read(scene, 'test/auth.test.js')],
  [
    pause(20),
    say(
      '`src/session.js`: `closeSession` is never called by a test. `src/routes.js`: `route` has none at all.',
    ),
  ],
]
