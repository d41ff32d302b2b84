-- from oracle.sql

-- phase: tables

CREATE TABLE "public"."d" (
  "id" integer DEFAULT 0,
  "minus_one" smallint DEFAULT -1,
  "in_text" varchar(5) DEFAULT '5',
  "text_in" integer DEFAULT 7,
  "empty" varchar(5),
  "nothing" varchar(5),
  "quoted" varchar(20) DEFAULT 'it''s',
  "alt" varchar(20) DEFAULT 'a''b',
  "joined" varchar(20) DEFAULT ('a' || 'b'),
  "now" timestamp(0) DEFAULT date_trunc('second', clock_timestamp() AT TIME ZONE 'UTC'),
  "today" timestamp(0) DEFAULT date_trunc('day', date_trunc('second', clock_timestamp() AT TIME ZONE 'UTC')),
  "stamp" timestamp(6) DEFAULT clock_timestamp()::timestamp,
  "fixed" timestamp(0) DEFAULT TIMESTAMP '2020-02-29 00:00:00',
  "parsed" timestamp(0) DEFAULT TIMESTAMP '2099-12-31 00:00:00',
  "who" varchar(30),
  "guid" bytea DEFAULT uuid_send(gen_random_uuid()),
  "in_brackets" smallint DEFAULT (1::numeric + 1::numeric),
  "never_null" varchar(5) DEFAULT 'x' NOT NULL,
  "big" text DEFAULT '',
  "env" varchar(40)
);
