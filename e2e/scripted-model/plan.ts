/** Chooses what the model answers. Pure: the same request gives the same steps. */
import { newestAttachments, newestPrompt, turnIndex, workingDirectory, type ChatRequest } from './request.ts'
import { scripts } from './scripts.ts'
import { say, type Scene, type Step, type Turn } from './step.ts'
import { chooseStory } from './stories/index.ts'
import { titleFor, titleOfRest } from './title.ts'

/** How the engine begins what it tells a model whose answer was cut off. */
const RESUMPTION = '[TASK RESUMPTION]'

/**
 * The steps of the next answer. A prompt picks its script with a line `… [script:<name> <argument>]`; several such lines play one after
 * the other. Any other prompt gets a demo story chosen by its words.
 *
 * @param attempt how often this very request came before: the engine repeats a request that failed
 */
export function planTurn(request: ChatRequest, attempt = 0): Step[] {
  const prompt = newestPrompt(request)
  const title = titleFor(prompt) ?? titleOfRest(request)
  if (title) return [say(title)]
  if (prompt.startsWith(RESUMPTION)) return [say('Going on from where it was cut off.')]
  const directory = workingDirectory(request)
  const directives = readDirectives(prompt)
  if (directives.length > 0) {
    const attachments = newestAttachments(request)
    const turns = directives.flatMap(({ name, argument }) =>
      runScript(name, { argument, directory, attachments }, attempt),
    )
    return turnAt(joinTurns(turns), turnIndex(request))
  }
  // Compaction, commit messages and the like ask without tools.
  if (request.tools.length === 0)
    return [say('The work so far, in short: the task is understood and under way.')]
  return turnAt(chooseStory(prompt)({ argument: prompt, directory }), turnIndex(request))
}

interface Directive {
  name: string
  argument: string
}

/** A directive ends with the last bracket of its line, so that one may stand inside another (a subagent's prompt). */
export function readDirectives(prompt: string): Directive[] {
  return prompt.split('\n').flatMap((line) => {
    const match = /\[script:([a-z]+)(?: (.*))?\]/.exec(line)
    return match?.[1] ? [{ name: match[1], argument: match[2] ?? '' }] : []
  })
}

function runScript(name: string, scene: Scene, attempt: number): Turn[] {
  const script = scripts[name]
  if (script) return script(scene, attempt)
  return [[say(`There is no script "${name}". Known: ${Object.keys(scripts).join(', ')}.`)]]
}

/** The engine asks again only after tool calls, so what follows an answer without any belongs to that answer. */
function joinTurns(turns: Turn[]): Turn[] {
  return turns.reduce<Turn[]>((joined, turn) => {
    const last = joined.at(-1)
    if (last && !last.some((step) => step.type === 'tool')) last.push(...turn)
    else joined.push([...turn])
    return joined
  }, [])
}

function turnAt(turns: Turn[], index: number): Step[] {
  return turns[index] ?? [say('Done.')]
}
