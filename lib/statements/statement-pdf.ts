import type { Locale } from '../i18n/model.ts'
import type { Words } from '../i18n/words.ts'
import { formatMoney } from '../money.ts'
import { day, INK, MARGIN, printed, QUIET, row, rule } from '../receipts/paper.ts'
import { lineWords, monthWords, rangeOf, type Statement, type StatementLine, summaryOf } from './model.ts'

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

const shortDay = (locale: Locale, at: Date) =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(at)

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

function movement(
  t: Words,
  document: PDFKit.PDFDocument,
  line: StatementLine,
  currency: Statement['currency'],
): void {
  const format = (amount: bigint) => formatMoney({ amount, currency }, t.locale)
  const order = line.order ? ` · #${line.order.number} ${line.order.title}` : ''
  columns(document, [
    shortDay(t.locale, line.at),
    `${lineWords(t, line)}${order}`,
    format(line.amount),
    format(line.balance),
  ])
}

function section(t: Words, document: PDFKit.PDFDocument, statement: Statement, isOver: boolean): void {
  const { currency, lines } = statement
  if (document.y > document.page.height / 2) document.addPage()
  document.font('bold').fontSize(14).fillColor(INK).text(currency.toUpperCase()).moveDown(0.6)
  for (const { label, amount, isTotal } of summaryOf(statement, isOver)) {
    if (isTotal) rule(document)
    row(document, t(label), formatMoney({ amount, currency }, t.locale), isTotal)
  }
  document.moveDown(1)
  const heads = [t('papers.day'), t('papers.what'), t('papers.amount'), t('papers.balance')]
  if (lines.length > 0) columns(document, heads, true)
  for (const line of lines) movement(t, document, line, currency)
  document.moveDown(1.5)
}

const titleOf = (t: Words, { month }: StatementPaper) =>
  t('papers.statementOf', { month: monthWords(t.locale, month) })

function write(t: Words, document: PDFKit.PDFDocument, paper: StatementPaper): void {
  const { name, statements, until } = paper
  document.font('bold').fontSize(22).fillColor(INK).text(titleOf(t, paper))
  document.font('regular').fontSize(11).fillColor(QUIET).text(`Holdfast · ${name}`)
  if (until) document.text(t('papers.notOverAsOf', { day: day(t.locale, until) }))
  document.moveDown(1.5)
  for (const statement of statements) section(t, document, statement, until === null)
  document.font('regular').fontSize(SMALL).fillColor(QUIET)
  document.text(t('papers.daysInUtc'))
}

/** A month's statements as a PDF in the reader's language, all currencies one after the other, with every movement. */
export function statementPdf(t: Words, paper: StatementPaper): Promise<Buffer> {
  const createdAt = paper.until ?? rangeOf(paper.month).to
  const sheet = { title: titleOf(t, paper), locale: t.locale, createdAt }
  return printed(sheet, document => write(t, document, paper))
}
