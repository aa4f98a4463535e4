import { TabLinks } from '#components/ui/tab-links.tsx'
import { useWords } from '#words'

/** The pages of one's own account. */
export function AccountTabs({ current }: { current: string }) {
  const t = useWords()
  const tabs = [
    { href: '/account', label: t('ownAccount.profile') },
    { href: '/account/security', label: t('ownAccount.security') },
    { href: '/account/leave', label: t('leaving.tab') },
  ]
  return (
    <div className="mb-6 max-w-3xl">
      <TabLinks label={t('ownAccount.yourAccount')} tabs={tabs} current={current} />
    </div>
  )
}
