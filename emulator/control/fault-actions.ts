import { FAULT_KINDS, type FaultWish } from '../core/faults.ts'
import { type Actions, NotThere } from './controlled.ts'
import { flag, refuseUnknown, type Sent, wholeNumberOr } from './sent.ts'

const KNOWN = ['method', 'path', 'kind', 'count', 'probability', 'seed', 'delayMs', 'shouldRetry']

/** `/_control/faults`: requests that go wrong on command. */
export const faultActions: Actions = {
  'GET /_control/faults': ({ engine }) => ({ faults: engine.faults.list() }),
  'POST /_control/faults': ({ engine }, sent) => {
    const fault = engine.faults.add(faultOf(sent))
    return { fault, faults: engine.faults.list() }
  },
  'DELETE /_control/faults': ({ engine }) => {
    engine.faults.clear()
    return { faults: [] }
  },
  'DELETE /_control/faults/:id': ({ engine }, _sent, id) => {
    if (!engine.faults.remove(Number(id))) throw new NotThere(`There is no fault ${id}`)
    return { faults: engine.faults.list() }
  },
}

function faultOf(sent: Sent): FaultWish {
  refuseUnknown(sent, KNOWN)
  const kind = FAULT_KINDS.find(one => one === sent.kind)
  if (!kind) throw new Error(`"kind" must be one of ${FAULT_KINDS.join(', ')}`)
  if (typeof sent.path !== 'string') throw new Error('"path" must be a prefix or a pattern with :id parts')
  const probability = sent.probability === undefined ? 1 : Number(sent.probability)
  if (!(probability >= 0 && probability <= 1)) throw new Error('"probability" must be a number from 0 to 1')
  return {
    method: typeof sent.method === 'string' ? sent.method.toUpperCase() : '*',
    path: sent.path,
    kind,
    // A chance without a count goes on until it is taken back; a count alone strikes the next requests.
    count: sent.count === null ? null : wholeNumberOr(sent, 'count', probability < 1 ? null : 1),
    probability,
    seed: wholeNumberOr(sent, 'seed', 1),
    delayMs: wholeNumberOr(sent, 'delayMs', 1000),
    shouldRetry:
      sent.shouldRetry === undefined ? true : sent.shouldRetry === null ? null : flag(sent, 'shouldRetry'),
  }
}
