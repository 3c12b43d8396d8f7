import { pause, say, think, type Script } from '../step.ts'
import { bash, edit, read, todos } from './moves.ts'

const PLAN = [
  'Find where the way back is lost',
  'Encode it in the login URL',
  'Accept local targets only',
  'Run the tests',
]

const SUMMARY = `The login now returns to the exact page that the visitor asked for.

**What was wrong.** \`loginUrl\` put the path into the query unencoded, so everything behind an \`&\` was read as another
parameter and the login came back to the wrong page, which asked for the login again.

| file | change |
| --- | --- |
| \`src/auth.js\` | \`loginUrl\` encodes the way back |
| \`src/auth.js\` | \`afterLogin\` takes local paths only, so \`//evil.example\` ends at \`/\` |

\`\`\`js
const target = query.get('next') ?? '/'
return /^\\/(?!\\/)/.test(target) ? target : '/'
\`\`\`

The existing tests pass. I would add one with a query that holds \`&\`; say the word and I write it.`

export const fixLogin: Script = (scene) => [
  [
    think(
      'The redirect is built in the auth module. A path with a query of its own has to be encoded before it goes into "next".',
    ),
    say('I’ll look at how the way back travels through the login.'),
    read(scene, 'src/auth.js'),
    read(scene, 'src/routes.js'),
  ],
  [
    think(
      'loginUrl concatenates the path raw. afterLogin would also follow //evil.example. Two small edits.',
    ),
    pause(20),
    todos(PLAN, 1),
  ],
  [
    say(
      '`loginUrl` puts the path into the query as it is, so `/search?q=otter&page=2` comes back as `/search?q=otter`.',
    ),
    edit(
      scene,
      'src/auth.js',
      'return `/login?next=${path}`',
      'return `/login?next=${encodeURIComponent(path)}`',
    ),
  ],
  [
    edit(
      scene,
      'src/auth.js',
      "  return query.get('next') ?? '/'",
      "  const target = query.get('next') ?? '/'\n  // Two slashes would name another host.\n  return /^\\/(?!\\/)/.test(target) ? target : '/'",
    ),
    todos(PLAN, 3),
  ],
  [say('Both edits are in. Now the tests.'), bash('npm test', 'Runs the test suite')],
  [todos(PLAN, 4)],
  [pause(10), say(SUMMARY)],
]
