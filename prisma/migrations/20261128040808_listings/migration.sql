-- CreateEnum
CREATE TYPE "ListingStatus" AS ENUM ('draft', 'published', 'unpublished');

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "delivery_days" INTEGER,
ADD COLUMN     "listing_id" TEXT;

-- CreateTable
CREATE TABLE "listings" (
    "id" TEXT NOT NULL,
    "contractor_id" TEXT NOT NULL,
    "request_key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "delivery_days" INTEGER NOT NULL,
    "status" "ListingStatus" NOT NULL DEFAULT 'draft',
    "published_at" TIMESTAMP(3),
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "listings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "listing_covers" (
    "listing_id" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "digest" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "listing_covers_pkey" PRIMARY KEY ("listing_id")
);

-- CreateIndex
CREATE INDEX "listings_contractor_id_id_idx" ON "listings"("contractor_id", "id");

-- CreateIndex
CREATE INDEX "listings_status_id_idx" ON "listings"("status", "id");

-- CreateIndex
CREATE INDEX "listings_status_currency_amount_id_idx" ON "listings"("status", "currency", "amount", "id");

-- CreateIndex
CREATE UNIQUE INDEX "listings_contractor_id_request_key_key" ON "listings"("contractor_id", "request_key");

-- AddForeignKey
ALTER TABLE "listings" ADD CONSTRAINT "listings_contractor_id_fkey" FOREIGN KEY ("contractor_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing_covers" ADD CONSTRAINT "listing_covers_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.
ALTER TABLE listings
  ADD CONSTRAINT listings_amount_positive CHECK (amount > 0),
  ADD CONSTRAINT listings_delivery_days_within CHECK (delivery_days BETWEEN 1 AND 90),
  ADD CONSTRAINT listings_published_since CHECK (status <> 'published' OR published_at IS NOT NULL);
ALTER TABLE orders ADD CONSTRAINT orders_delivery_days_within CHECK (delivery_days BETWEEN 1 AND 90);
