'use client'

import { useState } from 'react'
import { useWords } from '#words'
import { Modal } from './modal.tsx'

type Props = { storageKey: string; onClose: () => void }

/** Which keys there are; those without Ctrl can be turned off here. */
export function KeyHelp({ storageKey, onClose }: Props) {
  const t = useWords()
  const [isOn, setIsOn] = useState(() => localStorage.getItem(storageKey) === null)
  const keys = [
    { keys: ['Ctrl K', '⌘ K', '/'], what: t('palette.keySearch') },
    { keys: ['↑', '↓'], what: t('palette.keyMove') },
    { keys: ['Enter'], what: t('palette.keyOpen') },
    { keys: ['Esc'], what: t('palette.keyClose') },
    { keys: ['?'], what: t('palette.keyKeys') },
  ]
  const turn = (on: boolean) => {
    setIsOn(on)
    if (on) localStorage.removeItem(storageKey)
    else localStorage.setItem(storageKey, '')
  }
  return (
    <Modal label={t('palette.keys')} onClose={onClose}>
      <div className="grid gap-4 p-6">
        <h2 className="font-semibold text-lg">{t('palette.keys')}</h2>
        <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-6 gap-y-2.5 text-sm">
          {keys.map(({ keys: names, what }) => (
            <div key={what} className="contents">
              <dt className="flex gap-1.5">
                {names.map(name => (
                  <kbd key={name} className="rounded-sm border bg-muted px-1.5 font-mono text-xs">
                    {name}
                  </kbd>
                ))}
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <label className="flex items-start gap-3 border-t pt-4 text-sm">
          <input
            type="checkbox"
            checked={isOn}
            onChange={event => turn(event.target.checked)}
            className="size-6 shrink-0 accent-primary"
          />
          {t('palette.single')}
        </label>
        <form method="dialog">
          <button
            type="submit"
            className="h-9 rounded-md border border-control/55 px-4 font-medium text-sm hover:bg-muted"
          >
            {t('palette.close')}
          </button>
        </form>
      </div>
    </Modal>
  )
}
