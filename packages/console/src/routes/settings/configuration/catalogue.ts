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
  setting('small_model', 'Model for small tasks', text),
  setting('subagent_model', 'Subagent model', text),
  setting('subagent_variant', 'Subagent model variant', text),
  setting('default_agent', 'Default agent', text),
  setting('snapshot', 'Snapshots, to undo changes', flag),
  setting('share', 'Session sharing', oneOf('manual', 'auto', 'disabled')),
  setting('autoupdate', 'Engine updates', oneOf(true, false, 'notify')),
  setting('username', 'Your name in conversations', text),
  setting('shell', 'Shell for commands', text),
  setting('web_search', 'Web search', flag),
  setting('privacy_mode', 'Privacy mode', flag),
  setting('hide_prompt_training_models', 'Hide models that train on prompts', flag),
  setting('remote_control', 'Remote control', flag),
  setting('logLevel', 'Engine log level', oneOf('DEBUG', 'INFO', 'WARN', 'ERROR')),
  setting('auto_collapse_reasoning', 'Collapse reasoning (TUI)', flag),
  setting('terminal_command_display', 'Commands (TUI)', oneOf('expanded', 'collapsed')),
  setting('code_edit_display', 'Edits (TUI)', oneOf('expanded', 'collapsed')),
  setting('compaction.auto', 'Compact automatically', flag),
  setting('compaction.threshold_percent', 'Compact at % of the context', {
    type: 'number',
    least: 1,
    most: 100,
    whole: false,
  }),
  setting('compaction.prune', 'Prune old tool output', flag),
  setting('compaction.tail_turns', 'Recent turns kept unchanged', count()),
  setting('compaction.preserve_recent_tokens', 'Recent tokens kept', count()),
  setting('compaction.reserved', 'Reserved tokens', count()),
  setting('tool_output.max_lines', 'Tool output: most lines', count(1)),
  setting('tool_output.max_bytes', 'Tool output: most bytes', count(1)),
  setting('sandbox.enabled', 'Sandbox for new sessions', flag),
  setting('sandbox.network', 'Sandbox network access', oneOf('allow', 'deny')),
  setting('indexing.enabled', 'Codebase index', flag),
  setting('indexing.provider', 'Embedding provider', oneOf(...PROVIDERS_OF_INDEX)),
  setting('indexing.model', 'Embedding model', text),
  setting('indexing.dimension', 'Embedding dimensions', count(1)),
  setting('indexing.vectorStore', 'Vector store', oneOf('lancedb', 'qdrant')),
  setting('indexing.searchMaxResults', 'Most search results', count(1)),
  setting('indexing.searchMinScore', 'Lowest search score', {
    type: 'number',
    least: 0,
    most: 1,
    whole: false,
  }),
  setting('indexing.embeddingBatchSize', 'Embedding batch size', count(1)),
  setting('attachment.image.auto_resize', 'Shrink large images', flag),
  setting('attachment.image.max_width', 'Widest image, px', count(1)),
  setting('attachment.image.max_height', 'Tallest image, px', count(1)),
  setting('experimental.batch_tool', 'Batch tool calls', flag),
  setting('experimental.codebase_search', 'Codebase search', flag),
  setting('experimental.continue_loop_on_deny', 'Continue after a refusal', flag),
  setting('experimental.image_generation', 'Image generation', flag),
  setting('experimental.mcp_timeout', 'MCP timeout, ms', count(1)),
  setting('experimental.openTelemetry', 'OpenTelemetry', flag),
]
