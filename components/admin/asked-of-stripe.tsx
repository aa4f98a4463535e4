import { useWords } from '#words'

/** The call that a choice leads to, for whoever looks it up at Stripe later. */
export function AskedOfStripe({ call, sent }: { call: string; sent: Record<string, string | undefined> }) {
  const t = useWords()
  const fields = Object.entries(sent).filter(([, value]) => value !== undefined)
  return (
    <p className="text-muted-foreground text-sm">
      {t('moves.askedOfStripe')}{' '}
      <code className="wrap-anywhere font-mono text-xs">
        {call} {fields.map(([name, value]) => `${name}=${value}`).join(' ')}
      </code>
    </p>
  )
}
