import GitBranchPlus from 'lucide-solid/icons/git-branch-plus'
import { createEffect, createMemo, createResource, createSignal, For, on, Show, type JSX } from 'solid-js'
import type { GitWorktree, WorktreeAct } from '../../../shared/git.ts'
import { reportFailure } from '../../frame/report-failure.ts'
import { startInWorktree } from '../../frame/start-in-worktree.ts'
import { useShell } from '../../frame/shell-context.ts'
import { host } from '../../sdk/host.ts'
import { toProblem } from '../../sdk/problem.ts'
import { removeWorktree } from '../../sdk/worktrees.ts'
import { useConsole } from '../../store/context.ts'
import { Button } from '../../ui/button.tsx'
import { escapeInvisible } from '../../ui/escape-invisible.ts'
import { Notice } from '../../ui/notice.tsx'
import { settled } from '../../ui/settled.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { showToast } from '../../ui/toast.ts'
import { makeRefresh } from './refresh.ts'
import { RemoveWorktree } from './remove-worktree.tsx'
import { WorktreeRow } from './worktree-row.tsx'
import styles from './worktrees.module.css'

const DONE: Record<WorktreeAct, string> = { merge: 'Merged', rebase: 'Rebased', push: 'Pushed' }

/** The worktrees of a project: where several sessions work beside each other, and how what they did comes back. */
export const Worktrees = (props: { serverId: string; directory: string }): JSX.Element => {
  const { state } = useConsole()
  const { start } = useShell()
  const [making, setMaking] = createSignal(false)
  const [busy, setBusy] = createSignal<ReadonlySet<string>>(new Set())
  const [removing, setRemoving] = createSignal<GitWorktree>()
  const [list, { refetch }] = createResource(
    () => ({ serverId: props.serverId, directory: props.directory }),
    ({ serverId, directory }) => host.worktrees(serverId, directory),
  )
  // A reading is two runs of git for each of them.
  const refresh = makeRefresh(async () => refetch())
  const all = () => settled(list) ?? []
  // By where they are: a list that is read again must not close a menu that is open.
  const byDirectory = createMemo(() => new Map(all().map((worktree) => [worktree.directory, worktree])))
  const sessionsIn = (directory: string) =>
    Object.values(state.servers[props.serverId]?.sessions ?? {}).filter(
      (session) => session.directory === directory && session.parentID === undefined,
    )
  const isWorking = (directory: string) =>
    sessionsIn(directory).some(({ id }) => state.servers[props.serverId]?.activity[id] !== undefined)
  // What a session did shows when it is over.
  const working = createMemo(() => [...byDirectory().keys()].filter(isWorking).join('\0'))
  createEffect(on(working, () => void refresh(), { defer: true }))
  const make = async () => {
    setMaking(true)
    await startInWorktree(start, { serverId: props.serverId, directory: props.directory })
    setMaking(false)
    void refresh()
  }
  const whileBusy = async (directory: string, work: () => Promise<void>) => {
    setBusy((all) => new Set([...all, directory]))
    await work()
    setBusy((all) => new Set([...all].filter((one) => one !== directory)))
    void refresh()
  }
  const act = async (worktree: GitWorktree, what: WorktreeAct) => {
    try {
      await host.actOnWorktree(props.serverId, worktree.directory, what)
      showToast({ tone: 'info', title: escapeInvisible(`${DONE[what]} ${worktree.branch ?? ''}`) })
    } catch (error) {
      const { message, hint } = toProblem(error)
      const [title = '', ...lines] = message.split('\n')
      showToast({
        tone: 'error',
        title: escapeInvisible(title),
        detail: escapeInvisible(lines.join('\n')) || undefined,
        hint,
      })
    }
  }
  const look = async ({ directory }: GitWorktree) =>
    (await host.worktree(props.serverId, directory)) ?? { directory, isMain: false }
  const remove = async (worktree: GitWorktree) => {
    try {
      await removeWorktree(props, worktree.directory)
    } catch (error) {
      reportFailure('Couldn’t remove the worktree', error)
    }
  }
  return (
    <section class={styles.worktrees} aria-label="Worktrees">
      <header class={styles.head}>
        <h2>Worktrees</h2>
        <Button icon={<GitBranchPlus size={14} />} busy={making()} onClick={() => void make()}>
          New worktree
        </Button>
      </header>
      <p class={styles.what}>A session in a worktree of its own changes nothing here until it is merged.</p>
      <Show when={list.error as unknown}>
        {(error) => (
          <Notice
            tone="error"
            title={`Couldn’t read the worktrees: ${toProblem(error()).message}`}
            onRetry={() => void refresh()}
          />
        )}
      </Show>
      <Show when={list.state === 'pending'}>
        <Skeleton rows={2} height={48} label="Loading the worktrees" />
      </Show>
      <ul class={styles.list}>
        <For each={[...byDirectory().keys()]}>
          {(directory) => (
            <Show when={byDirectory().get(directory)}>
              {(worktree) => (
                <WorktreeRow
                  worktree={worktree()}
                  main={all().find(({ isMain }) => isMain)?.branch}
                  serverId={props.serverId}
                  sessions={sessionsIn(directory)}
                  working={isWorking(directory)}
                  busy={busy().has(directory)}
                  onAct={(what) => void whileBusy(directory, () => act(worktree(), what))}
                  onStart={() => void start.startIn('session', { serverId: props.serverId, directory })}
                  onRemove={() => setRemoving(worktree())}
                />
              )}
            </Show>
          )}
        </For>
      </ul>
      <RemoveWorktree
        worktree={removing()}
        working={removing() ? isWorking(removing()?.directory ?? '') : false}
        sessions={removing() ? sessionsIn(removing()?.directory ?? '').length : 0}
        look={look}
        onClose={() => setRemoving()}
        onRemove={(worktree) => {
          setRemoving()
          void whileBusy(worktree.directory, () => remove(worktree))
        }}
      />
    </section>
  )
}
