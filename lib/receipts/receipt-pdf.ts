import { cardName } from '../cards/model.ts'
import type { Words } from '../i18n/words.ts'
import { formatMoney } from '../money.ts'
import { commissionNote, type Receipt, type ReceiptSide, receiptLines, receiptName } from './model.ts'
import { day, fact, INK, printed, QUIET, row, rule } from './paper.ts'

function write(t: Words, document: PDFKit.PDFDocument, receipt: Receipt, side: ReceiptSide): void {
  const format = (amount: bigint) => formatMoney({ amount, currency: receipt.currency })
  document.font('bold').fontSize(22).fillColor(INK).text(receiptName(receipt, side).title)
  document.font('regular').fontSize(11).fillColor(QUIET).text('Holdfast').moveDown(1.5)
  fact(document, 'Date of payment', day(receipt.capturedAt))
  fact(document, 'Work', receipt.title)
  fact(document, 'From', receipt.contractor.displayName)
  fact(document, 'For', receipt.employer.displayName)
  fact(document, 'Paid with', cardName(t, receipt.card))
  document.moveDown(0.8)
  rule(document)
  for (const { label, value, isTotal } of receiptLines(receipt, side)) {
    if (isTotal) rule(document)
    row(document, label, formatMoney(value), isTotal)
  }
  document.moveDown(1)
  for (const { amount, at } of receipt.refunds) {
    document
      .font('regular')
      .fontSize(9)
      .fillColor(QUIET)
      .text(`Refund of ${format(amount)} on ${day(at)}`)
  }
  document.font('regular').fontSize(9).fillColor(QUIET).text(commissionNote(receipt, format))
  document.moveDown(0.5).text(`Order ${receipt.orderId}. All sums in ${receipt.currency.toUpperCase()}.`)
}

/** The receipt as a PDF of one A4 page, with its fonts inside. */
export function receiptPdf(t: Words, receipt: Receipt, side: ReceiptSide): Promise<Buffer> {
  const { title } = receiptName(receipt, side)
  return printed({ title, createdAt: receipt.capturedAt }, document => write(t, document, receipt, side))
}
