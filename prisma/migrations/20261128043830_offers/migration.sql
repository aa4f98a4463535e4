-- CreateEnum
CREATE TYPE "OfferStatus" AS ENUM ('requested', 'offered', 'accepted', 'declined');

-- CreateTable
CREATE TABLE "offers" (
    "id" TEXT NOT NULL,
    "employer_id" TEXT NOT NULL,
    "contractor_id" TEXT NOT NULL,
    "request_key" TEXT NOT NULL,
    "brief" TEXT NOT NULL,
    "status" "OfferStatus" NOT NULL DEFAULT 'requested',
    "title" TEXT,
    "description" TEXT,
    "amount" BIGINT,
    "currency" TEXT,
    "delivery_days" INTEGER,
    "offered_at" TIMESTAMP(3),
    "expires_at" TIMESTAMP(3),
    "declined_by_id" TEXT,
    "order_id" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "offers_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "offers_order_id_key" ON "offers"("order_id");

-- CreateIndex
CREATE INDEX "offers_employer_id_id_idx" ON "offers"("employer_id", "id");

-- CreateIndex
CREATE INDEX "offers_contractor_id_id_idx" ON "offers"("contractor_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "offers_employer_id_request_key_key" ON "offers"("employer_id", "request_key");

-- AddForeignKey
ALTER TABLE "offers" ADD CONSTRAINT "offers_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offers" ADD CONSTRAINT "offers_contractor_id_fkey" FOREIGN KEY ("contractor_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offers" ADD CONSTRAINT "offers_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.
ALTER TABLE offers
  ADD CONSTRAINT offers_whole_once_offered CHECK (
    status IN ('requested', 'declined') OR (title IS NOT NULL AND description IS NOT NULL AND amount > 0
      AND currency IS NOT NULL AND delivery_days BETWEEN 1 AND 90 AND offered_at IS NOT NULL AND expires_at IS NOT NULL)),
  ADD CONSTRAINT offers_order_once_accepted CHECK (order_id IS NULL OR status = 'accepted');
