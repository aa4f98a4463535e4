import { RefreshWhilePending } from '#components/orders/refresh-while-pending.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { SelectField } from '#components/ui/form-fields.tsx'
import { RadioGroupField } from '#components/ui/radio-group-field.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { Words } from '#lib/i18n/words.ts'
import {
  INTERVAL_WORDS,
  INTERVALS,
  monthDayWords,
  type ScheduleView,
  scheduleWords,
  WEEKDAYS,
} from '#lib/payout-schedules/model.ts'
import { useWords } from '#words'

type Props = { schedule: ScheduleView; action: FormAction }

function choicesIn(t: Words) {
  return {
    intervals: INTERVALS.map(value => {
      const { label, hint } = INTERVAL_WORDS[value]
      return { value, label: t(label), hint: t(hint) }
    }),
    weekdays: WEEKDAYS.map(value => ({ value, label: t(`payoutModel.${value}`) })),
    monthDays: Array.from({ length: 31 }, (_, index) => ({
      value: String(index + 1),
      label: monthDayWords(t, index + 1),
    })),
  }
}

function Standing({ schedule }: { schedule: ScheduleView }) {
  const t = useWords()
  const when = scheduleWords(t, schedule)
  return <p className="text-sm">{when ? t('balance.scheduleSends', { when }) : t('balance.scheduleNone')}</p>
}

/** When a balance is paid out by itself, and the form to change it. The two days show with the choice that needs them. */
export function PayoutSchedule({ schedule, action }: Props) {
  const t = useWords()
  if (schedule.isChanging) {
    return (
      <p role="status" className="text-sm">
        {t('balance.scheduleChanging')}
        <RefreshWhilePending />
      </p>
    )
  }
  const { intervals, weekdays, monthDays } = choicesIn(t)
  return (
    <div className="grid gap-5">
      <Standing schedule={schedule} />
      <ActionForm action={action} className="group">
        <RadioGroupField
          name="interval"
          legend={t('balance.whenPaidOut')}
          choices={intervals}
          beside
          defaultValue={schedule.interval}
        />
        <SelectField
          name="weekday"
          label={t('balance.weekday')}
          options={weekdays}
          defaultValue={schedule.weekday ?? 'monday'}
          className="hidden max-w-sm group-has-[[value=weekly]:checked]:grid"
        />
        <SelectField
          name="monthDay"
          label={t('balance.monthDay')}
          options={monthDays}
          defaultValue={String(schedule.monthDay ?? 1)}
          className="hidden max-w-sm group-has-[[value=monthly]:checked]:grid"
        />
        <SubmitButton variant="secondary" className="justify-self-start" pending={t('balance.saving')}>
          {t('balance.saveSchedule')}
        </SubmitButton>
      </ActionForm>
    </div>
  )
}
