/** The last delivery of an order's history that its contractor has not taken back; undefined where there is none. `events`: oldest first. */
export function standingDelivery<Event extends { kind: string }>(events: Event[]): Event | undefined {
  const standing: Event[] = []
  for (const event of events) {
    if (event.kind === 'deliver') standing.push(event)
    if (event.kind === 'take_back') standing.pop()
  }
  return standing.at(-1)
}
