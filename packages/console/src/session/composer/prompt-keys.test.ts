import { expect, test } from 'vitest'
import { actOf, type PromptKey, type PromptSituation } from './prompt-keys.ts'

const quiet: PromptSituation = {
  busy: false,
  asked: false,
  armed: false,
  touch: false,
  sendsByEnter: true,
  undoable: false,
  text: '',
  recalled: false,
}

test.each<[Partial<PromptKey>, Partial<PromptSituation>, string]>([
  [{ key: 'Enter' }, {}, 'send'],
  [{ key: 'Enter', shift: true }, {}, 'newline'],
  [{ key: 'Enter' }, { touch: true }, 'newline'],
  [{ key: 'Enter', mod: true }, { touch: true }, 'send'],
  [{ key: 'Enter', mod: true, shift: true }, {}, 'send'],
  [{ key: 'Enter', composing: true }, {}, 'none'],
  [{ key: 'Enter' }, { sendsByEnter: false }, 'newline'],
  [{ key: 'Enter', mod: true }, { sendsByEnter: false }, 'send'],
  [{ key: 'z', mod: true }, {}, 'none'],
  [{ key: 'z', mod: true }, { undoable: true }, 'undo'],
  [{ key: 'z', mod: true, shift: true }, { undoable: true }, 'none'],
  [{ key: 'z' }, { undoable: true }, 'none'],
  [{ key: 'Escape' }, {}, 'leave'],
  [{ key: 'Escape' }, { text: 'draft' }, 'leave'],
  [{ key: 'Escape', composing: true }, {}, 'none'],
  [{ key: 'Escape' }, { busy: true, asked: true }, 'leave'],
  [{ key: 'Escape' }, { busy: true, asked: true, armed: true }, 'stop'],
  [{ key: 'Escape' }, { busy: true }, 'arm-stop'],
  [{ key: 'Escape' }, { busy: true, armed: true }, 'stop'],
  [{ key: 'ArrowUp' }, {}, 'earlier'],
  [{ key: 'ArrowUp' }, { text: 'draft' }, 'none'],
  [{ key: 'ArrowUp' }, { text: 'old', recalled: true }, 'earlier'],
  [{ key: 'ArrowUp', shift: true }, {}, 'none'],
  [{ key: 'ArrowDown' }, {}, 'none'],
  [{ key: 'ArrowDown' }, { text: 'old', recalled: true }, 'later'],
  [{ key: 'a' }, { busy: true, armed: true }, 'none'],
])('%j in %j: %s', (key, situation, expected) => {
  const pressed = { key: '', shift: false, mod: false, composing: false, ...key }
  expect(actOf(pressed, { ...quiet, ...situation })).toBe(expected)
})
