import type { SentPrompt } from '../../../shared/unsent.ts'
import { engine, unwrap } from '../../sdk/engine.ts'

interface Place {
  sessionID: string
  directory?: string
}

/**
 * Has the engine take a prompt, or run a command. Resolves when it was taken (a prompt), or when all of it is done (commands): nobody who wants to show
 * something waits for this. Throws as `unwrap`.
 */
export async function sendPrompt(serverId: string, place: Place, prompt: SentPrompt): Promise<void> {
  const { session } = engine(serverId)
  const { id: messageID, text, extras, choice } = prompt
  const { model, agent, variant } = choice
  if (prompt.how === 'shell') {
    const command = text.replace(/^!/, '').trim()
    const asked = { ...place, messageID, command, agent: agent ?? 'code', ...(model && { model }) }
    await unwrap(session.shell(asked))
  } else if (prompt.how === 'command') {
    const [, command = '', words = ''] = /^\/(\S+)(?:\s+([^]*))?$/.exec(text) ?? []
    // Where they are named is not where they are in what the command becomes.
    const parts = extras.flatMap((extra) => {
      if (extra.type === 'agent') return []
      const { source: _, ...file } = extra
      return [file]
    })
    const asked = {
      ...place,
      messageID,
      command,
      arguments: words.trim(),
      parts,
      ...(agent !== undefined && { agent }),
      ...(variant !== undefined && { variant }),
      ...(model && { model: `${model.providerID}/${model.modelID}` }),
    }
    await unwrap(session.command(asked))
  } else {
    const parts = [...(text === '' ? [] : [{ type: 'text' as const, text }]), ...extras]
    await unwrap(session.promptAsync({ ...place, ...choice, messageID, parts }))
  }
}
