import { createMemo, type Accessor } from 'solid-js'
import type { KnownAgent } from '@kilo-console/engine/edge/choices'
import type { Problem } from '../../../../shared/api.ts'
import { readAnswer } from '../../../sdk/answer.ts'
import { engine } from '../../../sdk/engine.ts'
import { useConsole } from '../../../store/context.ts'
import { withoutHidden } from '../../../store/without-hidden.ts'
import type { SessionView } from '../../session-view.ts'
import { createAvailableChoices } from '../available-choices.ts'
import { isOurs } from '../send/read-prompt.ts'
import { createAsked } from './create-asked.ts'
import { engineCommands, ownCommands } from './known-commands.ts'
import { shownName } from './mention.ts'
import { rankSuggestions } from './rank.ts'
import { recentMentions, recentOf } from './recent.ts'
import type { SlashCommand, Suggestion } from './suggestion.ts'
import { fileQueryOf, type Trigger } from './trigger.ts'

const MOST_FILES = 50

export interface Source {
  suggestions: Accessor<Suggestion[]>
  loading: Accessor<boolean>
  problem: Accessor<Problem | undefined>
}

/** What can stand in place of what is typed. What was found stays until the next is. */
export function createSource(view: SessionView, trigger: Accessor<Trigger | undefined>): Source {
  const query = () => trigger()?.query ?? ''
  const isMention = createMemo(() => trigger()?.kind === 'mention')
  const path = createMemo(() => (isMention() ? fileQueryOf(query()).path : undefined))
  const isCommand = createMemo(() => (trigger()?.kind === 'command' ? '' : undefined))
  const mentions = createMentions(view, path)
  const commands = createAsked<SlashCommand[]>([], isCommand, () =>
    engineCommands(view.ref.serverId, view.directory()),
  )
  const slashes = createMemo(() =>
    [...ownCommands(), ...commands.found().filter(({ name }) => !isOurs(name))].map(commandSuggestion),
  )
  return {
    suggestions: createMemo(() =>
      isMention()
        ? rankSuggestions(path() ?? '', mentions.all(), recentOf('mentions'))
        : rankSuggestions(query(), slashes(), recentOf('commands')),
    ),
    loading: () => (isMention() ? mentions.loading() : commands.loading()),
    problem: () => (isMention() ? mentions.problem() : commands.problem()),
  }
}

/** Agents, what was named lately, and what the engine finds. */
function createMentions(view: SessionView, path: Accessor<string | undefined>) {
  const { serverId } = view.ref
  const { state } = useConsole()
  const choices = createAvailableChoices(view)
  const { found, loading, problem } = createAsked<string[]>([], path, async (query) => {
    const asked = { directory: view.directory(), query, dirs: 'true', limit: MOST_FILES } as const
    const paths = await readAnswer(serverId, 'paths', engine(serverId).find.files(asked))
    // opencode tells of the folder itself as well, without a name.
    return paths.filter((each) => each !== '/')
  })
  const all = createMemo(() => {
    const known = choices.data()?.subagents ?? []
    const hidden = state.info?.hidden?.agents ?? []
    const agents = withoutHidden(known, ({ name }) => name, hidden, undefined).map(agentSuggestion)
    const recent = path() === '' ? recentMentions(view.directory()) : []
    const paths = [...new Set([...recent, ...found()])]
    return [...agents, ...paths.map((each) => fileSuggestion(view.directory(), each))]
  })
  return { all, loading, problem }
}

function agentSuggestion({ name, displayName, description }: KnownAgent): Suggestion {
  return {
    kind: 'agent',
    id: `agent ${name}`,
    title: shownName(displayName ?? name),
    detail: description === undefined ? 'agent' : shownName(description),
    name,
  }
}

function fileSuggestion(directory: string, path: string): Suggestion {
  const kind = /[/\\]$/.test(path) ? 'folder' : 'file'
  return { kind, id: `${directory}\n${path}`, title: shownName(path), path }
}

function commandSuggestion(command: SlashCommand): Suggestion {
  const { name, description, source, own } = command
  const detail = shownName(description ?? '')
  return {
    ...command,
    kind: 'command',
    id: own ?? `${source} ${name}`,
    title: `/${shownName(name)}`,
    detail: source === 'mcp' ? `${detail} (MCP)` : detail,
    hint: command.hint && shownName(command.hint),
  }
}
