/**
 * The one list of what a person can do, with its words and its keys: the palette, the keys, buttons, menus and the key sheet all read it. Who can
 * do a thing now contributes it (registry.ts).
 */

/** Where it can be done: the groups of the key sheet. */
export type CommandPlace = 'everywhere' | 'session' | 'terminal'

export interface KnownCommand {
  title: string
  place: CommandPlace
  /** Its shortcut as shown, in the notation of ui/shortcut.ts. For a page without a field in use, but for the palette's. */
  keys?: string
  /** Another shortcut, that works inside of fields and terminals too: it has to begin with `ctrl+shift+`. */
  anywhere?: string
  /** More words to find it by. */
  keywords?: string
  /** Not in the palette: it acts on what is in sight, and the palette would cover that. */
  keysOnly?: true
  /** What it is called behind `/` in the prompt. */
  slash?: string
  /** The key is its widget's or the browser's own: nobody contributes it. */
  ofWidget?: true
}

const everywhere = {
  palette: { title: 'Open the palette', keys: 'mod+k' },
  'new-session': { title: 'New session', keys: 'n', slash: 'new' },
  'new-session-in': { title: 'New session in…', keywords: 'folder path' },
  'new-worktree': { title: 'New session in a new worktree', keywords: 'branch git isolated' },
  'choose-folder': { title: 'Choose folder for new sessions…', keywords: 'path directory' },
  'new-terminal': { title: 'New terminal', keys: 't' },
  'new-terminal-in': { title: 'New terminal in…', keywords: 'folder path' },
  'next-session': { title: 'Next session', keys: 'j', anywhere: 'ctrl+shift+down' },
  'previous-session': { title: 'Previous session', keys: 'k', anywhere: 'ctrl+shift+up' },
  'select-next': { title: 'Select the next session too', keys: 'shift+j', keysOnly: true },
  'select-previous': { title: 'Select the previous session too', keys: 'shift+k', keysOnly: true },
  'clear-selection': { title: 'Clear selection', keys: 'esc', keysOnly: true },
  'view-state': { title: 'Group sessions by state', keywords: 'roster view sort' },
  'view-project': { title: 'Group sessions by project', keywords: 'roster view sort folder' },
  'view-day': { title: 'Group sessions by day', keywords: 'roster view sort date time' },
  'next-needs-you': { title: 'Next that needs you', keys: 'g n', anywhere: 'ctrl+shift+g' },
  decisions: { title: 'Decisions', keys: 'g d', keywords: 'permissions questions tray inbox answer' },
  'close-peek': { title: 'Close the peek', keys: 'esc', keysOnly: true },
  peek: { title: 'Look into a session, on its row', keys: 'space', ofWidget: true },
  home: { title: 'Overview', keys: 'g h' },
  review: { title: 'Review several sessions', keys: 'g r', keywords: 'changes diff overlap together' },
  archive: { title: 'Archive', keys: 'g a', keywords: 'archived sessions old' },
  usage: { title: 'Usage', keys: 'g u', keywords: 'cost tokens price budget spend statistics' },
  'import-session': { title: 'Import session…', keywords: 'file json load' },
  settings: { title: 'Settings', keys: 'g s' },
  configuration: { title: 'Configuration', keys: 'g c', keywords: 'settings engine kilo.jsonc file source' },
  providers: { title: 'Providers', keywords: 'settings model api key openai compatible login connect' },
  agents: { title: 'Agents', keywords: 'settings modes commands rules AGENTS.md prompt default' },
  projects: {
    title: 'Projects',
    keywords: 'settings name colour rename variables',
  },
  permissions: { title: 'Permissions', keywords: 'settings rules allow ask deny test bash' },
  engine: {
    title: 'Engine settings',
    keywords: 'indexing snapshots lsp formatters retention',
  },
  models: { title: 'Models', keywords: 'settings providers favourites hidden price context compare default' },
  mcp: { title: 'MCP servers', keywords: 'settings tools connect login context protocol' },
  keys: { title: 'Keys', keys: '?', keywords: 'shortcuts keyboard help' },
  'theme-light': { title: 'Light theme', keywords: 'colours appearance change' },
  'theme-dark': { title: 'Dark theme', keywords: 'colours appearance change' },
  'theme-system': { title: 'Theme follows system', keywords: 'colours appearance dark light change' },
  figures: { title: 'Memory and processor', keywords: 'daemon usage cpu rss plot' },
  'daemon-start': { title: 'Start daemon', keywords: 'server engine' },
  'daemon-restart': { title: 'Restart daemon', keywords: 'server engine' },
  'daemon-stop': { title: 'Stop daemon', keywords: 'server engine' },
} as const

