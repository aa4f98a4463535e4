import { z } from 'zod'
import type { MessageKey } from '../i18n/messages.ts'
import type { Words } from '../i18n/words.ts'
import type { ErrorWords } from './error-words.ts'

/**
 * Versions of the two texts, by the day on which they last changed. A new version is asked for anew; what was accepted before stays on
 * record under its own.
 */
export const TERMS = {
  stripe_connected_account: { version: '2025-11', url: 'https://stripe.com/connect-account/legal/full' },
  holdfast_contractor: { version: '2026-11-28', url: '/onboarding/terms' },
} as const
export const STRIPE_PRIVACY_URL = 'https://stripe.com/privacy'
export type TermsDocument = keyof typeof TERMS

const nameList = z.array(z.string())
const documentFiles = z.object({
  front: z.string().nullable(),
  back: z.string().nullable(),
  detailsCode: z.string().nullable(),
})

/** What the `requirements` column of a ConnectedAccount holds: Stripe's answer, in our shape. */
export const accountRequirements = z.object({
  currentlyDue: nameList.default([]),
  pastDue: nameList.default([]),
  eventuallyDue: nameList.default([]),
  pendingVerification: nameList.default([]),
  errors: z.array(z.object({ requirement: z.string(), code: z.string() })).default([]),
  alternatives: z.array(z.object({ instead: nameList, of: nameList })).default([]),
  deadlineAt: z.number().nullable().default(null),
  disabledReason: z.string().nullable().default(null),
  future: z
    .object({ currentlyDue: nameList, deadlineAt: z.number().nullable() })
    .default({ currentlyDue: [], deadlineAt: null }),
  verification: z
    .object({
      status: z.enum(['unverified', 'pending', 'verified']),
      detailsCode: z.string().nullable(),
      identity: documentFiles,
      additional: documentFiles,
    })
    .nullable()
    .default(null),
  /** Of a company: Stripe's id of whoever represents it, whose documents it is that are asked for. */
  representative: z.string().nullable().default(null),
  termsAcceptedAt: z.iso.datetime().nullable().default(null),
  bankStatus: z.string().nullable().default(null),
})
export type AccountRequirements = z.output<typeof accountRequirements>

/** The steps in their order: of a person, and of a company. */
export const STEPS = {
  individual: ['terms', 'details', 'bank', 'identity', 'additional'],
  company: ['terms', 'company', 'people', 'bank', 'identity', 'additional'],
} as const
export type BusinessType = keyof typeof STEPS
export type StepId = (typeof STEPS)[BusinessType][number]

/** `todo`: the contractor must act. `rejected`: must act again. `checking`: Stripe is at it. */
export type StepState = 'todo' | 'rejected' | 'checking' | 'done'
export type Step = { id: StepId; state: StepState; needs: string[]; problems: ErrorWords[] }

/** What Stripe switches off when something is missing: `orders`, by which money comes in, and `payouts`. */
export type Stop = 'orders' | 'payouts'

/**
 * One thing to do, in messages. `thing` is what is needed, as in “your city”; null where Stripe only has a question. `step` is where on the
 * page; null where there is nothing for the contractor to fill in.
 */
export type ToDoItem = {
  need: string
  thing: string | null
  action: MessageKey
  step: StepId | null
  problems: ErrorWords[]
}

/** Stripe's requirements as a person reads them: the lists in the order of their haste, and what stops, and when. */
export type ToDo = {
  overdue: ToDoItem[]
  overdueStops: Stop[]
  now: ToDoItem[]
  deadlineAt: Date | null
  nowStops: Stop[]
  /** What Stripe is looking at, by name. */
  checking: string[]
  /** Rules that Stripe has announced: due from their day on. */
  announced: ToDoItem[]
  announcedAt: Date | null
  announcedStops: Stop[]
  later: ToDoItem[]
}

/** What Stripe is looking at, as a line of its own: "Your date of birth". */
export function thingAlone(t: Words, thing: string): string {
  const said = t.say(thing)
  return said.charAt(0).toLocaleUpperCase(t.locale) + said.slice(1)
}

/** The account as a whole. `blocked`: Stripe or the platform has stopped it and the contractor cannot change that here. */
export type Standing = 'not_open' | 'action_needed' | 'checking' | 'verified' | 'blocked'

export const acceptTermsInput = z.object({
  accept: z.literal('on', 'verifyingErrors.tickTheBox'),
})

export const addBankAccountInput = z.object({
  bankToken: z.string().regex(/^btok_[A-Za-z0-9_]{6,80}$/, 'verifyingErrors.bankAgain'),
})
