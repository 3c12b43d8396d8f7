/** The README's figures are written by a run, never by hand. */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { repoRoot } from '../repo.ts'

const BEGIN = '<!-- npm run bench -- --write-readme -->'
const END = '<!-- end of the figures -->'

export function withFigures(readme: string, figures: string): string {
  const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)]
  if (begin < 0 || end < begin) throw new Error(`README.md has no lines ${BEGIN} and ${END}`)
  return `${readme.slice(0, begin + BEGIN.length)}\n\n${figures}\n\n${readme.slice(end)}`
}

export async function writeReadme(figures: string): Promise<void> {
  const file = path.join(repoRoot, 'README.md')
  await writeFile(file, withFigures(await readFile(file, 'utf8'), figures))
}
