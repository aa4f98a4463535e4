import type { MessageKey } from '#lib/i18n/messages.ts'
import type { Words } from '#lib/i18n/words.ts'

/** One number of a bank account; `routing` and `account` are what Stripe calls them everywhere. */
export type BankFieldSpec = {
  part: 'routing' | 'account'
  label: MessageKey
  hint: MessageKey
  pattern: string
}

export type BankFormKind = 'routing_and_account' | 'sort_code_and_account' | 'bsb_and_account' | 'iban'

const FORMS: Record<BankFormKind, BankFieldSpec[]> = {
  routing_and_account: [
    { part: 'routing', label: 'uploads.routing', hint: 'uploads.routingHint', pattern: '^\\d{8,9}$' },
    { part: 'account', label: 'uploads.account', hint: 'uploads.digitsOnly', pattern: '^\\d{4,17}$' },
  ],
  sort_code_and_account: [
    { part: 'routing', label: 'uploads.sortCode', hint: 'uploads.sortCodeHint', pattern: '^\\d{6}$' },
    { part: 'account', label: 'uploads.account', hint: 'uploads.eightDigits', pattern: '^\\d{8}$' },
  ],
  bsb_and_account: [
    { part: 'routing', label: 'uploads.bsb', hint: 'uploads.bsbHint', pattern: '^\\d{6}$' },
    { part: 'account', label: 'uploads.account', hint: 'uploads.digitsOnly', pattern: '^\\d{5,9}$' },
  ],
  iban: [
    {
      part: 'account',
      label: 'uploads.iban',
      hint: 'uploads.ibanHint',
      pattern: '^[A-Z]{2}\\d{2}[A-Z0-9]{11,30}$',
    },
  ],
}

export function bankFieldsOf(kind: BankFormKind): BankFieldSpec[] {
  return FORMS[kind]
}

function plain(text: string | undefined): string {
  return (text ?? '').replace(/[\s-]/g, '').toUpperCase()
}

/** What to say of each part before anything is sent; empty when all could be right. */
export function bankProblems(
  t: Words,
  fields: BankFieldSpec[],
  typed: Record<string, string>,
): Record<string, string> {
  const problems: Record<string, string> = {}
  if (!typed.holder?.trim()) problems.holder = t('uploads.holderMissing')
  for (const { part, label, pattern, hint } of fields) {
    if (!new RegExp(pattern).test(plain(typed[part])))
      problems[part] = t('uploads.checkPart', { label: t(label), hint: t(hint) })
  }
  return problems
}

/** The parts as Stripe.js wants them. */
export function bankNumbers(fields: BankFieldSpec[], typed: Record<string, string>) {
  const routing = fields.some(({ part }) => part === 'routing') ? plain(typed.routing) : undefined
  return { account_number: plain(typed.account), ...(routing ? { routing_number: routing } : {}) }
}

/** Our words for Stripe.js's refusal, at the part that it is about where it says so. */
export function bankRefusal(t: Words, code: string, fields: BankFieldSpec[]): Record<string, string> {
  const labelOf = (part: string) => fields.find(field => field.part === part)?.label
  const [routing, account] = [labelOf('routing'), labelOf('account')]
  if (code === 'routing_number_invalid' && routing) {
    return { routing: t('uploads.partUnknown', { label: t(routing) }) }
  }
  if (code === 'account_number_invalid' && account) {
    return { account: t('uploads.partRefused', { label: t(account) }) }
  }
  return { form: t('uploads.bankProblem') }
}
