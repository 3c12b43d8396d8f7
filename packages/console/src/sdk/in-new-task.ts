/** Gives what is there already in a task of its own: whoever waits for it would go on in the task that brought it, and hold the page up for both. */
export const inNewTask = <Value>(value: Value): Promise<Value> =>
  new Promise((resolve) => setTimeout(() => resolve(value)))
