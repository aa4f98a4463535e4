import type { Currency } from '../currencies.ts'
import type { Money } from '../money.ts'
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

export type ReceiptLine = { label: string; value: Money; isTotal?: boolean }

const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)

function employerLines({ currency, captured, refunds }: Receipt): ReceiptLine[] {
  const refunded = sum(refunds.map(({ amount }) => amount))
  const line = (label: string, amount: bigint) => ({ label, value: { amount, currency } })
  if (refunded === 0n) return [{ ...line('Paid', captured), isTotal: true }]
  return [
    line('Paid', captured),
    line('Refunded to the card', -refunded),
    { ...line('Paid after refunds', captured - refunded), isTotal: true },
  ]
}

function contractorLines({ currency, captured, commission, takenBack }: Receipt): ReceiptLine[] {
  const line = (label: string, amount: bigint) => ({ label, value: { amount, currency } })
  return [
    line('Paid by the employer', captured),
    line('Commission of Holdfast', -commission),
    ...(takenBack > 0n ? [line('Taken back by refunds', -takenBack)] : []),
    { ...line('Yours', captured - commission - takenBack), isTotal: true },
  ]
}

/** The sums of a receipt, in the order in which they add up to its last line. */
export function receiptLines(receipt: Receipt, side: ReceiptSide): ReceiptLine[] {
  return side === 'EMPLOYER' ? employerLines(receipt) : contractorLines(receipt)
}

/** What both sides read below the sums: what was kept of the price. */
export function commissionNote({ commission }: Receipt, format: (amount: bigint) => string): string {
  return commission === 0n
    ? 'No commission was taken.'
    : `Of the price Holdfast took ${format(commission)} as commission, which the contractor bears.`
}

/** What a receipt is called, and its file: `Receipt 17`, `receipt-17.pdf`. */
export function receiptName(
  receipt: Pick<Receipt, 'number'>,
  side: ReceiptSide,
): { title: string; file: string } {
  const word = side === 'EMPLOYER' ? 'Receipt' : 'Statement'
  return { title: `${word} ${receipt.number}`, file: `${word.toLowerCase()}-${receipt.number}.pdf` }
}
