import type { Session } from '@kilocode/sdk/v2/client'

/**
 * A session as the roster keeps it: what lists and headings show. Diffs, rules and metadata may be megabytes of each, and whoever shows them
 * reads them.
 */
export function keptSession(session: Session): Session {
  const {
    id,
    slug,
    projectID,
    directory,
    parentID,
    title,
    agent,
    model,
    version,
    time,
    cost,
    tokens,
    revert,
    share,
  } = session
  return {
    id,
    slug,
    projectID,
    directory,
    title,
    version,
    time,
    ...(parentID !== undefined && { parentID }),
    ...(agent !== undefined && { agent }),
    ...(model !== undefined && { model }),
    ...(cost !== undefined && { cost }),
    // What a subagent took stands in its line; of all others whoever shows it reads it.
    ...(tokens !== undefined && parentID !== undefined && { tokens }),
    ...(share !== undefined && { share }),
    ...(revert !== undefined && { revert: keptRevert(revert) }),
  }
}

/** Of the diff the files' heads, for their number. */
function keptRevert({ diff, ...revert }: NonNullable<Session['revert']>): NonNullable<Session['revert']> {
  if (diff === undefined) return revert
  return { ...revert, diff: (diff.match(/^diff --git .*/gm) ?? []).join('\n') }
}
