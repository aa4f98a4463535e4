import { randomUUID } from 'node:crypto'
import { redirect, unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { ADMIN_ACTIONS, type AdminAction, may } from './access/model.ts'
import { echo, type Fields, textFields } from './action-fields.ts'
import type { ActionState, FormAction } from './action-state.ts'
import { wordsFor } from './i18n/request.ts'
import type { Words } from './i18n/words.ts'
import { newRequestKey } from './ids.ts'
import { logger } from './logger.ts'
import { requestKey } from './request-key.ts'
import { type ErrorTable, fail, type Result } from './result.ts'
import { isSubmissionError, SUBMISSION_ERRORS, type SubmissionErrorCode } from './submissions/model.ts'
import { submitOnce } from './submissions/submit-once.ts'
import { actorOf, personOf, sessionOf } from './users/current-actor.ts'
import type { Actor, RequestOrigin, Role } from './users/model.ts'
import { currentHead, type RequestHead } from './users/request-head.ts'
import { originOf } from './users/request-origin.ts'

/**
 * How a form that is sent twice is one operation: the command's own row has its request key; or it has no such row and its
 * answer is kept under the form's key (`form` is a name of its own); or it only reads the truth again and may be repeated.
 */
type Once = 'own-row' | 'repeatable' | { form: string }

type Definition<Schema extends z.ZodType, Caller, Value, Code extends string> = {
  schema: Schema
  /** The domain's message for each of its error codes: said here, in the language of the request. */
  errors: ErrorTable<Code>
  /** The one domain command. */
  run: (caller: Caller, input: z.output<Schema>) => Promise<Result<Value, Code>>
  /** After success: revalidate, redirect, or the words to show (with what a client island needs to go on), or the page to go on to. */
  done: (value: Value, input: z.output<Schema>) => Done | Promise<Done>
  /** After an expected failure, where the page must follow it: revalidate (which also issues a new requestKey), redirect, or the page to go on to. */
  failed?: (error: Code, input: z.output<Schema>) => void | Location | Promise<void>
}

type Location = { location: string }
type Done = string | { message: string; data: Record<string, string> } | Location
function fieldErrorsOf(error: z.ZodError, t: Words): Fields {
  const errors: Fields = {}
  for (const issue of error.issues) errors[issue.path.join('.') || 'form'] ??= t.say(issue.message)
  return errors
}

/** An unknown error becomes one sentence with a reference that is also in the log. */
function unexpected(error: unknown, t: Words): ActionState {
  const reference = randomUUID().slice(0, 8)
  logger.error({ reference, err: error }, 'action failed')
  return { status: 'error', message: t('actions.unexpected', { reference }) }
}

/**
 * A definite refusal (4xx) ends the operation, so the form goes on with a new key; while the outcome is open (202, 5xx)
 * the key stays, and trying again is the same operation.
 */
function refused(error: { status: number; message: string }, t: Words): ActionState {
  const definite = error.status >= 400 && error.status < 500
  return {
    status: 'error',
    message: t.say(error.message),
    requestKey: definite ? newRequestKey() : undefined,
  }
}

/** Runs the command so that this form, sent again, is the same operation. */
async function runOnce<Value, Code>(
  once: Once,
  { userId }: Actor,
  fields: Fields,
  run: () => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | SubmissionErrorCode>> {
  if (typeof once === 'string') return run()
  const key = requestKey.safeParse(fields.requestKey)
  if (!key.success) return fail('no_request_key')
  return submitOnce({ userId, requestKey: key.data, form: once.form, content: fields }, run)
}

/** Parse, call the one command, answer in words. */
async function answer<Schema extends z.ZodType, Caller, Value, Code extends string>(
  definition: Definition<Schema, Caller, Value, Code>,
  run: (input: z.output<Schema>) => Promise<Result<Value, Code | SubmissionErrorCode>>,
  fields: Fields,
  t: Words,
): Promise<ActionState> {
  const parsed = definition.schema.safeParse(fields)
  if (!parsed.success) {
    const fieldErrors = fieldErrorsOf(parsed.error, t)
    return { status: 'error', message: t('actions.checkFields'), fieldErrors }
  }
  const result = await run(parsed.data)
  if (!result.ok) {
    const { error } = result
    if (isSubmissionError(error)) return refused(SUBMISSION_ERRORS[error], t)
    const followed = await definition.failed?.(error, parsed.data)
    return { ...refused(definition.errors[error], t), ...followed }
  }
  const done = await definition.done(result.value, parsed.data)
  const said = typeof done === 'string' ? { message: done } : done
  const message = 'message' in said ? t.say(said.message) : undefined
  return { status: 'ok', requestKey: newRequestKey(), ...said, message }
}

/** What one submitted form is answered, with nothing of Next around it. */
export type FormHandler = (head: RequestHead, fields: Fields) => Promise<ActionState>

/** `work`, of which nothing that it throws reaches the browser, and by which nothing typed is lost. */
function guarded(work: FormHandler): FormHandler {
  return async (head, fields) => {
    let state: ActionState
    try {
      state = await work(head, fields)
    } catch (error) {
      unstable_rethrow(error)
      const session = await sessionOf(head).catch(() => null)
      state = unexpected(error, wordsFor(session, head))
    }
    return state.status === 'error' ? { ...state, values: echo(fields) } : state
  }
}

/** The server action of a form, which Next answers. */
export function actionOf(form: FormHandler): FormAction {
  return async (_state, data) => {
    const state = await form(await currentHead(), textFields(data))
    if (state.location) redirect(state.location)
    return state
  }
}

type Signed<Schema extends z.ZodType, Value, Code extends string> = Definition<Schema, Actor, Value, Code> & {
  once: Once
  /** Not before it is known that mail reaches them, because somebody else is held to what is done. */
  verified?: true
}

type CallerRefusal = `actions.${'signedOut' | 'onlyLooking' | 'wrongRole' | 'notVerified'}`

function signedIn<Schema extends z.ZodType, Value, Code extends string>(
  definition: Signed<Schema, Value, Code>,
  isAllowed: (actor: Actor) => boolean,
  callerOf = actorOf,
): FormHandler {
  return guarded(async (head, fields) => {
    const session = await sessionOf(head)
    const t = wordsFor(session, head)
    const actor = callerOf(session)
    const refuse = (why: CallerRefusal): ActionState => ({ status: 'error', message: t(why) })
    if (!actor) return refuse(session?.viewing ? 'actions.onlyLooking' : 'actions.signedOut')
    if (!isAllowed(actor)) return refuse('actions.wrongRole')
    if (definition.verified && !session?.isVerified) return refuse('actions.notVerified')
    const run = (input: z.output<Schema>) =>
      runOnce(definition.once, actor, fields, () => definition.run(actor, input))
    return answer(definition, run, fields, t)
  })
}

type OfRole<Schema extends z.ZodType, Value, Code extends string> = Signed<Schema, Value, Code> & {
  role: Role | Role[]
}

/** A form in Holdfast's one way: load the Actor, parse, call one command, answer in words. */
export function defineForm<Schema extends z.ZodType, Value, Code extends string>(
  definition: OfRole<Schema, Value, Code>,
): FormHandler {
  return signedIn(definition, actor => [definition.role].flat().includes(actor.role))
}

/** The server action of such a form. */
export function defineAction<Schema extends z.ZodType, Value, Code extends string>(
  definition: OfRole<Schema, Value, Code>,
): FormAction {
  return actionOf(defineForm(definition))
}

/** The same for admins, by the name under which ADMIN_ACTIONS says which of them may. */
export function defineAdminAction<Schema extends z.ZodType, Value, Code extends string>(
  name: AdminAction,
  definition: Signed<Schema, Value, Code>,
): FormAction {
  return actionOf(signedIn(definition, actor => may(actor, ADMIN_ACTIONS[name])))
}

/** The same for what somebody does about their own account, whatever their role. */
export function defineOwnAction<Schema extends z.ZodType, Value, Code extends string>(
  definition: Signed<Schema, Value, Code>,
): FormAction {
  return actionOf(signedIn(definition, () => true, personOf))
}

/** The same for people who are not signed in: the command is told only where the request came from. */
export function definePublicAction<Schema extends z.ZodType, Value, Code extends string>(
  definition: Definition<Schema, RequestOrigin, Value, Code>,
): FormAction {
  const form = guarded(async (head, fields) => {
    const t = wordsFor(await sessionOf(head), head)
    return answer(definition, input => definition.run(originOf(head), input), fields, t)
  })
  return actionOf(form)
}
