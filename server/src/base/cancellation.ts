/** Cooperative cancellation: long loops ask, and yield so that a cancel message can arrive. */

/** Thrown when a run was superseded. Never logged as an error. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled')
    this.name = 'Cancelled'
  }
}

/** A mistake of the user's (bad setting, missing folder): one line that says what to do, no stack. */
export class UserError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UserError'
  }
}

export interface CancelSignal {
  readonly aborted: boolean
}

export const neverCancelled: CancelSignal = { aborted: false }

export function throwIfCancelled(signal: CancelSignal): void {
  if (signal.aborted) throw new Cancelled()
}

/** Lets the event loop run (so that messages, and a cancel among them, are read), then checks the signal. */
export async function yieldToEventLoop(signal: CancelSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    setImmediate(resolve)
  })
  throwIfCancelled(signal)
}
