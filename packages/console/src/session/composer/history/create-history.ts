import { host } from '../../../sdk/host.ts'
import { promptTextOf } from '../../conversation/rows.ts'
import type { SessionView } from '../../session-view.ts'
import type { Draft } from '../draft/drafts.ts'
import { notRecalled, stepRecall } from '../recall.ts'

export interface History {
  /** One step to an earlier (+1) or later (-1) prompt. */
  go: (step: 1 | -1) => void
  isRecalled: () => boolean
  /** Something was written: what is recalled is a text like any other now. */
  forget: () => void
}

function promptsOf(view: SessionView): string[] {
  const transcript = view.transcript()
  return view
    .messages()
    .flatMap(({ id, role }) => (role === 'user' ? promptTextOf(transcript?.parts[id] ?? []) : []))
    .filter((text) => text !== '')
}

/** Going back through earlier prompts: those of this session, then those of all others, which the host has. */
export function createHistory(view: SessionView, draft: Draft): History {
  let recall = notRecalled
  /** As it was put into the box. */
  let recalled: string | undefined
  let others: readonly string[] | undefined

  const own = () => promptsOf(view)
  const prompts = () => {
    const here = own()
    const known = new Set(here)
    return [...(others ?? []).filter((text) => !known.has(text)), ...here]
  }
  const ask = async () => {
    others ??= (await host.promptHistory().catch(() => undefined))?.prompts
  }
  const step = (by: 1 | -1) => {
    const next = stepRecall(recall, by, prompts(), draft.text())
    recall = next.recall
    recalled = next.text
    draft.fill(next.text)
  }
  // What has come into the box from elsewhere (a prompt taken back, another page) is nothing that a key may replace.
  const isRecalled = () => recall.at >= 0 && draft.text() === recalled

  return {
    isRecalled,
    forget() {
      recall = notRecalled
    },
    go(by) {
      if (!isRecalled()) recall = notRecalled
      const before = { recall, text: draft.text() }
      const isAtEnd = by === 1 && recall.at >= own().length - 1
      if (!isAtEnd || others) return step(by)
      void ask().finally(() => {
        if (recall === before.recall && draft.text() === before.text) step(by)
      })
    },
  }
}
