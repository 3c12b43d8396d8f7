/** The settings that have one simple value, as the engine's schema has them (docs/engine.md). Others are shown as they are found. */

/** What a setting takes. `oneOf`: of a closed list, a boolean among it. */
export type Kind =
  | { type: 'oneOf'; values: readonly (string | boolean)[] }
  | { type: 'number'; least: number; most: number; whole: boolean }
  | { type: 'text' }

export interface KnownSetting {
  path: readonly string[]
  title: string
  kind: Kind
}

const flag: Kind = { type: 'oneOf', values: [true, false] }
const text: Kind = { type: 'text' }
const oneOf = (...values: (string | boolean)[]): Kind => ({ type: 'oneOf', values })
const count = (least = 0, most = 1_000_000_000): Kind => ({ type: 'number', least, most, whole: true })

const setting = (name: string, title: string, kind: Kind): KnownSetting => ({
  path: name.split('.'),
  title,
  kind,
})

const PROVIDERS_OF_INDEX =
  'kilo openai ollama openai-compatible gemini mistral vercel-ai-gateway bedrock openrouter voyage'.split(' ')

/** In the order in which they are shown. */
export const CATALOGUE: readonly KnownSetting[] = [
  setting('model', 'Model', text),
  setting('small_model', 'Model for small chores', text),
  setting('subagent_model', 'Model of subagents', text),
  setting('subagent_variant', 'Variant of subagents’ model', text),
  setting('default_agent', 'Agent of new sessions', text),
  setting('snapshot', 'Snapshots, to take changes back', flag),
  setting('share', 'Sharing of sessions', oneOf('manual', 'auto', 'disabled')),
  setting('autoupdate', 'Updates of the engine', oneOf(true, false, 'notify')),
  setting('username', 'Your name in conversations', text),
  setting('shell', 'Shell of the agent', text),
  setting('web_search', 'Web search', flag),
  setting('privacy_mode', 'Privacy mode', flag),
  setting('hide_prompt_training_models', 'Hide models that train on prompts', flag),
  setting('remote_control', 'Remote control', flag),
  setting('logLevel', 'Detail of the engine’s log', oneOf('DEBUG', 'INFO', 'WARN', 'ERROR')),
  setting('auto_collapse_reasoning', 'Collapse reasoning (TUI)', flag),
  setting('terminal_command_display', 'Commands (TUI)', oneOf('expanded', 'collapsed')),
  setting('code_edit_display', 'Edits (TUI)', oneOf('expanded', 'collapsed')),
  setting('compaction.auto', 'Compact by itself', flag),
  setting('compaction.threshold_percent', 'Compact at this % of the context', {
    type: 'number',
    least: 1,
    most: 100,
    whole: false,
  }),
  setting('compaction.prune', 'Drop old outputs of tools', flag),
  setting('compaction.tail_turns', 'Turns that are kept as they are', count()),
  setting('compaction.preserve_recent_tokens', 'Recent tokens that are kept', count()),
  setting('compaction.reserved', 'Tokens in reserve', count()),
  setting('tool_output.max_lines', 'Lines of a tool’s output', count(1)),
  setting('tool_output.max_bytes', 'Bytes of a tool’s output', count(1)),
  setting('sandbox.enabled', 'Sandbox for new sessions', flag),
  setting('sandbox.network', 'Network in the sandbox', oneOf('allow', 'deny')),
  setting('indexing.enabled', 'Index of the code', flag),
  setting('indexing.provider', 'Provider of embeddings', oneOf(...PROVIDERS_OF_INDEX)),
  setting('indexing.model', 'Model of embeddings', text),
  setting('indexing.dimension', 'Dimensions of embeddings', count(1)),
  setting('indexing.vectorStore', 'Store of the index', oneOf('lancedb', 'qdrant')),
  setting('indexing.searchMaxResults', 'Results of a search', count(1)),
  setting('indexing.searchMinScore', 'Least score of a result', {
    type: 'number',
    least: 0,
    most: 1,
    whole: false,
  }),
  setting('indexing.embeddingBatchSize', 'Pieces embedded at once', count(1)),
  setting('attachment.image.auto_resize', 'Shrink large pictures', flag),
  setting('attachment.image.max_width', 'Width of pictures', count(1)),
  setting('attachment.image.max_height', 'Height of pictures', count(1)),
  setting('experimental.batch_tool', 'Batches of tool calls', flag),
  setting('experimental.codebase_search', 'Search over the code', flag),
  setting('experimental.continue_loop_on_deny', 'Go on after a refusal', flag),
  setting('experimental.image_generation', 'Generate pictures', flag),
  setting('experimental.mcp_timeout', 'MCP servers may take, ms', count(1)),
  setting('experimental.openTelemetry', 'OpenTelemetry', flag),
]
