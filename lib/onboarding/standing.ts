import type { MessageKey } from '../i18n/messages.ts'
import type { PersonalKind } from './document-model.ts'
import { errorWords } from './error-words.ts'
import type { AccountRequirements, Standing, Step, StepId, StepState } from './model.ts'
import { type RequirementPlace, requirementWords } from './requirement-words.ts'

/** What the mirror and our own documents say of an account: all that its standing is derived from. */
export type AccountFacts = {
  open: boolean
  chargesEnabled: boolean
  payoutsEnabled: boolean
  transfersStatus: string
  requirements: AccountRequirements
  /** Whether Stripe was given the whole document by us. */
  attached: Record<PersonalKind, boolean>
}

/** In the place of Stripe's `disabled_reason`: Stripe has no such account any more. */
export const ACCOUNT_GONE = 'account_gone'

/** How a `disabled_reason` begins that the contractor can do nothing about. */
export const BLOCKED_REASONS = [
  'rejected.',
  'under_review',
  'listed',
  'platform_paused',
  'other',
  ACCOUNT_GONE,
]

function placeOf(requirement: string): RequirementPlace {
  return requirementWords(requirement).place
}

function dueNow(requirements: AccountRequirements): string[] {
  return [...new Set([...requirements.pastDue, ...requirements.currentlyDue])]
}

function unique(sentences: string[]): string[] {
  return [...new Set(sentences)]
}

/** Whether Stripe asks for this document, or asks for it again. */
export function asksFor(requirements: AccountRequirements, kind: PersonalKind): boolean {
  const { errors, eventuallyDue } = requirements
  const asked = [...dueNow(requirements), ...eventuallyDue, ...errors.map(error => error.requirement)]
  return asked.some(requirement => placeOf(requirement) === kind)
}

function stateOf(id: StepId, facts: AccountFacts, hasErrors: boolean): StepState {
  const { requirements, attached } = facts
  const isDue = dueNow(requirements).some(requirement => placeOf(requirement) === id)
  const isDocument = id === 'identity' || id === 'additional'
  if (hasErrors) return 'rejected'
  if (isDocument && !attached[id]) return 'todo'
  if (requirements.pendingVerification.some(requirement => placeOf(requirement) === id)) return 'checking'
  if (isDue) return 'todo'
  if (id === 'terms' && !requirements.termsAcceptedAt) return 'todo'
  return 'done'
}

/** One step of the page, in the words of what Stripe says about it. */
export function stepOf(id: StepId, facts: AccountFacts): Step {
  const { requirements } = facts
  const errors = requirements.errors.filter(error => placeOf(error.requirement) === id)
  const due = dueNow(requirements).filter(requirement => placeOf(requirement) === id)
  return {
    id,
    state: stateOf(id, facts, errors.length > 0),
    needs: unique(due.map(requirement => requirementWords(requirement).need)),
    problems: [...new Map(errors.map(error => [error.code, errorWords(error.code)])).values()],
  }
}

function isBlocked({ disabledReason }: AccountRequirements): boolean {
  return disabledReason !== null && BLOCKED_REASONS.some(reason => disabledReason.startsWith(reason))
}

/** Whether an order may be placed with the contractor: Stripe lets them be paid, and both documents are with Stripe. */
export function isPayable(facts: AccountFacts): boolean {
  const { chargesEnabled, payoutsEnabled, transfersStatus, attached, requirements } = facts
  const enabled = chargesEnabled && payoutsEnabled && transfersStatus === 'active'
  return facts.open && enabled && attached.identity && attached.additional && !isBlocked(requirements)
}

/** The account as a whole. Derived, never set: see the module's key rule. */
export function standingOf(facts: AccountFacts, steps: Step[]): Standing {
  if (!facts.open) return 'not_open'
  if (isBlocked(facts.requirements)) return 'blocked'
  if (steps.some(step => step.state === 'todo' || step.state === 'rejected')) return 'action_needed'
  if (dueNow(facts.requirements).length > 0) return 'action_needed'
  return isPayable(facts) && facts.requirements.pendingVerification.length === 0 ? 'verified' : 'checking'
}

const BLOCKED_WORDS: Record<string, MessageKey> = {
  under_review: 'requirements.stripeReviews',
  listed: 'requirements.stripeCompares',
  platform_paused: 'requirements.platformPaused',
}

/** Why nothing moves, in one sentence; null unless the account is blocked. */
export function blockedSentence(requirements: AccountRequirements): MessageKey | null {
  if (!isBlocked(requirements)) return null
  const known = BLOCKED_WORDS[requirements.disabledReason ?? '']
  return known ?? 'requirements.stripeClosed'
}
