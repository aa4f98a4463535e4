import { ChevronDown, LogOut, Menu, ShieldCheck, UserRound } from 'lucide-react'
import Link from 'next/link'
import { LiveBell } from '#components/live/live-bell.tsx'
import { PaletteKeys } from '#components/palette/palette-keys.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { ADMIN_ROLE_WORDS, ROLE_WORDS, type Viewer } from '#lib/users/model.ts'
import { useWords } from '#words'
import { LanguageSwitch } from './language-switch.tsx'
import { Wordmark } from './mark.tsx'
import { NavLinks } from './nav-links.tsx'
import { type NavItem, navigationOf } from './navigation.ts'
import { PopoverMenu } from './popover-menu.tsx'
import { ThemeToggle } from './theme-toggle.tsx'

type Props = {
  viewer: Viewer
  /** When the page was drawn. */
  drawnAt: Date
  signOut: () => Promise<void>
  setLanguage: (form: FormData) => Promise<void>
}

/** The bar over every signed-in page: where one can go, and who one is. */
export function AppHeader({ viewer, drawnAt, signOut, setLanguage }: Props) {
  const t = useWords()
  const said = (item: NavItem) => ({ ...item, label: t(item.label) })
  const items = navigationOf(viewer).items.map(said)
  const more = navigationOf(viewer).more.map(said)
  return (
    <header className="print:hidden sticky top-0 z-20 border-b bg-background/95 backdrop-blur-sm">
      <div className="mx-auto flex h-14 max-w-6xl items-center gap-3 px-4 sm:px-6">
        <Link
          href="/dashboard"
          prefetch={false}
          className="inline-flex rounded-md py-1 pr-2"
          aria-label={t('shell.holdfastToTheStart')}
        >
          <Wordmark />
        </Link>
        <nav aria-label={t('shell.main')} className="hidden items-center md:flex">
          <NavLinks items={items} />
          {more.length > 0 ? (
            <PopoverMenu
              label={t('shell.morePages')}
              trigger={
                <>
                  {t('shell.more')} <ChevronDown aria-hidden className="size-4" />
                </>
              }
            >
              <NavLinks items={more} stacked />
            </PopoverMenu>
          ) : null}
        </nav>
        <div className="ml-auto flex items-center gap-1">
          <PaletteKeys />
          <LiveBell unread={viewer.unread} drawnAt={drawnAt.getTime()} />
          <PopoverMenu
            label={t('shell.accountDisplayname', { displayName: viewer.displayName })}
            trigger={
              <>
                <Avatar name={viewer.displayName} url={viewer.pictureUrl} />
                <span className="hidden max-w-40 truncate font-medium sm:inline">{viewer.displayName}</span>
              </>
            }
          >
            <Account {...{ viewer, signOut, setLanguage }} />
          </PopoverMenu>
          <PopoverMenu
            label={t('shell.menu')}
            className="md:hidden"
            trigger={<Menu aria-hidden className="size-5" />}
          >
            <nav aria-label={t('shell.main')}>
              <NavLinks items={[...items, ...more]} stacked />
            </nav>
          </PopoverMenu>
        </div>
      </div>
    </header>
  )
}

const ENTRY = 'flex h-9 w-full items-center gap-2.5 rounded-md px-3 text-sm transition-colors hover:bg-muted'

function Account({ viewer, signOut, setLanguage }: Omit<Props, 'drawnAt'>) {
  const t = useWords()
  return (
    <>
      <div className="px-3 py-2 text-sm">
        <p className="truncate font-medium">{viewer.displayName}</p>
        <p className="truncate text-muted-foreground">{viewer.email}</p>
        <p className="text-muted-foreground">
          {t.say(ROLE_WORDS[viewer.role])}
          {viewer.adminRole ? `, ${t(ADMIN_ROLE_WORDS[viewer.adminRole].label)}` : null}
        </p>
      </div>
      <nav aria-label={t('ownAccount.yourAccount')} className="border-t py-1">
        <Link href="/account" prefetch={false} className={ENTRY}>
          <UserRound aria-hidden className="size-4" />
          {t('ownAccount.profile')}
        </Link>
        <Link href="/account/security" prefetch={false} className={ENTRY}>
          <ShieldCheck aria-hidden className="size-4" />
          {t('ownAccount.security')}
        </Link>
      </nav>
      <div className="needs-script flex items-center justify-between gap-3 border-t px-3 py-2.5 text-sm">
        {t('shell.theme')}
        <ThemeToggle />
      </div>
      <div className="border-t px-1 py-1.5">
        <LanguageSwitch setLanguage={setLanguage} />
      </div>
      <form action={signOut} className="border-t pt-1">
        <button type="submit" className={ENTRY}>
          <LogOut aria-hidden className="size-4" />
          {t('shell.signOut')}
        </button>
      </form>
    </>
  )
}
