import { say, think, type Script } from '../step.ts'
import { edit, read, todos } from './moves.ts'

const PLAN = ['Read the tokens', 'Add the dark set', 'Check the contrast']

const DARK = `  --accent: #2f6f4f;
}

@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181c;
    --ink: #e6e4df;
    --accent: #7cc39b;
  }
}
`

export const darkTheme: Script = (scene) => [
  [
    think('The sheet already uses custom properties, so a dark theme is a second set of values.'),
    say('Colours are custom properties already; that makes it small.'),
    read(scene, 'src/theme.css'),
    todos(PLAN, 1),
  ],
  [edit(scene, 'src/theme.css', '  --accent: #2f6f4f;\n}\n', DARK)],
  [todos(PLAN, 3)],
  [
    say(
      'Fieldnotes now follows the system’s dark setting.\n\n' +
        '| token | light | dark | contrast on paper |\n| --- | --- | --- | ---: |\n' +
        '| `--ink` | `#22252a` | `#e6e4df` | 14.0 : 1 |\n| `--accent` | `#2f6f4f` | `#7cc39b` | 8.5 : 1 |\n\n' +
        'Only `src/theme.css` changed; no rule had to know about it.',
    ),
  ],
]
