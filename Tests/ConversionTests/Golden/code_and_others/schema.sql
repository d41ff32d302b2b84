-- from oracle.sql

-- phase: types

CREATE DOMAIN "public"."names_t" AS varchar(30)[];
CREATE TYPE "public"."point_t" AS ("x" numeric, "y" numeric);

-- phase: tables

CREATE TABLE "public"."log_rows" (
  "id" bigint NOT NULL,
  "at" timestamp(0),
  "changed" timestamp(0),
  "who" varchar(30),
  "text" varchar(200)
);
CREATE TABLE "public"."made_by_block" (
  "id" smallint NOT NULL,
  "t" varchar(5) DEFAULT 'q'
);

-- data comes here

-- phase: keys

ALTER TABLE "public"."log_rows" ADD CONSTRAINT "log_rows_pkey" PRIMARY KEY ("id");
ALTER TABLE "public"."made_by_block" ADD CONSTRAINT "made_by_block_pkey" PRIMARY KEY ("id");

-- phase: views

CREATE MATERIALIZED VIEW "public"."log_days" ("day", "n") AS
SELECT date_trunc('day', "log_rows"."at") AS "day", count(*) AS "n" FROM "public"."log_rows" GROUP BY date_trunc('day', "log_rows"."at")
WITH DATA;

-- phase: triggers

CREATE FUNCTION "public"."log_rows_bu"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."changed" := date_trunc('second', clock_timestamp() AT TIME ZONE 'UTC');
  RETURN NEW;
END
$$;
CREATE TRIGGER "log_rows_bu" BEFORE UPDATE ON "public"."log_rows" FOR EACH ROW EXECUTE FUNCTION "public"."log_rows_bu"();

-- phase: synonyms

CREATE VIEW "public"."rows_of_log" AS
SELECT "id", "at", "changed", "who", "text" FROM "public"."log_rows";

-- phase: grants

DO $do$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'reader') THEN
    CREATE ROLE "reader" NOLOGIN;
  END IF;
EXCEPTION WHEN insufficient_privilege OR duplicate_object OR unique_violation THEN
  RAISE WARNING 'a role was not made: %', SQLERRM;
END
$do$;
GRANT USAGE ON SCHEMA "public" TO "reader";
GRANT SELECT ON TABLE "public"."log_rows" TO "reader";
