/** Which scopes of a grammar are of which kind, as a theme whose colours are numbers: style sheets make colours of the kinds. */
import type { ThemeRegistrationRaw } from '@shikijs/primitive'
import { TOKEN_KINDS, type TokenKind } from '../token-kinds.ts'

/** TextMate scopes; of several that fit the longer one counts, as in every editor. */
const SCOPES: Record<TokenKind, string> = {
  comment: 'comment, punctuation.definition.comment, string.quoted.docstring',
  string:
    'string, punctuation.definition.string, constant.other.symbol, markup.inline.raw, markup.fenced_code, ' +
    'markup.underline.link, string.template, constant.other.reference.link',
  number:
    'constant.numeric, constant.language, constant.character, constant.other.color, keyword.other.unit, ' +
    'support.constant, variable.other.constant.property, constant.character.escape, string.regexp',
  keyword:
    'keyword, storage, storage.type, storage.modifier, variable.language, keyword.operator.new, ' +
    'keyword.operator.expression, punctuation.definition.keyword, keyword.control, support.type.property-name.table',
  type:
    'entity.name.type, entity.name.class, entity.other.inherited-class, support.type, support.class, ' +
    'entity.name.namespace, storage.type.java, storage.type.cs, entity.name.scope-resolution',
  name:
    'entity.name.function, support.function, meta.function-call.generic, entity.name.command, ' +
    'markup.heading, entity.name.section, meta.function-call entity.name.function',
  variable:
    'variable.parameter, meta.parameter variable, variable.other.readwrite.shell, variable.other.normal.shell, ' +
    'punctuation.definition.variable, meta.template.expression variable.other, meta.embedded variable.other',
  tag: 'entity.name.tag, support.class.component, meta.selector entity',
  property:
    'entity.other.attribute-name, support.type.property-name, meta.object-literal.key, variable.other.property, ' +
    'support.variable.property, entity.name.tag.yaml, variable.other.key, punctuation.support.type.property-name',
  punctuation: 'punctuation, keyword.operator, meta.brace, storage.type.function.arrow',
  added: 'markup.inserted, punctuation.definition.inserted',
  removed: 'markup.deleted, punctuation.definition.deleted',
}

const colourOf = (kind: TokenKind): string =>
  `#0000${(TOKEN_KINDS.indexOf(kind) + 1).toString(16).padStart(2, '0')}`

export const THEME_NAME = 'kinds'

export const kindsTheme: ThemeRegistrationRaw = {
  name: THEME_NAME,
  type: 'light',
  fg: '#ffffff',
  bg: '#000000',
  settings: TOKEN_KINDS.map((kind) => ({
    scope: SCOPES[kind].split(', '),
    settings: { foreground: colourOf(kind) },
  })),
}

/** The number of the kind that a colour of the theme stands for; 0: none. */
export function kindOfColour(colour: string | undefined): number {
  const found = /^#0000([0-9a-f]{2})$/i.exec(colour ?? '')
  const kind = found ? Number.parseInt(found[1] ?? '', 16) : 0
  return kind <= TOKEN_KINDS.length ? kind : 0
}
