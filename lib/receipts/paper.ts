import { readFileSync } from 'node:fs'
import path from 'node:path'
import PDFDocument from 'pdfkit'
import type { Locale } from '../i18n/model.ts'

const FONTS = path.join(process.cwd(), 'node_modules', 'geist', 'dist', 'fonts', 'geist-sans')
/** The white around what is printed, in points. */
export const MARGIN = 56
export const INK = '#111827'
export const QUIET = '#5b6472'

let fonts: { regular: Buffer; bold: Buffer } | undefined

/** Read once: the same two files as on the pages, so that every name that a page shows can be printed. */
function fontFiles(): { regular: Buffer; bold: Buffer } {
  fonts ??= {
    regular: readFileSync(path.join(FONTS, 'Geist-Regular.ttf')),
    bold: readFileSync(path.join(FONTS, 'Geist-SemiBold.ttf')),
  }
  return fonts
}

/** A day as it is printed, in UTC: "28 November 2026". */
export function day(locale: Locale, at: Date): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(at)
}

/** One line across the page: words on the left, a sum on the right. */
export function row(document: PDFKit.PDFDocument, label: string, sum: string, isTotal = false): void {
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

/** A thin line across the page. */
export function rule(document: PDFKit.PDFDocument): void {
  document
    .moveTo(MARGIN, document.y)
    .lineTo(document.page.width - MARGIN, document.y)
    .lineWidth(0.5)
    .strokeColor('#c8ced6')
    .stroke()
  document.y += 12
}

/** A term in small print and its value below. */
export function fact(document: PDFKit.PDFDocument, term: string, value: string): void {
  document.font('regular').fontSize(9).fillColor(QUIET).text(term)
  document.fontSize(11).fillColor(INK).text(value)
  document.moveDown(0.6)
}

/** What is written as a PDF of A4 pages, tagged, with its fonts inside. */
export function printed(
  { title, locale, createdAt }: { title: string; locale: Locale; createdAt: Date },
  write: (document: PDFKit.PDFDocument) => void,
): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: locale,
    tagged: true,
    displayTitle: true,
    info: { Title: title, Author: 'Holdfast', CreationDate: createdAt },
  })
  const { regular, bold } = fontFiles()
  document.registerFont('regular', regular).registerFont('bold', bold)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    document.on('data', chunk => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
    write(document)
    document.end()
  })
}