// The letters are for a page without a field in use. The chords work in the prompt too: Y for yes, X for no, L for always; browsers keep other
// letters with Ctrl and Shift for themselves.
const inSession = {
  'session.prompt': { title: 'Write a prompt', keys: 'i', keywords: 'focus compose' },
  'session.send': { title: 'Send the prompt', keys: 'mod+enter', keysOnly: true },
  'session.leave-prompt': { title: 'Leave the prompt', keys: 'esc', ofWidget: true },
  'session.find': { title: 'Find in session…', keys: 'mod+f', keywords: 'search text' },
  'session.outline': {
    title: 'Prompts of this session…',
    keys: 'g p',
    keywords: 'outline jump messages contents',
  },
  'session.model': { title: 'Choose model…', keywords: 'provider switch', slash: 'model' },
  'session.agent': { title: 'Choose agent…', keywords: 'mode switch', slash: 'agent' },
  'session.stop': { title: 'Stop Kilo (press twice)', keys: 'esc', keywords: 'abort cancel' },
  'session.permission.once': {
    title: 'Permission: allow once',
    keys: 'a',
    anywhere: 'ctrl+shift+y',
    keysOnly: true,
  },
  'session.permission.always': {
    title: 'Permission: allow always',
    keys: 'shift+a',
    anywhere: 'ctrl+shift+l',
    keysOnly: true,
  },
  'session.permission.reject': {
    title: 'Permission: reject',
    keys: 'r',
    anywhere: 'ctrl+shift+x',
    keysOnly: true,
  },
  'session.open': { title: 'Open' },
  'session.open-tab': { title: 'Open in new tab' },
  'session.end-turn': { title: 'Stop' },
  'session.mark-read': { title: 'Mark as read' },
  'session.select': { title: 'Select' },
  'session.review-together': { title: 'Review together' },
  'session.pin': { title: 'Pin session', keywords: 'favourite keep first' },
  'session.unpin': { title: 'Unpin session', keywords: 'favourite' },
  'session.copy-link': { title: 'Copy link', keywords: 'clipboard address url' },
  'session.latest': { title: 'Jump to latest', keywords: 'scroll end bottom' },
  'session.review': { title: 'Show or hide the review', keys: 'd', keywords: 'changes diff todos context' },
  'session.review-full': { title: 'Review in full', keys: 'shift+d', keywords: 'changes diff maximize wide' },
  'session.rename': { title: 'Rename session', keys: 'shift+r', keywords: 'title name' },
  'session.copy-id': { title: 'Copy session ID', keywords: 'clipboard' },
  'session.undo': { title: 'Undo the last prompt…', keys: 'u', keywords: 'revert take back', slash: 'undo' },
  'session.redo': {
    title: 'Redo what was undone',
    keys: 'shift+u',
    keywords: 'restore unrevert',
    slash: 'redo',
  },
  'session.fork': { title: 'Fork session', keywords: 'copy branch duplicate', slash: 'fork' },
  'session.compact': { title: 'Compact session', keywords: 'summarize context shorten', slash: 'compact' },
  'session.hand-over': {
    title: 'Continue elsewhere…',
    keys: 'c',
    keywords: 'hand over transfer another agent model server worktree',
  },
  'session.export-markdown': { title: 'Export as Markdown', keywords: 'save download file', slash: 'export' },
  'session.export-json': { title: 'Export as JSON', keywords: 'save download file' },
  'session.share': { title: 'Share session', keywords: 'link publish' },
  'session.unshare': { title: 'Stop sharing session', keywords: 'link unpublish' },
  'session.archive': { title: 'Archive session' },
  'session.delete': { title: 'Delete session…', keywords: 'remove' },
} as const

const inTerminal = {
  'terminal.find': { title: 'Find in terminal', anywhere: 'ctrl+shift+f', keywords: 'search' },
  'terminal.copy': { title: 'Copy the selection', anywhere: 'ctrl+shift+c', keysOnly: true },
  // The browser alone may read the clipboard unasked.
  'terminal.paste': { title: 'Paste', anywhere: 'ctrl+shift+v', ofWidget: true },
} as const

export type CommandId = keyof typeof everywhere | keyof typeof inSession | keyof typeof inTerminal

const at = (place: CommandPlace, commands: Record<string, Omit<KnownCommand, 'place'>>) =>
  Object.entries(commands).map(([id, command]) => [id, { ...command, place }] as const)

export const COMMAND_LIST = Object.fromEntries([
  ...at('everywhere', everywhere),
  ...at('session', inSession),
  ...at('terminal', inTerminal),
]) as Readonly<Record<CommandId, KnownCommand>>

/** Every shortcut of a command, the shorter one first. */
export const keysOf = ({ keys, anywhere }: Pick<KnownCommand, 'keys' | 'anywhere'>): string[] =>
  [keys, anywhere].filter((each) => each !== undefined)

/** What a field and a terminal give up besides Ctrl+Shift with anything. */
export const PALETTE_KEYS = everywhere.palette.keys

/** What a field gives up as well: the browser's own search sees only what is on the screen. In a terminal it moves the cursor. */
export const FIND_KEYS = inSession['session.find'].keys
