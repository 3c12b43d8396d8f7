import { expect, it } from 'vitest'
import { withoutQuotes } from './without-quotes.ts'

/** As the engine 7.7.7 says it. */
it.each([
  ['Expected string | undefined, got {"a":"sk-secret"}', 'Expected string | undefined, got something else'],
  ['Expected string, got {"sk-secret":1}\n  at ["key"]', 'Expected string, got something else\n  at ["key"]'],
  [
    '\n--- JSONC Input ---\n{\n "apiKey": "sk-secret",\n}\n--- Errors ---\nInvalidSymbol at line 3, column 2\n   Line 3: "x": sk-secret\n          ^\nCommaExpected at line 4, column 1\n--- End ---',
    '\nInvalidSymbol at line 3, column 2\nCommaExpected at line 4, column 1',
  ],
  ['\n--- JSONC Input ---\nsk-secret', '\nIt is not valid JSON.'],
  ['Session not found: ses_1', 'Session not found: ses_1'],
])('%j', (said, shown) => expect(withoutQuotes(said)).toBe(shown))
