/** The lint rules of our own. */
import { fewSignals } from './few-signals.mjs'
import { namedLists } from './named-lists.mjs'
import { oneKeyListener } from './one-key-listener.mjs'
import { oneWayImports } from './one-way-imports.mjs'

export default {
  meta: { name: 'console' },
  rules: {
    'few-signals': fewSignals,
    'named-lists': namedLists,
    'one-key-listener': oneKeyListener,
    'one-way-imports': oneWayImports,
  },
}
