/** What a tool does while it runs, in a verb, and the field of its input that says what with. The one table for host and page; display and bounds elsewhere. */
type ToolStep = readonly [verb: string, ...fields: string[]]

const TOOL_STEPS = new Map<string, ToolStep>([
  ['bash', ['Running', 'command']],
  ['background_process', ['Running', 'command', 'action']],
  ['notebook_execute', ['Running', 'path']],
  ['read', ['Reading', 'filePath', 'path']],
  ['notebook_read', ['Reading', 'path']],
  ['list', ['Listing', 'path']],
  ['write', ['Writing', 'filePath', 'path']],
  ['edit', ['Editing', 'filePath', 'path']],
  ['multiedit', ['Editing', 'filePath', 'path']],
  ['apply_patch', ['Editing', 'patchText']],
  ['notebook_edit', ['Editing', 'path']],
  ['send_file', ['Sending', 'path']],
  ['grep', ['Searching for', 'pattern']],
  ['glob', ['Looking for', 'pattern']],
  ['codesearch', ['Searching for', 'query']],
  ['semantic_search', ['Searching for', 'query']],
  ['codebase_search', ['Searching for', 'query']],
  ['lsp', ['Looking up', 'filePath', 'operation']],
  ['kilo_local_recall', ['Searching sessions for', 'query']],
  ['webfetch', ['Fetching', 'url']],
  ['websearch', ['Searching the web for', 'query']],
  ['browser_open', ['Opening', 'url']],
  ['repo_clone', ['Cloning', 'repository']],
  ['repo_overview', ['Looking over', 'repository', 'path']],
  ['todowrite', ['Updating its todos']],
  ['todoread', ['Reading its todos']],
  ['question', ['Asking you']],
  ['suggest', ['Suggesting', 'suggest']],
  ['notify_user', ['Notifying you']],
  ['plan_exit', ['Presenting its plan']],
  ['goal_report', ['Reporting on its goal']],
  ['task', ['Waiting for its subagent:', 'description']],
  ['skill', ['Loading the skill', 'name']],
  ['agent_manager', ['Managing sessions:', 'action']],
  ['board_read', ['Reading the board']],
  ['board_post', ['Posting to the board']],
  ['kilo_memory_recall', ['Recalling', 'query']],
  ['kilo_memory_save', ['Remembering', 'key']],
  ['schedule_wakeup', ['Scheduling a wakeup']],
  ['cancel_wakeup', ['Looking through its wakeups']],
  ['invalid', ['Calling an unknown tool']],
])

/** Of a tool that is not in the table (MCP, a plugin) the name is all that is sure to mean something. */
export const verbOf = (tool: string): string => TOOL_STEPS.get(tool)?.[0] ?? `Using ${tool}`

export const subjectFieldsOf = (tool: string): readonly string[] => TOOL_STEPS.get(tool)?.slice(1) ?? []
