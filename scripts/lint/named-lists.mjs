// A lint rule of our own: WebKit takes a list without markers for none, unless it says that it is one. Here no list has any (ui/reset.css).

const LISTS = 'JSXOpeningElement[name.name=/^[uo]l$/]'

export const namedLists = {
  create(context) {
    return {
      [LISTS](node) {
        const names = new Set(node.attributes.map(({ name }) => name?.name))
        const isNamed = names.has('aria-label') || names.has('aria-labelledby')
        if (isNamed && !names.has('role'))
          context.report({ node, message: 'A list with a name says role="list".' })
      },
    }
  },
}
