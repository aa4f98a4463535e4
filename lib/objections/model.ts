import { z } from 'zod'
import { text } from '../form-fields.ts'
import type { MessageKey } from '../i18n/messages.ts'
import type { RecoveryView } from '../recoveries/model.ts'
import { requestKey } from '../request-key.ts'
import type { ErrorTable } from '../result.ts'

export const OBJECTION_TEXT_MAX = 2000

export type ObjectionStatus = 'open' | 'upheld' | 'rejected'

export const objectInput = z.object({
  requestKey,
  recoveryId: z.string().max(40),
  text: text(10, OBJECTION_TEXT_MAX),
})
export type ObjectInput = z.output<typeof objectInput>

export const ANSWERS = ['upheld', 'rejected'] as const
export type Answer = (typeof ANSWERS)[number]

/** What each answer does, as the admin chooses it. */
export const ANSWER_WORDS: Record<Answer, { label: MessageKey; hint: MessageKey }> = {
  upheld: {
    label: 'recoveries.giveItBack',
    hint: 'recoveries.giveItBackHint',
  },
  rejected: { label: 'recoveries.staysTaken', hint: 'recoveries.staysTakenHint' },
}

/** Recoveries of one contractor are on that contractor's page: where the form came from. */
export const answerObjectionInput = z.object({
  objectionId: z.string().max(40),
  decision: z.enum(ANSWERS, 'recoveries.chooseWhatHappens'),
  answer: text(10, OBJECTION_TEXT_MAX),
})
export type AnswerObjectionInput = z.output<typeof answerObjectionInput>

/** What a contractor had to say against a recovery, and what became of it. */
export type ObjectionView = {
  id: string
  text: string
  status: ObjectionStatus
  answer: string | null
  createdAt: Date
  answeredAt: Date | null
}

/** The consent by which money may be taken back: the version of the terms that was accepted before the recovery. */
export type Consent = { version: string; acceptedAt: Date }

/** A recovery as its contractor reads it. `canObject`: there is something taken or owed, and nothing was said against it yet. */
export type OwnRecovery = {
  recovery: RecoveryView
  orderTitle: string | null
  consent: Consent | null
  objection: ObjectionView | null
  canObject: boolean
}

/** An objection as admins read it, with what it is against. `isOfDispute`: the bank has the money, so that it cannot be given back here. */
export type AdminObjection = {
  objection: ObjectionView
  recovery: RecoveryView
  contractor: { userId: string; displayName: string }
  isOfDispute: boolean
}

export type ObjectionErrorCode =
  | 'not_found'
  | 'nothing_taken'
  | 'already_objected'
  | 'already_answered'
  | 'of_dispute'
  | 'request_key_reused'

export const OBJECTION_ERRORS = {
  not_found: { status: 404, message: 'recoveries.noSuchRecovery' },
  nothing_taken: {
    status: 409,
    message: 'recoveries.nothingTaken',
  },
  already_objected: {
    status: 409,
    message: 'recoveries.alreadyObjected',
  },
  already_answered: {
    status: 409,
    message: 'recoveries.alreadyAnswered',
  },
  of_dispute: {
    status: 409,
    message: 'recoveries.ofDispute',
  },
  request_key_reused: {
    status: 409,
    message: 'recoveries.objectionReused',
  },
} as const satisfies ErrorTable<ObjectionErrorCode>
