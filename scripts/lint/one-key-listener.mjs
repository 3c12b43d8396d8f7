// A lint rule of our own: keys that work all over the page are commands (commands/command-list.ts), and one listener runs them. A widget may
// handle keys of its own element with `onKeyDown`; nobody else listens for keys by hand.
import { relative } from 'node:path'

const ROOT = 'packages/console/src/'
/** Who may, and for what. */
const ALLOWED = new Set([
  // Runs the commands.
  'packages/console/src/commands/key-listener.ts',
  // Escape hides a tooltip, wherever the focus is, and is taken from nobody.
  'packages/console/src/ui/tooltip.tsx',
])
const KEYS = /^key(?:down|up|press)$/

export const oneKeyListener = {
  create(context) {
    const file = relative(context.cwd ?? process.cwd(), context.filename).replaceAll('\\', '/')
    if (!file.startsWith(ROOT) || ALLOWED.has(file)) return {}
    const message = 'Keys of the page are commands: contribute one (packages/console/src/commands).'
    return {
      CallExpression(node) {
        const name = node.callee.name ?? node.callee.property?.name
        const [type] = node.arguments
        if (name === 'addEventListener' && KEYS.test(type?.value ?? '')) context.report({ node, message })
      },
    }
  },
}
