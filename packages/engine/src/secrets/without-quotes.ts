/**
 * PURE: what an engine says of a wrong value, without the value. It quotes all of a broken file, with what its references stand for, and what it got in
 * place of what it expected (docs/engine.md).
 */
export function withoutQuotes(text: string): string {
  return text
    .replace(/(, got )[^\n]*/g, '$1something else')
    .replace(/\n?--- JSONC Input ---\n[\s\S]*/, errorsOf)
}

/** `InvalidSymbol at line 3, column 2` is told; `Line 3: …` quotes. */
function errorsOf(quoted: string): string {
  const found = quoted.slice(quoted.lastIndexOf('--- Errors ---')).match(/^\w+ at line \d+, column \d+$/gm)
  return `\n${(found ?? ['It is not valid JSON.']).slice(0, 20).join('\n')}`
}
