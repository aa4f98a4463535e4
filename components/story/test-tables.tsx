import type { ReactNode } from 'react'
import { Card } from '#components/ui/card.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '#components/ui/table.tsx'
import { useWords } from '#words'
import { Section } from './section.tsx'
import { CARDS, EXPIRED_MARK } from './story-words.ts'

type Row = { key: string; shown: ReactNode; outcome: string }

function Rows({ caption, first, rows }: { caption: string; first: string; rows: Row[] }) {
  const t = useWords()
  return (
    <Card>
      <Table caption={caption}>
        <TableHead>
          <TableRow>
            <TableHeader>{first}</TableHeader>
            <TableHeader>{t('story.outcome')}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ key, shown, outcome }) => (
            <TableRow key={key}>
              <TableHeader scope="row" className="whitespace-normal font-medium tabular-nums">
                {shown}
              </TableHeader>
              <TableCell className="min-w-40">{outcome}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  )
}

/** The numbers that can be typed, and what each does. */
export function TestCards() {
  const t = useWords()
  const rows = CARDS.map(({ shown, outcome }) => ({ key: shown, shown, outcome: t(outcome) }))
  return (
    <Section id="cards" title={t('story.cards')} about={t('story.cardsAbout')}>
      <Rows caption={t('story.cardsCaption')} first={t('story.number')} rows={rows} />
    </Section>
  )
}

/** The pictures that can be sent, and what becomes of each. */
export function TestDocuments() {
  const t = useWords()
  const mark = <code className="font-mono">{EXPIRED_MARK}</code>
  const rows = [
    { key: 'good', shown: t('story.docGood'), outcome: t('story.docGoodThen') },
    { key: 'blank', shown: t('story.docBlank'), outcome: t('story.docBlankThen') },
    { key: 'dark', shown: t('story.docDark'), outcome: t('story.docDarkThen') },
    { key: 'expired', shown: t.rich('story.docExpired', { mark }), outcome: t('story.docExpiredThen') },
  ]
  return (
    <Section id="documents" title={t('story.documents')} about={t('story.documentsAbout')}>
      <Rows caption={t('story.documentsCaption')} first={t('story.sent')} rows={rows} />
    </Section>
  )
}
