-- from oracle.sql

-- phase: tables

CREATE TABLE "public"."Mixed Case" (
  "Id" integer NOT NULL,
  "select" varchar(5),
  "Ümlaut" numeric
);
CREATE TABLE "public"."a_table_whose_name_is_longer_than_sixty_three_bytes_so_985a0a88" (
  "a_column_whose_name_is_longer_than_sixty_three_bytes_s_fe4fb49b" smallint
);
CREATE TABLE "public"."table" (
  "column" numeric,
  "ctid_c2ef4051" numeric,
  "check_" numeric,
  "check" numeric
);
CREATE TABLE "public"."user" (
  "order" integer NOT NULL,
  "User" varchar(5),
  "user" varchar(6)
);

-- data comes here

-- phase: keys

ALTER TABLE "public"."Mixed Case" ADD CONSTRAINT "Mixed Case_pkey" PRIMARY KEY ("Id");
ALTER TABLE "public"."user" ADD CONSTRAINT "pk of user" PRIMARY KEY ("order");

-- phase: checks

ALTER TABLE "public"."table" ADD CONSTRAINT "check" CHECK ("check" > "check_");

-- phase: indexes

CREATE INDEX "Mixed Index" ON "public"."Mixed Case" ("select", "Ümlaut");
CREATE INDEX "ix" ON "public"."user" ("User");

-- phase: views

CREATE VIEW "public"."View" ("Id", "Loud", "plus_one") AS
SELECT "Mixed Case"."Id", COALESCE("Mixed Case"."select", '') || '!' AS "Loud", "Mixed Case"."Ümlaut" + 1::numeric AS "plus_one" FROM "public"."Mixed Case";

-- phase: comments

COMMENT ON COLUMN "public"."Mixed Case"."Ümlaut" IS 'ä ö ü, ''quoted'' and "double"';
