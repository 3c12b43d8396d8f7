/** What a piece of code can be, as far as it has a colour (token-colours.css). Their numbers are what a worker tells. */
export const TOKEN_KINDS = [
  'comment',
  'string',
  'number',
  'keyword',
  'type',
  'name',
  'variable',
  'tag',
  'property',
  'punctuation',
  'added',
  'removed',
] as const

export type TokenKind = (typeof TOKEN_KINDS)[number]
