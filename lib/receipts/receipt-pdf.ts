import { readFileSync } from 'node:fs'
import path from 'node:path'
import PDFDocument from 'pdfkit'
import { cardName } from '../cards/model.ts'
import { formatMoney } from '../money.ts'
import { commissionNote, type Receipt, type ReceiptSide, receiptLines, receiptName } from './model.ts'

const FONTS = path.join(process.cwd(), 'node_modules', 'geist', 'dist', 'fonts', 'geist-sans')
const MARGIN = 56
const INK = '#111827'
const QUIET = '#5b6472'

let fonts: { regular: Buffer; bold: Buffer } | undefined

/** Read once: the same two files as on the pages, so that every name that a page shows can be printed. */
function fontFiles(): { regular: Buffer; bold: Buffer } {
  fonts ??= {
    regular: readFileSync(path.join(FONTS, 'Geist-Regular.ttf')),
    bold: readFileSync(path.join(FONTS, 'Geist-SemiBold.ttf')),
  }
  return fonts
}

function day(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(at)
}

/** One line across the page: words on the left, a sum on the right. */
function row(document: PDFKit.PDFDocument, label: string, sum: string, isTotal = false): void {
  const width = document.page.width - 2 * MARGIN
  const top = document.y
  document
    .font(isTotal ? 'bold' : 'regular')
    .fontSize(11)
    .fillColor(INK)
  document.text(label, MARGIN, top, { width: width * 0.68 })
  const bottom = document.y
  document.text(sum, MARGIN + width * 0.7, top, { width: width * 0.3, align: 'right' })
  document.y = Math.max(bottom, document.y) + 6
  document.x = MARGIN
}

function rule(document: PDFKit.PDFDocument): void {
  document
    .moveTo(MARGIN, document.y)
    .lineTo(document.page.width - MARGIN, document.y)
    .lineWidth(0.5)
    .strokeColor('#c8ced6')
    .stroke()
  document.y += 12
}

function fact(document: PDFKit.PDFDocument, term: string, value: string): void {
  document.font('regular').fontSize(9).fillColor(QUIET).text(term)
  document.fontSize(11).fillColor(INK).text(value)
  document.moveDown(0.6)
}

function write(document: PDFKit.PDFDocument, receipt: Receipt, side: ReceiptSide): void {
  const format = (amount: bigint) => formatMoney({ amount, currency: receipt.currency })
  document.font('bold').fontSize(22).fillColor(INK).text(receiptName(receipt, side).title)
  document.font('regular').fontSize(11).fillColor(QUIET).text('Holdfast').moveDown(1.5)
  fact(document, 'Date of payment', day(receipt.capturedAt))
  fact(document, 'Work', receipt.title)
  fact(document, 'From', receipt.contractor.displayName)
  fact(document, 'For', receipt.employer.displayName)
  fact(document, 'Paid with', cardName(receipt.card))
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
export function receiptPdf(receipt: Receipt, side: ReceiptSide): Promise<Buffer> {
  const { title } = receiptName(receipt, side)
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: 'en',
    tagged: true,
    displayTitle: true,
    info: { Title: title, Author: 'Holdfast', CreationDate: receipt.capturedAt },
  })
  const { regular, bold } = fontFiles()
  document.registerFont('regular', regular).registerFont('bold', bold)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    document.on('data', chunk => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
    write(document, receipt, side)
    document.end()
  })
}
