'use client'

import { type FormEvent, useRef, useState, useTransition } from 'react'
import { StripeBlocked } from '#components/stripe/stripe-blocked.tsx'
import { useStripeJs } from '#components/stripe/use-stripe-js.ts'
import { Alert } from '#components/ui/alert.tsx'
import { Button } from '#components/ui/button.tsx'
import { useHeard } from '#components/ui/heard.ts'
import type { FormAction } from '#lib/action-state.ts'
import type { Words } from '#lib/i18n/words.ts'
import type { BrowserStripeConfig, Stripe } from '#lib/stripe/browser.ts'
import { useWords } from '#words'
import { BankField } from './bank-field.tsx'
import { type BankFieldSpec, bankNumbers, bankProblems, bankRefusal } from './bank-words.ts'

type Props = {
  action: FormAction
  requestKey: string
  stripe: BrowserStripeConfig
  country: string
  holderType: 'individual' | 'company'
  currency: string
  /** Which numbers a bank account has there. */
  fields: BankFieldSpec[]
}

type Problems = Record<string, string>

type Made = { token: string } | Problems

async function tokenOf(t: Words, stripe: Stripe, props: Props, typed: Problems): Promise<Made> {
  const { country, currency, fields } = props
  const { token, error } = await stripe.createToken('bank_account', {
    country,
    currency,
    account_holder_name: typed.holder?.trim() ?? '',
    account_holder_type: props.holderType,
    ...bankNumbers(fields, typed),
  })
  return token ? { token: token.id } : bankRefusal(t, error?.code ?? '', fields)
}

/**
 * The bank account goes from these fields to Stripe.js and comes back as a token; only that is posted to us. The inputs
 * have no names, so that no way of sending this form could carry the numbers.
 */
export function BankForm(props: Props) {
  const t = useWords()
  const action = useHeard(props.action)
  const [stripeJs, retry] = useStripeJs(props.stripe)
  const [problems, setProblems] = useState<Problems>({})
  const [message, setMessage] = useState<string | null>(null)
  const [busy, startTransition] = useTransition()
  const form = useRef<HTMLFormElement>(null)

  function typed(): Problems {
    const inputs = [...(form.current?.querySelectorAll<HTMLInputElement>('input[data-part]') ?? [])]
    return Object.fromEntries(inputs.map(input => [input.dataset.part ?? '', input.value]))
  }

  function show(found: Problems, said: string | null) {
    setProblems(found)
    setMessage(said)
    const first = Object.keys(found)[0]
    if (first) form.current?.querySelector<HTMLInputElement>(`input[data-part="${first}"]`)?.focus()
  }

  async function save(stripe: Stripe) {
    const made = await tokenOf(t, stripe, props, typed())
    if (!('token' in made)) return show(made, made.form ?? null)
    const body = new FormData()
    body.set('requestKey', props.requestKey)
    body.set('bankToken', made.token ?? '')
    const state = await action({ status: 'idle' }, body)
    if (state.status === 'error') show({}, state.message ?? t('uploads.bankProblem'))
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (busy || stripeJs.state !== 'ready') return
    const found = bankProblems(t, props.fields, typed())
    show(found, null)
    if (Object.keys(found).length === 0) startTransition(() => save(stripeJs.stripe))
  }

  if (stripeJs.state === 'blocked') return <StripeBlocked retry={retry} />
  return (
    <form ref={form} onSubmit={submit} noValidate aria-busy={busy} className="needs-script grid gap-5">
      {message ? (
        <Alert tone="destructive" role="alert">
          {message}
        </Alert>
      ) : null}
      <BankField part="holder" label="uploads.accountHolder" autoComplete="name" problem={problems.holder} />
      {props.fields.map(field => (
        <BankField key={field.part} {...field} autoComplete="off" problem={problems[field.part]} />
      ))}
      <Button
        type="submit"
        className="justify-self-start"
        aria-disabled={busy || stripeJs.state !== 'ready' || undefined}
      >
        {busy ? t('uploads.sendingToStripe') : t('uploads.saveBank')}
      </Button>
    </form>
  )
}
