import { randomUUID } from 'node:crypto'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { logger } from './logger.ts'
import type { ErrorTable, Result } from './result.ts'
import { currentActor } from './users/current-actor.ts'
import type { Actor, Role } from './users/model.ts'

/** What a form shows after it was submitted. `values` are the submitted ones, so that nothing typed is lost. */
export type ActionState = {
  status: 'idle' | 'ok' | 'error'
  message?: string
  fieldErrors?: Record<string, string>
  values?: Record<string, string>
  /** What a client island goes on with after success, such as a client secret. Never shown. */
  data?: Record<string, string>
}

export type FormAction = (state: ActionState, form: FormData) => Promise<ActionState>

type Definition<Schema extends z.ZodType, Value, Code extends string> = {
  schema: Schema
  role: Role | Role[]
  /** The domain's sentence for each of its error codes. */
  errors: ErrorTable<Code>
  /** The one domain command. */
  run: (actor: Actor, input: z.output<Schema>) => Promise<Result<Value, Code>>
  /** After success: revalidate, redirect, or the words to show (with what a client island needs to go on). */
  done: (value: Value, input: z.output<Schema>) => Done | Promise<Done>
  /** After an expected failure, where the page must follow it: revalidate (which also issues a new requestKey) or redirect. */
  failed?: (error: Code, input: z.output<Schema>) => void | Promise<void>
}

type Done = string | { message: string; data: Record<string, string> }

const NEVER_ECHOED = new Set(['password', 'newPassword', 'currentPassword'])

function textFields(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, value] of form)
    if (typeof value === 'string' && !name.startsWith('$')) fields[name] = value
  return fields
}

function echo(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !NEVER_ECHOED.has(name)))
}

function fieldErrorsOf(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) errors[issue.path.join('.') || 'form'] ??= issue.message
  return errors
}

/** An unknown error becomes one sentence with a reference that is also in the log. */
function unexpected(error: unknown): ActionState {
  const reference = randomUUID().slice(0, 8)
  logger.error({ reference, err: error }, 'action failed')
  return {
    status: 'error',
    message: `Something went wrong on our side. Nothing was lost; please try again. Reference: ${reference}`,
  }
}

/**
 * A server action in Holdfast's one form: parse, load the Actor, call one command, answer in words.
 * Fields that start with `$` are React's own and are left out.
 */
export function defineAction<Schema extends z.ZodType, Value, Code extends string>(
  definition: Definition<Schema, Value, Code>,
): FormAction {
  return async (_state, form) => {
    const fields = textFields(form)
    const values = echo(fields)
    try {
      const actor = await currentActor()
      const roles = [definition.role].flat()
      if (!actor) return { status: 'error', message: 'You are signed out. Sign in and try again.', values }
      if (!roles.includes(actor.role))
        return { status: 'error', message: 'Your account cannot do this.', values }
      const parsed = definition.schema.safeParse(fields)
      if (!parsed.success) {
        return {
          status: 'error',
          message: 'Check the marked fields.',
          fieldErrors: fieldErrorsOf(parsed.error),
          values,
        }
      }
      const result = await definition.run(actor, parsed.data)
      if (!result.ok) {
        await definition.failed?.(result.error, parsed.data)
        return { status: 'error', message: definition.errors[result.error].message, values }
      }
      const done = await definition.done(result.value, parsed.data)
      return { status: 'ok', ...(typeof done === 'string' ? { message: done } : done) }
    } catch (error) {
      unstable_rethrow(error)
      return { ...unexpected(error), values }
    }
  }
}
