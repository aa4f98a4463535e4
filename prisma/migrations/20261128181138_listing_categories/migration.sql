-- CreateEnum
CREATE TYPE "ListingCategory" AS ENUM ('design', 'illustration', 'writing', 'translation', 'photography', 'music', 'software', 'marketing', 'craft', 'other');

-- AlterTable
ALTER TABLE "commission_rules" ADD COLUMN     "category" "ListingCategory";

-- AlterTable
ALTER TABLE "listings" ADD COLUMN     "category" "ListingCategory" NOT NULL DEFAULT 'other';

-- CreateIndex
CREATE INDEX "listings_status_category_id_idx" ON "listings"("status", "category", "id");

-- A rule is of one thing at most.
ALTER TABLE commission_rules
  DROP CONSTRAINT commission_rules_one_scope,
  ADD CONSTRAINT commission_rules_one_scope CHECK (num_nonnulls(contractor_id, listing_id, category) <= 1);
