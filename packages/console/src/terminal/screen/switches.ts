/** The switches of a terminal that outlive the text that set them: alternate screen, mouse reports, cursor keys, hidden cursor… */

/** How the setting of a private mode begins (DECSET, DECRST), and what follows: modes, then high or low. */
const PRIVATE = '\u001B[?'
const SETTING = /^([0-9;]+)([hl])/

/** The alternate screen has three numbers for one switch. */
const ALTERNATE = new Set(['47', '1047', '1049'])

/** The last setting of each private mode in the text, by mode, in the order in which they came last. */
export function switchesIn(text: string): Map<string, string> {
  const last = new Map<string, string>()
  for (const after of text.split(PRIVATE).slice(1)) {
    const [, modes = '', action = ''] = SETTING.exec(after) ?? []
    for (const mode of modes.split(';')) {
      if (mode === '') continue
      const key = ALTERNATE.has(mode) ? 'alternate' : mode
      last.delete(key)
      last.set(key, `${PRIVATE}${mode}${action}`)
    }
  }
  return last
}
