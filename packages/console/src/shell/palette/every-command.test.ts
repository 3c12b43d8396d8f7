import { expect, it } from 'vitest'
import { optionsOfPalette } from './palette-options.ts'
import { COMMAND_LIST, keysOf, type CommandId } from '../../commands/command-list.ts'
import { KEY_SHEET } from '../../commands/key-sheet.ts'

const known = Object.entries(COMMAND_LIST) as [CommandId, (typeof COMMAND_LIST)[CommandId]][]
const isForPalette = ([id, { keysOnly, ofWidget }]: (typeof known)[number]) =>
  id !== 'palette' && !keysOnly && !ofWidget

const palette = optionsOfPalette({
  commands: known
    .filter(([, { ofWidget }]) => !ofWidget)
    .map(([id, command]) => ({ ...command, id, run() {} })),
  needsYou: [],
  sessions: [],
  terminals: [],
  projects: [],
  older: [],
  used: [],
})

/** The app's own code, where commands are contributed. */
const sources = Object.entries(
  import.meta.glob<string>('../../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true }),
).filter(([path]) => !/\.test\.tsx?$|command-list\.ts$/.test(path))

it.each(known.filter(isForPalette))('%s is in the palette, with its key', (id, command) => {
  expect(palette.filter((option) => option.id === id)).toMatchObject([
    { title: command.title, keys: keysOf(command)[0] },
  ])
})

it('has nothing in the palette that is not in the list', () =>
  expect(palette.map(({ id }) => id)).toEqual(known.filter(isForPalette).map(([id]) => id)))

it.each(known.filter(([, command]) => keysOf(command).length > 0))(
  '%s stands in the key sheet',
  (_, command) =>
    expect(KEY_SHEET.flatMap(({ lines }) => lines)).toContainEqual({
      title: command.title,
      keys: keysOf(command),
    }),
)

// What acts on a request in sight is covered by the palette: its keys are all there is, and they are in the key sheet.
it.each(known.filter(([, { keysOnly }]) => keysOnly))(
  '%s, which the palette would cover, has a key',
  (_, command) => expect(keysOf(command)).not.toEqual([]),
)

it.each(known.filter(([, { ofWidget }]) => !ofWidget))('%s is something that somebody does', (id) => {
  // Replies are made of the three that there are.
  const spelled = id.replace(/^session\.permission\.\w+$/, 'session.permission.${reply}')
  expect(sources.some(([, text]) => text.includes(`'${id}'`) || text.includes(`\`${spelled}\``))).toBe(true)
})
