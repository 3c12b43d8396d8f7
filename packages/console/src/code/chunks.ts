/** Cuts text into pieces of at most `size` units, at ends of lines where there are any. Joined they are the text. */
export function chunksOf(text: string, size: number): string[] {
  const chunks: string[] = []
  for (let start = 0; start < text.length;) {
    const newline = text.lastIndexOf('\n', start + size - 1)
    const end = newline >= start ? newline + 1 : Math.min(text.length, start + size)
    chunks.push(text.slice(start, end))
    start = end
  }
  return chunks
}
