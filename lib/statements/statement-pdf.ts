import { formatMoney } from '../money.ts'
import { day, INK, MARGIN, printed, QUIET, row, rule } from '../receipts/paper.ts'
import { monthWords, rangeOf, type Statement, type StatementLine, summaryOf } from './model.ts'

/** Whose statement of which month. `until`: the moment it was made, where the month is not over. */
export type StatementPaper = { month: string; name: string; statements: Statement[]; until: Date | null }

/** The columns of the movements, as parts of the width. */
const COLUMNS = [
  { share: 0.12, align: 'left' },
  { share: 0.48, align: 'left' },
  { share: 0.2, align: 'right' },
  { share: 0.2, align: 'right' },
] as const
const GAP = 8
const SMALL = 9

const shortDay = (at: Date) =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(at)

/** One line of the table; it begins a new page rather than be torn. */
function columns(document: PDFKit.PDFDocument, cells: string[], isHead = false): void {
  const width = document.page.width - 2 * MARGIN
  document
    .font(isHead ? 'bold' : 'regular')
    .fontSize(SMALL)
    .fillColor(isHead ? QUIET : INK)
  const widthOf = (at: number) => width * (COLUMNS[at]?.share ?? 0) - GAP
  const height = Math.max(
    ...cells.map((text, at) => document.heightOfString(text || ' ', { width: widthOf(at) })),
  )
  if (document.y + height > document.page.height - MARGIN) document.addPage()
  const top = document.y
  let left = MARGIN
  for (const [at, text] of cells.entries()) {
    const align = COLUMNS[at]?.align ?? 'left'
    if (text) document.text(text, left, top, { width: widthOf(at), align })
    left += widthOf(at) + GAP
  }
  document.x = MARGIN
  document.y = top + height + 4
}

function movement(document: PDFKit.PDFDocument, line: StatementLine, currency: Statement['currency']): void {
  const format = (amount: bigint) => formatMoney({ amount, currency })
  const order = line.order ? ` · #${line.order.number} ${line.order.title}` : ''
  columns(document, [shortDay(line.at), `${line.words}${order}`, format(line.amount), format(line.balance)])
}

function section(document: PDFKit.PDFDocument, statement: Statement, isOver: boolean): void {
  const { currency, lines } = statement
  if (document.y > document.page.height / 2) document.addPage()
  document.font('bold').fontSize(14).fillColor(INK).text(currency.toUpperCase()).moveDown(0.6)
  for (const { label, amount, isTotal } of summaryOf(statement, isOver)) {
    if (isTotal) rule(document)
    row(document, label, formatMoney({ amount, currency }), isTotal)
  }
  document.moveDown(1)
  if (lines.length > 0) columns(document, ['Day', 'What', 'Amount', 'Balance'], true)
  for (const line of lines) movement(document, line, currency)
  document.moveDown(1.5)
}

function write(document: PDFKit.PDFDocument, { month, name, statements, until }: StatementPaper): void {
  document
    .font('bold')
    .fontSize(22)
    .fillColor(INK)
    .text(`Statement of ${monthWords(month)}`)
  document.font('regular').fontSize(11).fillColor(QUIET).text(`Holdfast · ${name}`)
  if (until) document.text(`The month is not over: as of ${day(until)}.`)
  document.moveDown(1.5)
  for (const statement of statements) section(document, statement, until === null)
  document.font('regular').fontSize(SMALL).fillColor(QUIET)
  document.text(
    'Days are in UTC. Each movement is booked on the day on which Holdfast heard of it from Stripe.',
  )
}

/** A month's statements as a PDF, all currencies one after the other, with every movement. */
export function statementPdf(paper: StatementPaper): Promise<Buffer> {
  const title = `Statement of ${monthWords(paper.month)}`
  const createdAt = paper.until ?? rangeOf(paper.month).to
  return printed({ title, createdAt }, document => write(document, paper))
}
