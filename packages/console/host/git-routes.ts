/** Routes that run git: in repositories of the managed daemon's projects alone, which are on this machine and its user's. */
import { DAEMON_ID } from '../shared/api.ts'
import type { AnswerOf } from '../shared/route-answers.ts'
import type { Console } from './console.ts'
import { commitFiles, readCommit } from './git/commit.ts'
import { earlierFile } from './git/earlier-file.ts'
import { openInEditor, wordsOf } from './git/editor.ts'
import { findRepository, type Repository } from './git/repository.ts'
import { actOnWorktree } from './git/worktree-acts.ts'
import { listWorktrees } from './git/worktrees.ts'
import { readJsonBody } from './http/body.ts'
import { HttpProblem } from './http/problem.ts'
import type { Visit } from './routes.ts'

/** Paths of many files. */
const MOST_BYTES = 512 * 1024

interface InRepository {
  params: { server: string }
  query: (key: 'directory') => string | null
}

function repositoryOf(
  { discovery }: Console,
  { params: { server }, query }: InRepository,
): Promise<Repository> {
  const info = server === DAEMON_ID ? discovery.find(DAEMON_ID)?.info : undefined
  if (!info)
    throw new HttpProblem(404, 'elsewhere', 'Git can be run here for the managed daemon’s projects alone.')
  return findRepository(query('directory') ?? '', info.projects)
}

export async function commit(console: Console, visit: Visit<'gitCommit'>): Promise<AnswerOf<'gitCommit'>> {
  const request = readCommit(await readJsonBody(visit.req, MOST_BYTES))
  return commitFiles(await repositoryOf(console, visit), request)
}

export async function readEarlier(console: Console, visit: Visit<'gitFile'>): Promise<AnswerOf<'gitFile'>> {
  return earlierFile(await repositoryOf(console, visit), visit.query('path') ?? '')
}

export async function readWorktrees(
  console: Console,
  visit: Visit<'gitWorktrees'>,
): Promise<AnswerOf<'gitWorktrees'>> {
  return listWorktrees(await repositoryOf(console, visit), visit.query('one') === '1')
}

export async function actInWorktree(console: Console, visit: Visit<'gitAct'>): Promise<AnswerOf<'gitAct'>> {
  return actOnWorktree(await repositoryOf(console, visit), visit.params.act)
}

export async function openFile(console: Console, visit: Visit<'editor'>): Promise<AnswerOf<'editor'>> {
  const { query } = visit
  const repository = await repositoryOf(console, visit)
  const line = Math.min(10_000_000, Math.max(1, Math.trunc(Number(query('line') ?? 1)) || 1))
  const { editor = '' } = (await console.preferences.read()).set
  const words = console.options.editor.length > 0 ? console.options.editor : wordsOf(editor)
  await openInEditor(words, repository, query('path') ?? '', line)
  return { opened: true }
}
