import { db } from './db'

/** A paid invoice prolongs the membership and brings points: both or neither. */
export async function extendMembership(customerId: string, paidUntil: Date, points: number) {
  await db.$transaction(async (tx) => {
    await tx.membership.upsert({
      where: { customerId },
      create: { customerId, paidUntil },
      update: { paidUntil },
    })
    await tx.pointsEntry.create({ data: { customerId, points } })
  })
}
