import type { Currency } from '../currencies.ts'
import type { MessageKey } from '../i18n/messages.ts'
import type { Words } from '../i18n/words.ts'
import { formatMoney, type Money } from '../money.ts'
import type { Party } from '../orders/model.ts'

/** A paid order as its receipt shows it. Amounts in minor units of `currency`. */
export type Receipt = {
  orderId: string
  number: number
  title: string
  currency: Currency
  employer: Party
  contractor: Party
  card: { brand: string; last4: string }
  capturedAt: Date
  captured: bigint
  commission: bigint
  /** Refunds that have taken place, oldest first. */
  refunds: { amount: bigint; at: Date }[]
  /** What refunds took back from the contractor, less the commission they returned. */
  takenBack: bigint
}

/** Whose paper it is: what was paid, or what was earned. */
export type ReceiptSide = 'EMPLOYER' | 'CONTRACTOR'

export type ReceiptLine = { label: MessageKey; value: Money; isTotal?: boolean }

const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)

function employerLines({ currency, captured, refunds }: Receipt): ReceiptLine[] {
  const refunded = sum(refunds.map(({ amount }) => amount))
  const line = (label: MessageKey, amount: bigint) => ({ label, value: { amount, currency } })
  if (refunded === 0n) return [{ ...line('papers.paid', captured), isTotal: true }]
  return [
    line('papers.paid', captured),
    line('papers.refundedToCard', -refunded),
    { ...line('papers.paidAfterRefunds', captured - refunded), isTotal: true },
  ]
}

function contractorLines({ currency, captured, commission, takenBack }: Receipt): ReceiptLine[] {
  const line = (label: MessageKey, amount: bigint) => ({ label, value: { amount, currency } })
  return [
    line('papers.paidByEmployer', captured),
    line('papers.commissionOfHoldfast', -commission),
    ...(takenBack > 0n ? [line('papers.takenBackByRefunds', -takenBack)] : []),
    { ...line('papers.yours', captured - commission - takenBack), isTotal: true },
  ]
}

/** The sums of a receipt, in the order in which they add up to its last line. */
export function receiptLines(receipt: Receipt, side: ReceiptSide): ReceiptLine[] {
  return side === 'EMPLOYER' ? employerLines(receipt) : contractorLines(receipt)
}

/** What both sides read below the sums: what was kept of the price. */
export function commissionNote(t: Words, { commission, currency }: Receipt): string {
  if (commission === 0n) return t('papers.noCommission')
  return t('papers.commissionTaken', { amount: formatMoney({ amount: commission, currency }, t.locale) })
}

/** What a receipt is called, and its file: `Receipt 17`, `receipt-17.pdf`. */
export function receiptName(
  t: Words,
  { number }: Pick<Receipt, 'number'>,
  side: ReceiptSide,
): { title: string; file: string } {
  return side === 'EMPLOYER'
    ? { title: t('papers.receiptNumber', { number }), file: `${t('papers.receiptFile')}-${number}.pdf` }
    : { title: t('papers.statementNumber', { number }), file: `${t('papers.statementFile')}-${number}.pdf` }
}
