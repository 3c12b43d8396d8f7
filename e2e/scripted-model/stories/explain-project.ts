import { say, think, type Script } from '../step.ts'
import { read } from './moves.ts'

const ANSWER = `**Fieldnotes** is one Node process without dependencies. A request takes this way:

1. \`src/server.js\` parses URL and cookies
2. \`src/routes.js\` answers, or sends the visitor to \`/login\`
3. \`src/auth.js\` and \`src/session.js\` know who is asking

| module | does | tested |
| --- | --- | :---: |
| \`auth.js\` | login URL, way back, current user | yes |
| \`session.js\` | sessions in memory | no |
| \`search.js\` | all words, newest first | yes |

\`\`\`js
export function currentUser(cookies) {
  const session = findSession(cookies.session)
  return session ? session.user : null
}
\`\`\`

Try it with \`npm start\`, then open the search. Things worth doing next: **fix the login redirect**, **add tests**, **choose a database**.`

export const explainProject: Script = (scene) => [
  [
    think('A look at the entry points tells most of it.'),
    say('I’ll have a look around.'),
    read(scene, 'README.md'),
    read(scene, 'src'),
  ],
  [say(ANSWER)],
]
