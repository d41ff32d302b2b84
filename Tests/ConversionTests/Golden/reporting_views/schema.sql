-- from oracle.sql

-- phase: tables

CREATE TABLE "public"."reps" (
  "rep" varchar(10) NOT NULL,
  "boss" varchar(10),
  "hired" timestamp(0)
);
CREATE TABLE "public"."sales" (
  "id" integer NOT NULL,
  "rep" varchar(10),
  "region" char(5),
  "sold" timestamp(0) NOT NULL,
  "amount" numeric(9,2),
  "units" integer
);

-- data comes here

-- phase: keys

ALTER TABLE "public"."reps" ADD CONSTRAINT "reps_pkey" PRIMARY KEY ("rep");
ALTER TABLE "public"."sales" ADD CONSTRAINT "sales_pkey" PRIMARY KEY ("id");

-- phase: views

CREATE VIEW "public"."v_case" ("id", "kind", "each", "m") AS
SELECT "sales"."id", CASE WHEN "sales"."units" > 10 THEN 'bulk' ELSE 'few' END AS "kind", "sales"."amount" / round(NULLIF("sales"."units", 0)::numeric, 40) AS "each", mod("sales"."units"::numeric, 3::numeric) AS "m" FROM "public"."sales";
CREATE VIEW "public"."v_checked" ("rep", "boss") AS
SELECT "reps"."rep", "reps"."boss" FROM "public"."reps" WHERE "reps"."boss" IS NOT NULL
WITH CHECK OPTION;
CREATE VIEW "public"."v_dates" ("id", "month", "last", "next", "hour_on") AS
SELECT "sales"."id", date_trunc('month', "sales"."sold") AS "month", date_trunc('month', "sales"."sold") + INTERVAL '1 month' - INTERVAL '1 day' + ("sales"."sold" - date_trunc('day', "sales"."sold")) AS "last", CASE WHEN EXTRACT(DAY FROM "sales"."sold" + INTERVAL '1 day') = 1 THEN date_trunc('month', "sales"."sold") + INTERVAL '2 months' - INTERVAL '1 day' + ("sales"."sold" - date_trunc('day', "sales"."sold")) ELSE "sales"."sold" + INTERVAL '1 months' END AS "next", "sales"."sold" + make_interval(secs => round((1::numeric / round(24::numeric, 40)) * 86400)::double precision) AS "hour_on" FROM "public"."sales";
CREATE VIEW "public"."v_list" ("region", "reps") AS
SELECT "sales"."region", string_agg("sales"."rep", ', ' ORDER BY "sales"."rep" COLLATE "C") AS "reps" FROM "public"."sales" GROUP BY "sales"."region";
CREATE VIEW "public"."v_minus" ("rep") AS
SELECT "reps"."rep" FROM "public"."reps" EXCEPT SELECT "sales"."rep" FROM "public"."sales";
CREATE VIEW "public"."v_months" ("month", "total", "mean") AS
SELECT to_char("sales"."sold", 'YYYY-MM') AS "month", sum("sales"."amount") AS "total", round(avg(round("sales"."amount", 40)), 2) AS "mean" FROM "public"."sales" GROUP BY to_char("sales"."sold", 'YYYY-MM');
CREATE VIEW "public"."v_nvl" ("b", "d", "tail", "pos") AS
SELECT CASE WHEN "reps"."boss" IS NOT NULL THEN 'has' ELSE 'none' END AS "b", CASE WHEN "reps"."boss" IS NULL THEN 'top' ELSE "reps"."boss" END AS "d", NULLIF(CASE WHEN length("reps"."rep") >= 3 THEN right("reps"."rep", 3) END, '') AS "tail", strpos("reps"."rep", 'a') AS "pos" FROM "public"."reps";
CREATE VIEW "public"."v_outer" ("rep", "id") AS
SELECT "r"."rep", "s"."id" FROM "public"."reps" AS "r" LEFT JOIN "public"."sales" AS "s" ON ("s"."rep" = "r"."rep") AND ("s"."region" = 'NORTH');
CREATE VIEW "public"."v_rank" ("rep", "amount", "r", "run") AS
SELECT "sales"."rep", "sales"."amount", rank() OVER (PARTITION BY "sales"."region" ORDER BY "sales"."amount" DESC) AS "r", sum("sales"."amount") OVER (ORDER BY "sales"."id") AS "run" FROM "public"."sales";
CREATE VIEW "public"."v_read_only" ("rep") AS
SELECT "reps"."rep" FROM "public"."reps";
CREATE VIEW "public"."v_rollup" ("region", "rep", "total", "g") AS
SELECT "sales"."region", "sales"."rep", sum("sales"."amount") AS "total", GROUPING("sales"."rep") AS "g" FROM "public"."sales" GROUP BY ROLLUP ("sales"."region", "sales"."rep");
CREATE VIEW "public"."v_top" ("rep", "amount") AS
SELECT "q"."rep", "q"."amount" FROM (SELECT "sales"."rep", "sales"."amount" FROM "public"."sales" ORDER BY "amount" DESC NULLS LAST) AS "q" LIMIT 5;
CREATE VIEW "public"."v_tree" ("rep", "path", "leaf") AS
WITH RECURSIVE "base" AS MATERIALIZED (SELECT "reps"."rep" AS "rep", "reps"."boss" AS "boss", row_number() OVER () AS "row" FROM "public"."reps"), "tree" AS (SELECT "base".*, 1 AS "level", ARRAY["base"."row"] AS "path", CAST('/' || "base"."rep" AS text) AS "path_1" FROM "base" WHERE "base"."boss" IS NULL UNION ALL SELECT "base".*, "tree"."level" + 1, "tree"."path" || "base"."row", CAST("tree"."path_1" || '/' || "base"."rep" AS text) AS "path_1" FROM "tree" JOIN "base" ON "tree"."rep" = "base"."boss" WHERE CASE WHEN "base"."row" = ANY ("tree"."path") THEN ('CONNECT BY loop at level ' || "tree"."level")::boolean ELSE TRUE END) SELECT "tree"."rep", "tree"."path_1" AS "path", CASE WHEN EXISTS (SELECT 1 FROM "base" WHERE ("tree"."rep" = "base"."boss")) THEN 0 ELSE 1 END AS "leaf" FROM "tree" ORDER BY "tree"."path";
CREATE VIEW "public"."v_with" ("rep", "best") AS
WITH "m" AS (SELECT "sales"."rep", max("sales"."amount") AS "best" FROM "public"."sales" GROUP BY "sales"."rep") SELECT "r"."rep", "m"."best" FROM "public"."reps" AS "r" LEFT JOIN "m" ON "m"."rep" = "r"."rep";
