/** For Stryker: a text of several words is a message to people, and no logic. */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'messages',
    value: {
      shouldIgnore: ({ node }) =>
        node.type === 'StringLiteral' && /\p{L}.* .*\p{L}/u.test(node.value) ? 'a message' : undefined,
    },
  },
]
