-- CreateTable
CREATE TABLE "commission_rules" (
    "id" TEXT NOT NULL,
    "request_key" TEXT NOT NULL,
    "contractor_id" TEXT,
    "listing_id" TEXT,
    "currency" TEXT,
    "bps" INTEGER,
    "fixed" BIGINT NOT NULL DEFAULT 0,
    "starts_at" TIMESTAMP(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "commission_rules_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "commission_rules_contractor_id_idx" ON "commission_rules"("contractor_id");

-- CreateIndex
CREATE INDEX "commission_rules_listing_id_idx" ON "commission_rules"("listing_id");

-- CreateIndex
CREATE UNIQUE INDEX "commission_rules_created_by_id_request_key_key" ON "commission_rules"("created_by_id", "request_key");

-- AddForeignKey
ALTER TABLE "commission_rules" ADD CONSTRAINT "commission_rules_contractor_id_fkey" FOREIGN KEY ("contractor_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commission_rules" ADD CONSTRAINT "commission_rules_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commission_rules" ADD CONSTRAINT "commission_rules_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A rule is for everybody, for one contractor or for one listing; a fixed part is in a currency; and what applied once stays on record.
ALTER TABLE commission_rules
  ADD CONSTRAINT commission_rules_one_scope CHECK (num_nonnulls(contractor_id, listing_id) <= 1),
  ADD CONSTRAINT commission_rules_within CHECK ((bps IS NULL OR bps BETWEEN 0 AND 10000) AND fixed >= 0),
  ADD CONSTRAINT commission_rules_fixed_in_currency CHECK (fixed = 0 OR currency IS NOT NULL);
CREATE TRIGGER commission_rules_append_only BEFORE UPDATE OR DELETE ON commission_rules
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
