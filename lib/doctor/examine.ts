import { may } from '../access/model.ts'
import type { Actor } from '../users/model.ts'
import { CHECKS, type Finding } from './model.ts'
import { platformChecks } from './platform-checks.ts'
import { serverChecks } from './server-checks.ts'
import { webhookChecks } from './webhook-checks.ts'

/**
 * Looks at everything that has to be right before money moves with the keys that are set, and changes nothing, here or at Stripe.
 * `events` are the types that Holdfast acts on. In the order of the page.
 */
export async function examine(events: string[]): Promise<Finding[]> {
  const found = (await Promise.all([platformChecks(), webhookChecks(events), serverChecks()])).flat()
  return found.sort((a, b) => CHECKS.indexOf(a.check) - CHECKS.indexOf(b.check))
}

/** The same for the page of an admin; nothing for anybody who may not change settings. */
export async function examineFor(actor: Actor, events: string[]): Promise<Finding[]> {
  return may(actor, 'settings') ? examine(events) : []
}
