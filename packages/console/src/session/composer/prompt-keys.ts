/** What a key does in the prompt. Pure. */

export type PromptAct =
  | 'undo'
  | 'send'
  | 'newline'
  | 'stop'
  | 'arm-stop'
  | 'leave'
  | 'earlier'
  | 'later'
  | 'none'

export interface PromptKey {
  key: string
  shift: boolean
  /** Control or Command. */
  mod: boolean
  /** An input method is putting a character together: its Enter is not ours. */
  composing: boolean
}

export interface PromptSituation {
  busy: boolean
  /** A permission or a question waits on the page: its keys are letters in here. */
  asked: boolean
  /** Escape was pressed a moment ago. */
  armed: boolean
  /** Enter sends, by the setting; else Ctrl+Enter alone does. */
  sendsByEnter: boolean
  /** What a button has made of the text can be taken back. */
  undoable: boolean
  /** A finger types: there is no Shift beside Enter. */
  touch: boolean
  text: string
  /** The text is an earlier prompt that was fetched back with the arrow key. */
  recalled: boolean
}

function arrow(up: boolean, { text, recalled }: PromptSituation): PromptAct {
  if (up) return text === '' || recalled ? 'earlier' : 'none'
  return recalled ? 'later' : 'none'
}

export function actOf(key: PromptKey, situation: PromptSituation): PromptAct {
  if (key.composing) return 'none'
  switch (key.key) {
    case 'Enter':
      if (key.mod) return 'send'
      return key.shift || situation.touch || !situation.sendsByEnter ? 'newline' : 'send'
    case 'Escape':
      // A card that has come up is what Escape leads to first; from there it arms the stop.
      if (!situation.busy || (situation.asked && !situation.armed)) return 'leave'
      return situation.armed ? 'stop' : 'arm-stop'
    case 'z':
      return key.mod && !key.shift && situation.undoable ? 'undo' : 'none'
    case 'ArrowUp':
    case 'ArrowDown':
      return key.shift || key.mod ? 'none' : arrow(key.key === 'ArrowUp', situation)
    default:
      return 'none'
  }
}
