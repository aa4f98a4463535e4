import type { ClientRequest } from 'node:http'
import http from 'node:http'
import { type Errand, errands } from './errand-scope.ts'
import type { FaultKind } from './plan.ts'

const hungUp = () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })

/** The request never gets a connection. */
function reset(request: ClientRequest): void {
  request.destroy()
  request.emit('error', hungUp())
}

/** The answer is lost on its way. */
function loseAnswer(request: ClientRequest, errand: Errand, kind: FaultKind): void {
  const emit = request.emit.bind(request)
  request.emit = (name: string | symbol, ...args: unknown[]) => {
    if (name !== 'response') return emit(name, ...args)
    if (kind === 'kill_after') errand.cut()
    ;(args[0] as http.IncomingMessage).resume()
    return emit('error', hungUp())
  }
}

type AddRequest = (request: ClientRequest, ...rest: unknown[]) => void

/** Has every request of this process to Stripe watched, if it is part of an errand. */
export function watchRequests(): void {
  const prototype = http.Agent.prototype as unknown as { addRequest: AddRequest }
  const { addRequest } = prototype
  prototype.addRequest = function (request, ...rest) {
    const errand = errands.getStore()
    if (!errand) return addRequest.call(this, request, ...rest)
    const what = `${request.method} ${request.path}`
    const begun = errand.isCut
      ? Promise.resolve<FaultKind>('kill_before')
      : errand.watch({ line: 'stripe', what, isInside: false })
    void begun.then(kind => {
      if (kind === 'kill_before') errand.cut()
      if (kind === 'kill_before' || kind === 'fails_before') return reset(request)
      if (kind === 'kill_after' || kind === 'fails_after') loseAnswer(request, errand, kind)
      addRequest.call(this, request, ...rest)
    })
  }
}
