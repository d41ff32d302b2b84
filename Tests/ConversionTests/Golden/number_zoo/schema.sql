-- from oracle.sql

-- phase: tables

CREATE TABLE "public"."bytes" (
  "r" bytea,
  "r2" bytea,
  "b" bytea,
  "rid" text,
  "u" text,
  "x" xml
);
CREATE TABLE "public"."numbers" (
  "n" numeric,
  "n1" smallint,
  "n4" smallint,
  "n5" integer,
  "n9" integer,
  "n10" bigint,
  "n18" bigint,
  "n19" numeric(19),
  "n38" numeric(38),
  "nscale" numeric(10,4),
  "nneg" numeric(5,-2),
  "nbig" numeric(3,5),
  "nstar" numeric,
  "i" numeric,
  "s" numeric,
  "d" numeric(8,3),
  "f" numeric,
  "f10" numeric,
  "r" numeric,
  "dp" numeric,
  "bf" real,
  "bd" double precision
);
CREATE TABLE "public"."texts" (
  "c" char(1),
  "c10" char(10),
  "v" varchar(20),
  "vb" varchar(20),
  "vc" varchar(20),
  "nv" varchar(15),
  "nc" char(4),
  "l" text,
  "nl" text,
  "old" text
);
CREATE TABLE "public"."times" (
  "d" timestamp(0),
  "t" timestamp(6),
  "t9" timestamp(6),
  "tz" timestamptz(3),
  "tl" timestamptz(6),
  "ym" interval year to month,
  "ds" interval day to second(6)
);
