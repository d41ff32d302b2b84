-- Names in double quotes, reserved words, names that collide once they are folded, and a long one.
CREATE TABLE "Mixed Case" ("Id" NUMBER(5) PRIMARY KEY, "select" VARCHAR2(5), "Ümlaut" NUMBER);
CREATE TABLE "user" ("order" NUMBER(9) NOT NULL, "User" VARCHAR2(5), "USER" VARCHAR2(6), CONSTRAINT "pk of user" PRIMARY KEY ("order"));
CREATE TABLE a_table_whose_name_is_longer_than_sixty_three_bytes_so_that_it_is_cut_somewhere (
  a_column_whose_name_is_longer_than_sixty_three_bytes_so_that_it_is_cut_as_well NUMBER(3));
CREATE TABLE "TABLE" ("COLUMN" NUMBER, "ctid" NUMBER, check_ NUMBER, "CHECK" NUMBER, CONSTRAINT "CHECK" CHECK ("CHECK" > check_));
CREATE INDEX "Mixed Index" ON "Mixed Case" ("select", "Ümlaut");
CREATE INDEX ix ON "user" ("User");
CREATE VIEW "View" AS SELECT "Id", "select" || '!' AS "Loud", "Ümlaut" + 1 plus_one FROM "Mixed Case";
COMMENT ON COLUMN "Mixed Case"."Ümlaut" IS 'ä ö ü, ''quoted'' and "double"';
