import { Mail } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { MailCard } from '#components/notifications/mail-card.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { listLocalMails } from '#lib/mail/queries.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('site.localMailbox') }
}

/** Everybody's mail, while Stripe is the local one and no mail server is set; otherwise there is no such page. */
export default async function LocalMailboxPage() {
  const t = await getWords()
  const mails = await listLocalMails()
  if (!mails) notFound()
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-8 sm:px-6 sm:py-10">
      <PageHeader title={t('site.localMailbox')} description={t('site.theMailsThatWouldHave')} />
      {mails.length === 0 ? (
        <Card>
          <EmptyState icon={Mail} title={t('site.noMailYet')}>
            {t('site.holdTheMoneyOfAn')}
          </EmptyState>
        </Card>
      ) : (
        <div className="grid gap-4">
          {mails.map(mail => (
            <MailCard key={mail.messageId} mail={mail} />
          ))}
        </div>
      )}
    </div>
  )
}
