/** All that comes. `take` is told of each piece before it is kept, and throws where it is too much. */
export async function readBytes(
  from: AsyncIterable<Uint8Array>,
  take: (bytes: number) => void,
): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of from) {
    take(chunk.length)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** For `readBytes`: so many bytes, else what is thrown. */
export function noMoreThan(most: number, tooMuch: () => Error): (bytes: number) => void {
  let left = most
  return (bytes) => {
    left -= bytes
    if (left < 0) throw tooMuch()
  }
}
