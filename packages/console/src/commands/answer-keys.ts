import type { PermissionReply } from '../store/actions/requests.ts'
import type { Command } from './registry.ts'

/**
 * In the notation of ui/shortcut.ts. The letters are for a page without a field in use. The chords work in the prompt too: Y for yes, X for
 * no, L for always; browsers keep other letters with Ctrl and Shift for themselves.
 */
export const ANSWER_KEYS: Record<PermissionReply, { title: string; keys: string; anywhere: string }> = {
  once: { title: 'Permission: allow once', keys: 'a', anywhere: 'ctrl+shift+y' },
  always: { title: 'Permission: allow always', keys: 'shift+a', anywhere: 'ctrl+shift+l' },
  reject: { title: 'Permission: reject', keys: 'r', anywhere: 'ctrl+shift+x' },
}

/** The keys of a request on screen. Not for the palette, which would cover what is answered. */
export function answerCommands(
  answer: (reply: PermissionReply, press: Pick<Event, 'timeStamp'>) => void,
  isBusy: () => boolean,
  isWhole: () => boolean,
): Command[] {
  return (['once', 'always', 'reject'] as const).map((reply) => ({
    id: `session.permission.${reply}`,
    ...ANSWER_KEYS[reply],
    keysOnly: true,
    when: () => !isBusy() && (reply === 'reject' || isWhole()),
    run: (press) => press && answer(reply, press),
  }))
}
