/** One number of a bank account; `routing` and `account` are what Stripe calls them everywhere. */
export type BankFieldSpec = { part: 'routing' | 'account'; label: string; hint: string; pattern: string }

export type BankFormKind = 'routing_and_account' | 'sort_code_and_account' | 'bsb_and_account' | 'iban'

const FORMS: Record<BankFormKind, BankFieldSpec[]> = {
  routing_and_account: [
    { part: 'routing', label: 'Routing number', hint: 'As on a cheque, digits only.', pattern: '^\\d{8,9}$' },
    { part: 'account', label: 'Account number', hint: 'Digits only.', pattern: '^\\d{4,17}$' },
  ],
  sort_code_and_account: [
    { part: 'routing', label: 'Sort code', hint: 'Six digits, such as 10-88-00.', pattern: '^\\d{6}$' },
    { part: 'account', label: 'Account number', hint: 'Eight digits.', pattern: '^\\d{8}$' },
  ],
  bsb_and_account: [
    { part: 'routing', label: 'BSB', hint: 'Six digits, such as 110-000.', pattern: '^\\d{6}$' },
    { part: 'account', label: 'Account number', hint: 'Digits only.', pattern: '^\\d{5,9}$' },
  ],
  iban: [
    {
      part: 'account',
      label: 'IBAN',
      hint: 'It begins with two letters, such as DE89 3704 0044 0532 0130 00.',
      pattern: '^[A-Z]{2}\\d{2}[A-Z0-9]{11,30}$',
    },
  ],
}

export function bankFieldsOf(kind: BankFormKind): BankFieldSpec[] {
  return FORMS[kind]
}

export const bankProblem = 'Stripe did not accept this bank account. Check the numbers and try again.'

function plain(text: string | undefined): string {
  return (text ?? '').replace(/[\s-]/g, '').toUpperCase()
}

/** What to say of each part before anything is sent; empty when all could be right. */
export function bankProblems(fields: BankFieldSpec[], typed: Record<string, string>): Record<string, string> {
  const problems: Record<string, string> = {}
  if (!typed.holder?.trim()) problems.holder = 'Enter the name that the account is held in.'
  for (const { part, label, pattern, hint } of fields) {
    if (!new RegExp(pattern).test(plain(typed[part]))) problems[part] = `Check the ${label}: ${hint}`
  }
  return problems
}

/** The parts as Stripe.js wants them. */
export function bankNumbers(fields: BankFieldSpec[], typed: Record<string, string>) {
  const routing = fields.some(({ part }) => part === 'routing') ? plain(typed.routing) : undefined
  return { account_number: plain(typed.account), ...(routing ? { routing_number: routing } : {}) }
}

/** Our words for Stripe.js's refusal, at the part that it is about where it says so. */
export function bankRefusal(code: string, fields: BankFieldSpec[]): Record<string, string> {
  const labelOf = (part: string) => fields.find(field => field.part === part)?.label
  if (code === 'routing_number_invalid' && labelOf('routing')) {
    return { routing: `Stripe does not know this ${labelOf('routing')}. Check it digit by digit.` }
  }
  if (code === 'account_number_invalid') {
    return { account: `Stripe does not accept this ${labelOf('account')}. Check it digit by digit.` }
  }
  return { form: bankProblem }
}
