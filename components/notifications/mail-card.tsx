import { Moment } from '#components/orders/moment.tsx'
import { Card } from '#components/ui/card.tsx'
import { useWords } from '#words'

type Mail = { recipient: string; subject: string; text: string; sentAt: Date }

/** A mail as its recipient would read it. */
export function MailCard({ mail }: { mail: Mail }) {
  const t = useWords()
  return (
    <Card className="grid gap-3 p-5 sm:p-6">
      <div className="grid gap-1">
        <h2 className="font-semibold text-base">{mail.subject}</h2>
        <p className="wrap-anywhere text-muted-foreground text-sm">
          {t.rich('site.toRecipientMoment', {
            recipient: mail.recipient,
            moment: <Moment at={mail.sentAt} />,
          })}
        </p>
      </div>
      <p className="wrap-anywhere whitespace-pre-wrap border-t pt-3 text-sm">{mail.text.trimEnd()}</p>
    </Card>
  )
}
