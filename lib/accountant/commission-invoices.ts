import { Prisma } from '../db.ts'
import type { Words } from '../i18n/words.ts'
import { formatMoney, moneyOf } from '../money.ts'
import { day, fact, INK, printed, QUIET, row, rule } from '../receipts/paper.ts'
import type { PackFile, Period, PostingRow } from './model.ts'
import { readPostings } from './read-postings.ts'
import { LISTED } from './tables.ts'

type Invoice = { party: string; contractor: string; currency: string; lines: PostingRow[] }

const signed = ({ credit, amount }: PostingRow) => (credit === 'commission' ? amount : -amount)
const partyOf = ({ debitParty, creditParty }: PostingRow) => debitParty || creditParty

/** The postings of commission, gathered by contractor and currency: a month of one marketplace, which fits into memory. */
async function gather(period: Period): Promise<Invoice[]> {
  const invoices = new Map<string, Invoice>()
  const where = LISTED.find(({ table }) => table === 'commission')?.where ?? Prisma.sql`false`
  for await (const posting of readPostings(period, where)) {
    const { contractor, currency } = posting
    const party = partyOf(posting)
    const key = `${party}/${currency}`
    const invoice = invoices.get(key) ?? { party, contractor, currency, lines: [] }
    invoices.set(key, invoice)
    invoice.lines.push(posting)
  }
  return [...invoices.values()]
}

function lineWords(t: Words, { code, orderNumber, orderTitle }: PostingRow): string {
  const order = t('accountant.invoiceOrder', { number: orderNumber, title: orderTitle })
  return code === 'commission' ? order : `${order} — ${t('accountant.invoiceReturned')}`
}

function write(t: Words, document: PDFKit.PDFDocument, period: Period, invoice: Invoice): void {
  const money = (amount: bigint) => formatMoney(moneyOf(amount, invoice.currency), t.locale)
  const total = invoice.lines.reduce((sum, line) => sum + signed(line), 0n)
  document.font('bold').fontSize(22).fillColor(INK)
  document.text(total < 0n ? t('accountant.creditNote') : t('accountant.invoice'))
  document.font('regular').fontSize(11).fillColor(QUIET).text('Holdfast').moveDown(1.5)
  fact(document, t('accountant.invoiceNumber'), numberOf(period, invoice))
  fact(
    document,
    t('accountant.invoicePeriod'),
    `${day(t.locale, period.from)} – ${day(t.locale, new Date(period.until.getTime() - 1))}`,
  )
  fact(document, t('accountant.invoiceFor'), invoice.contractor)
  document.moveDown(0.8)
  rule(document)
  for (const line of invoice.lines) row(document, lineWords(t, line), money(signed(line)))
  rule(document)
  row(document, t('accountant.invoiceTotal'), money(total), true)
  document.moveDown(1).font('regular').fontSize(9).fillColor(QUIET).text(t('accountant.invoiceKept'))
}

/** The same for the same contractor, month and currency, whenever the pack is made. */
const numberOf = ({ month }: Period, { party, currency }: Invoice) =>
  `${month}-${currency.toUpperCase()}-${party}`

/** What each contractor bore of commission in the period: a PDF for each contractor and currency, made one after the other. */
export async function* commissionInvoices(t: Words, period: Period): AsyncGenerator<PackFile> {
  for (const invoice of await gather(period)) {
    const title = `${t('accountant.invoice')} ${numberOf(period, invoice)}`
    const pdf = await printed({ title, locale: t.locale, createdAt: period.until }, document =>
      write(t, document, period, invoice),
    )
    yield { name: `commission-invoices/${numberOf(period, invoice)}.pdf`, content: oneOf(pdf) }
  }
}

async function* oneOf(content: Buffer) {
  yield content
}
