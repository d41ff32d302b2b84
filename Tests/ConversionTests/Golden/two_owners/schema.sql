-- from oracle.sql

-- phase: schemas

CREATE SCHEMA IF NOT EXISTS "buying";
CREATE SCHEMA IF NOT EXISTS "stock";

-- phase: sequences

CREATE SEQUENCE "buying"."wishes_seq" AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 50 NO CYCLE;

-- phase: tables

CREATE TABLE "buying"."wishes" (
  "id" bigint NOT NULL,
  "part_no" bigint NOT NULL,
  "wanted" integer
);
CREATE TABLE "stock"."levels" (
  "part_no" bigint NOT NULL,
  "site" varchar(8) NOT NULL,
  "on_hand" integer DEFAULT 0 NOT NULL
);
CREATE TABLE "stock"."parts" (
  "part_no" bigint NOT NULL,
  "label" varchar(40) NOT NULL
);

-- data comes here

-- phase: keys

ALTER TABLE "buying"."wishes" ADD CONSTRAINT "wishes_pkey" PRIMARY KEY ("id");
ALTER TABLE "stock"."levels" ADD CONSTRAINT "levels_pk" PRIMARY KEY ("part_no", "site");
ALTER TABLE "stock"."parts" ADD CONSTRAINT "parts_pkey" PRIMARY KEY ("part_no");

-- phase: foreign keys

ALTER TABLE "buying"."wishes" ADD CONSTRAINT "wishes_part_fk" FOREIGN KEY ("part_no") REFERENCES "stock"."parts" ("part_no");
ALTER TABLE "stock"."levels" ADD CONSTRAINT "levels_part_no_fkey" FOREIGN KEY ("part_no") REFERENCES "stock"."parts" ("part_no");

-- phase: views

CREATE VIEW "buying"."missing" ("part_no", "label", "on_hand") AS
SELECT "p"."part_no", "p"."label", COALESCE(sum("l"."on_hand"), 0) AS "on_hand" FROM "stock"."parts" AS "p" LEFT JOIN "stock"."levels" AS "l" ON "l"."part_no" = "p"."part_no" GROUP BY "p"."part_no", "p"."label" HAVING COALESCE(sum("l"."on_hand"), 0) = 0;

-- phase: synonyms

CREATE VIEW "public"."levels" AS
SELECT "part_no", "site", "on_hand" FROM "stock"."levels";
CREATE VIEW "buying"."parts" AS
SELECT "part_no", "label" FROM "stock"."parts";

-- phase: grants

DO $do$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'buying') THEN
    CREATE ROLE "buying" NOLOGIN;
  END IF;
EXCEPTION WHEN insufficient_privilege OR duplicate_object OR unique_violation THEN
  RAISE WARNING 'a role was not made: %', SQLERRM;
END
$do$;
GRANT USAGE ON SCHEMA "stock" TO "buying";
GRANT SELECT, REFERENCES ON TABLE "stock"."parts" TO "buying" WITH GRANT OPTION;
