import { cardName } from '../cards/model.ts'
import type { Words } from '../i18n/words.ts'
import { formatMoney } from '../money.ts'
import { commissionNote, type Receipt, type ReceiptSide, receiptLines, receiptName } from './model.ts'
import { day, fact, INK, printed, QUIET, row, rule } from './paper.ts'

function write(t: Words, document: PDFKit.PDFDocument, receipt: Receipt, side: ReceiptSide): void {
  const format = (amount: bigint) => formatMoney({ amount, currency: receipt.currency }, t.locale)
  document
    .font('bold')
    .fontSize(22)
    .fillColor(INK)
    .text(receiptName(t, receipt, side).title)
  document.font('regular').fontSize(11).fillColor(QUIET).text('Holdfast').moveDown(1.5)
  fact(document, t('orders.dateOfPayment'), day(t.locale, receipt.capturedAt))
  fact(document, t('papers.work'), receipt.title)
  fact(document, t('orders.from'), receipt.contractor.displayName)
  fact(document, t('orders.for'), receipt.employer.displayName)
  fact(document, t('orders.paidWith'), cardName(t, receipt.card))
  document.moveDown(0.8)
  rule(document)
  for (const { label, value, isTotal } of receiptLines(receipt, side)) {
    if (isTotal) rule(document)
    row(document, t(label), formatMoney(value, t.locale), isTotal)
  }
  document.moveDown(1)
  for (const { amount, at } of receipt.refunds) {
    document
      .font('regular')
      .fontSize(9)
      .fillColor(QUIET)
      .text(t('papers.refundOn', { amount: format(amount), day: day(t.locale, at) }))
  }
  document.font('regular').fontSize(9).fillColor(QUIET).text(commissionNote(t, receipt))
  document
    .moveDown(0.5)
    .text(t('papers.foot', { id: receipt.orderId, currency: receipt.currency.toUpperCase() }))
}

/** The receipt as a PDF of one A4 page, with its fonts inside. */
export function receiptPdf(t: Words, receipt: Receipt, side: ReceiptSide): Promise<Buffer> {
  const { title } = receiptName(t, receipt, side)
  const sheet = { title, locale: t.locale, createdAt: receipt.capturedAt }
  return printed(sheet, document => write(t, document, receipt, side))
}
