import { unsentLimits, type SentPrompt } from '../../../shared/unsent.ts'

/** As much of a prompt as the host keeps: attachments are named there, and their content is not; a text that was cut says so. Pure. */
export function keptPrompt(prompt: SentPrompt): SentPrompt {
  const { id, text, extras, sentAt, choice, how } = prompt
  const named = extras
    .filter((extra) => extra.type === 'agent' || extra.url.startsWith('file:'))
    .slice(0, unsentLimits.extras)
  const left = extras.length - named.length
  return {
    id,
    // Not within a character of two units.
    text: text.slice(0, unsentLimits.text).replace(/[\uD800-\uDBFF]$/, ''),
    extras: named,
    sentAt,
    choice,
    ...(how && { how }),
    ...(left > 0 ? { left } : {}),
    ...(prompt.cut || text.length > unsentLimits.text ? { cut: true } : {}),
  }
}
