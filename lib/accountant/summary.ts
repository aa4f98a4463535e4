import type { Words } from '../i18n/words.ts'
import { ruleWords } from '../ledger-checks/model.ts'
import type { Books } from './books.ts'
import { type AccountRow, type Breach, type Check, PACK_FILES, type Period } from './model.ts'
import { decimal } from './tables.ts'

type Made = {
  period: Period
  books: Books
  accounts: AccountRow[]
  checks: Check[]
  breaches: Breach[]
  at: Date
}

const isEven = ({ left, right }: Check) => left === right

function checkLine(t: Words, check: Check): string {
  const { currency, left, right, name, of } = check
  const what = of === 'account' ? t('accountant.check_account', { name }) : t(`accountant.check_${of}`)
  const sign = isEven(check) ? '=' : '≠'
  return `  ${isEven(check) ? ' ' : '!'} ${what}: ${decimal(left, currency)} ${sign} ${decimal(right, currency)}`
}

function breachLines(t: Words, { name, details, count }: Breach): string[] {
  const rule = ruleWords(name)
  return [
    `  ! ${rule ? t(rule) : name} (${t('accountant.cases', { count })})`,
    ...details.map(detail => `      ${detail}`),
  ]
}

/** Whether nothing in the pack contradicts anything else, and nothing in the ledger either. */
export const doesTie = ({ checks, breaches }: Pick<Made, 'checks' | 'breaches'>): boolean =>
  checks.every(isEven) && breaches.length === 0

/** What is in the pack, and that its sums tie, or loudly that they do not: as text in the reader's language. */
export function summaryText(t: Words, made: Made): string {
  const { period, books, accounts, checks, breaches, at } = made
  const currencies = Map.groupBy(checks, ({ currency }) => currency)
  const isTied = doesTie(made)
  const lines = [
    t('accountant.packOf', { month: period.month }),
    t(period.isOver ? 'accountant.whole' : 'accountant.soFarUntil', {
      from: period.from.toISOString(),
      until: period.until.toISOString(),
    }),
    t('accountant.madeAt', { at: at.toISOString() }),
    '',
    isTied ? t('accountant.ties') : `!!! ${t('accountant.doesNotTie')} !!!`,
    '',
    t('accountant.counted', { postings: books.postings, accounts: accounts.length }),
    ...[...currencies].flatMap(([currency, own]) => [
      '',
      currency.toUpperCase(),
      ...own.map(check => checkLine(t, check)),
      ...(own.some(({ of }) => of === 'account') ? [] : [`    ${t('accountant.everyAccount')}`]),
    ]),
    '',
    breaches.length === 0 ? t('accountant.invariantsHold') : t('accountant.invariantsBroken'),
    ...breaches.flatMap(breach => breachLines(t, breach)),
    '',
    t('accountant.files'),
    ...PACK_FILES.map(({ name, words }) => `  ${name.padEnd(22)}${t(words)}`),
    '',
    t('accountant.howToRead'),
  ]
  return `${lines.join('\r\n')}\r\n`
}
