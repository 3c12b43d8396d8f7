// A lint rule of our own: a component that holds more than five signals hides an idea that deserves a file of its own.

const LIMIT = 5
const FUNCTIONS = 'FunctionDeclaration, FunctionExpression, ArrowFunctionExpression'

const nameOf = (node) =>
  node.id?.name ?? (node.parent.type === 'VariableDeclarator' ? node.parent.id.name : undefined)
const isComponent = (node) => /^[A-Z]/.test(nameOf(node) ?? '')

export const fewSignals = {
  create(context) {
    const components = []
    return {
      [`:matches(${FUNCTIONS})`](node) {
        if (isComponent(node)) components.push({ node, signals: 0 })
      },
      'CallExpression[callee.name="createSignal"]'() {
        const inner = components.at(-1)
        if (inner) inner.signals += 1
      },
      [`:matches(${FUNCTIONS}):exit`](node) {
        if (components.at(-1)?.node !== node) return
        const { signals } = components.pop()
        if (signals > LIMIT) {
          context.report({ node, message: `${nameOf(node)} has ${signals} signals, more than ${LIMIT}.` })
        }
      },
    }
  },
}
