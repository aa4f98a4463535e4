import { survivesEach } from './each-fault.ts'
import { KILLS } from './plan.ts'

survivesEach('kill -9 at every boundary', ['database', 'stripe'], KILLS)
