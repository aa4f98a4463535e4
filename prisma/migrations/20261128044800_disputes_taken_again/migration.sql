-- A bank can take disputed money again after it gave it back. The contractor's part of that is a recovery of its own: the
-- dispute's first one is over and keeps its name, and this one is known by its request key.
ALTER TABLE "recoveries" DROP CONSTRAINT "recoveries_by_somebody";
ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_by_somebody"
  CHECK (num_nonnulls("created_by_id", "dispute_id") > 0 OR "request_key" LIKE 'dispute:%');
