import { Mail } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { MailCard } from '#components/notifications/mail-card.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { listLocalMails } from '#lib/mail/queries.ts'

export const metadata: Metadata = { title: 'Local mailbox' }

/** Everybody's mail, while Stripe is the local one and no mail server is set; otherwise there is no such page. */
export default async function LocalMailboxPage() {
  const mails = await listLocalMails()
  if (!mails) notFound()
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-8 sm:px-6 sm:py-10">
      <PageHeader
        title="Local mailbox"
        description="The mails that would have been sent, to whomever, newest first. With a mail server set (SMTP_URL), they go there instead."
      />
      {mails.length === 0 ? (
        <Card>
          <EmptyState icon={Mail} title="No mail yet">
            Hold the money of an order, deliver it or approve it: each sends mail within a second.
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
