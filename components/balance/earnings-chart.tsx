import { formatMoney } from '#lib/money.ts'
import { type Earnings, monthWords } from '#lib/statements/model.ts'
import { useWords } from '#words'
import { type Bar, scaleOf } from './earnings-scale.ts'

/** A month's place on the axis and the bar in it, in units of the drawing. It is stretched to the room that there is. */
const SLOT = 10
const BAR = 6
const HEIGHT = 100

function MonthBar({ bar, at, isBelow }: { bar: Bar; at: number; isBelow: boolean }) {
  return (
    <rect
      x={at * SLOT + (SLOT - BAR) / 2}
      y={bar.top * HEIGHT}
      width={BAR}
      height={bar.height * HEIGHT}
      className={isBelow ? 'fill-destructive' : 'fill-primary'}
    />
  )
}

function Ends({ currency, top, bottom }: { currency: Earnings['currency']; top: bigint; bottom: bigint }) {
  const { locale } = useWords()
  const words = (amount: bigint) => formatMoney({ amount, currency }, locale)
  return (
    <div className="flex flex-col justify-between text-right text-muted-foreground text-xs tabular-nums">
      <span>{words(top)}</span>
      <span>{words(bottom)}</span>
    </div>
  )
}

/** The months below the bars: a letter each on a phone. The table beside the chart has them in full. */
function Months({ months }: Pick<Earnings, 'months'>) {
  const { locale } = useWords()
  return (
    <div className="col-start-2 grid grid-cols-12 text-center text-muted-foreground text-xs">
      {months.map(({ month }) => {
        const name = monthWords(locale, month, 'short')
        return (
          <span key={month}>
            {name.slice(0, 1)}
            <span className="hidden sm:inline">{name.slice(1)}</span>
          </span>
        )
      })}
    </div>
  )
}

/**
 * What was earned in each month (or what `label` says), as bars. A picture for the eye alone, with one sentence in its place for who does not see it: the figures are
 * in the table beside it.
 */
export function EarningsChart({ currency, months, label }: Earnings & { label?: string }) {
  const t = useWords()
  const { top, bottom, zero, bars } = scaleOf(months.map(({ net }) => net))
  const width = months.length * SLOT
  const first = monthWords(t.locale, months[0]?.month ?? '')
  const last = monthWords(t.locale, months.at(-1)?.month ?? '')
  const own = t('papers.chart', { currency: currency.toUpperCase(), first, last })
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1.5">
      <Ends currency={currency} top={top} bottom={bottom} />
      <svg
        role="img"
        aria-label={label ?? own}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-48 w-full lg:h-96 overflow-visible"
      >
        {[0, 0.5, 1].map(part => (
          <line
            key={part}
            x1={0}
            x2={width}
            y1={part * HEIGHT}
            y2={part * HEIGHT}
            vectorEffect="non-scaling-stroke"
            className="stroke-border"
          />
        ))}
        {bars.map((bar, at) => (
          <MonthBar key={months[at]?.month} bar={bar} at={at} isBelow={(months[at]?.net ?? 0n) < 0n} />
        ))}
        <line
          x1={0}
          x2={width}
          y1={zero * HEIGHT}
          y2={zero * HEIGHT}
          vectorEffect="non-scaling-stroke"
          className="stroke-control"
        />
      </svg>
      <Months months={months} />
    </div>
  )
}
