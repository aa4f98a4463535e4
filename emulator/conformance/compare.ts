import type { Json, JsonObject } from './recording.ts'
import type { Answered } from './replay.ts'

/** What of a step matches: null where there is nothing to compare. */
export interface Verdict {
  status: boolean
  /** Type, code, decline code and parameter of an error. */
  error: boolean | null
  /** Statuses and amounts of the objects in the answer. */
  money: boolean | null
  /** Recorded fields that Stripe has today, with the same kind of value. */
  shape: boolean | null
  differences: string[]
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const kindOf = (value: Json | undefined): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : value === undefined ? 'nothing' : typeof value

const IS_MONEY = /^(amount\w*|application_fee_amount|fee|net|currency|status)$/

/** Every pair of objects that stand in the same place of the two answers. */
function* pairs(
  recorded: Json | undefined,
  own: Json | undefined,
  at = '',
): Generator<[JsonObject, JsonObject, string]> {
  if (Array.isArray(recorded) && Array.isArray(own)) {
    for (const [index, one] of recorded.entries()) yield* pairs(one, own[index], `${at}[${index}]`)
  }
  if (!isObject(recorded) || !isObject(own)) return
  yield [recorded, own, at]
  for (const [name, one] of Object.entries(recorded))
    yield* pairs(one, own[name], at ? `${at}.${name}` : name)
}

/** Money that Stripe converted, at the day's rate, into another currency: nothing is converted here, so there is nothing to compare. */
function isConverted(theirs: JsonObject, ours: JsonObject): boolean {
  const isOther = typeof theirs.currency === 'string' && theirs.currency !== ours.currency
  return typeof theirs.exchange_rate === 'number' || isOther
}

function moneyDifferences(recorded: JsonObject, own: JsonObject): string[] {
  const found: string[] = []
  for (const [theirs, ours, at] of pairs(recorded, own)) {
    if (typeof theirs.object !== 'string' || theirs.object === 'list' || isConverted(theirs, ours)) continue
    for (const [name, value] of Object.entries(theirs)) {
      if (!IS_MONEY.test(name) || kindOf(value) === 'object' || !(name in ours) || value === ours[name])
        continue
      found.push(
        `${at ? `${at}.` : ''}${name} (${theirs.object}): ${JSON.stringify(value)}, ours ${JSON.stringify(ours[name])}`,
      )
    }
  }
  return found
}

function shapeDifferences(recorded: JsonObject, own: JsonObject, isKnown: IsKnown): string[] {
  const found: string[] = []
  for (const [theirs, ours, at] of pairs(recorded, own)) {
    if (typeof theirs.object !== 'string') continue
    for (const [name, value] of Object.entries(theirs)) {
      if (!isKnown(theirs.object, name)) continue
      const [kind, ownKind] = [kindOf(value), kindOf(ours[name])]
      if (kind === ownKind || (kind === 'null' && ownKind !== 'nothing') || ownKind === 'null') continue
      found.push(`${at ? `${at}.` : ''}${name} (${theirs.object}): ${kind}, ours ${ownKind}`)
    }
  }
  return found
}

function errorDifferences(recorded: JsonObject, own: JsonObject): string[] {
  const [theirs, ours] = [recorded.error, own.error]
  if (!isObject(theirs)) return []
  return ['type', 'code', 'decline_code', 'param'].flatMap(name => {
    const value = isObject(ours) ? ours[name] : undefined
    // Old versions wrote no parameter as an empty one, and gave refusals with a code of their own no decline code.
    const isOld = name === 'decline_code' && !theirs[name] && isObject(ours) && value === ours.code
    return isOld || (theirs[name] || undefined) === value
      ? []
      : [`error.${name}: ${theirs[name]}, ours ${value}`]
  })
}

/** Whether an object of Stripe's has a field today. */
export type IsKnown = (object: string, field: string) => boolean

/** Holds our answer beside the recorded one. Everything but the status is only compared where the statuses agree. */
export function compareStep(recorded: Answered, own: Answered, isKnown: IsKnown): Verdict {
  if (recorded.status !== own.status) {
    const message = isObject(own.body.error) ? `: ${own.body.error.message}` : ''
    const differences = [`status ${recorded.status}, ours ${own.status}${message}`]
    return {
      status: false,
      error: recorded.status >= 400 ? false : null,
      money: null,
      shape: null,
      differences,
    }
  }
  if (recorded.status >= 400) {
    const differences = errorDifferences(recorded.body, own.body)
    return { status: true, error: differences.length === 0, money: null, shape: null, differences }
  }
  const money = moneyDifferences(recorded.body, own.body)
  const shape = shapeDifferences(recorded.body, own.body, isKnown)
  return {
    status: true,
    error: null,
    money: money.length === 0,
    shape: shape.length === 0,
    differences: [...money, ...shape],
  }
}
