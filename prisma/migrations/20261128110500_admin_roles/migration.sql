-- CreateEnum
CREATE TYPE "AdminRole" AS ENUM ('support', 'finance', 'owner');

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "admin_role" "AdminRole";

-- Whoever was an admin could do everything.
UPDATE users SET admin_role = 'owner' WHERE role = 'ADMIN';
ALTER TABLE users ADD CONSTRAINT users_admin_role_of_admins CHECK ((role = 'ADMIN') = (admin_role IS NOT NULL));
