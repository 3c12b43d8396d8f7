/** Runs the tasks, `width` at a time, and answers their results in order. The first failure rejects. */
export async function pool<Result>(tasks: (() => Promise<Result>)[], width: number): Promise<Result[]> {
  const results: Result[] = []
  const entries = tasks.entries()
  const work = async () => {
    for (const [index, task] of entries) results[index] = await task()
  }
  await Promise.all(Array.from({ length: width }, work))
  return results
}
