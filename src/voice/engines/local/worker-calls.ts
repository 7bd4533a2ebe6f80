/** What goes to a worker and comes back: calls, each answered once, and bytes loaded on the way. */
interface Call<Question> {
  id: number
  question: Question
}
export type Reply<Answer> =
  { id: number; answer: Answer } | { id: number; failed: string } | { bytes: number }

/** A worker as something to be asked. */
export interface Caller<Question, Answer> {
  /** @throws Error with the worker's own words. */
  ask(question: Question, transfer?: Transferable[]): Promise<Answer>
  stop(): void
}

/** Asks a worker that answers with `answerCalls`. `onBytes` hears of what it loads. */
export function createCaller<Question, Answer>(
  worker: Worker,
  onBytes: (count: number) => void = () => undefined,
): Caller<Question, Answer> {
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>()
  let calls = 0
  const failAll = (message: string) => {
    for (const { reject } of waiting.values()) reject(new Error(message))
    waiting.clear()
  }
  worker.addEventListener('message', ({ data }: MessageEvent<Reply<Answer>>) => {
    if ('bytes' in data) return onBytes(data.bytes)
    const call = waiting.get(data.id)
    waiting.delete(data.id)
    if ('failed' in data) call?.reject(new Error(data.failed))
    else call?.resolve(data.answer)
  })
  worker.addEventListener('error', ({ message }) => failAll(message || 'the worker could not be loaded'))
  return {
    ask(question, transfer = []) {
      const id = (calls += 1)
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        const call: Call<Question> = { id, question }
        worker.postMessage(call, transfer)
      })
    },
    stop() {
      worker.terminate()
      failAll('the worker was stopped')
    },
  }
}

/** Answers calls inside a worker, one after the other in the order they came. */
export function answerCalls<Question, Answer>(
  answer: (question: Question, onBytes: (count: number) => void) => Promise<Answer>,
): void {
  const reply = (message: Reply<Answer>) => postMessage(message)
  let last: Promise<unknown> = Promise.resolve()
  addEventListener('message', ({ data: { id, question } }: MessageEvent<Call<Question>>) => {
    last = last
      .then(() => answer(question, (bytes) => reply({ bytes })))
      .then(
        (given) => reply({ id, answer: given }),
        (error: unknown) => reply({ id, failed: error instanceof Error ? error.message : String(error) }),
      )
  })
}
