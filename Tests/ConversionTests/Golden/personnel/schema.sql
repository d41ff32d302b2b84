-- from oracle.sql

-- phase: sequences

CREATE SEQUENCE "public"."emp_seq" AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 8000 CACHE 1 NO CYCLE;

-- phase: tables

CREATE TABLE "public"."dept" (
  "deptno" smallint NOT NULL,
  "dname" varchar(14),
  "loc" varchar(25)
);
CREATE TABLE "public"."emp" (
  "empno" smallint DEFAULT nextval('"public"."emp_seq"') NOT NULL,
  "ename" varchar(25),
  "job" varchar(9),
  "mgr" smallint,
  "hiredate" timestamp(0),
  "sal" numeric(7,2),
  "comm" numeric(7,2),
  "deptno" smallint
);

-- data comes here

-- phase: keys

ALTER TABLE "public"."dept" ADD CONSTRAINT "pk_dept" PRIMARY KEY ("deptno");
ALTER TABLE "public"."emp" ADD CONSTRAINT "pk_emp" PRIMARY KEY ("empno");

-- phase: foreign keys

ALTER TABLE "public"."emp" ADD CONSTRAINT "fk_mgr" FOREIGN KEY ("mgr") REFERENCES "public"."emp" ("empno");
ALTER TABLE "public"."emp" ADD CONSTRAINT "fk_dept" FOREIGN KEY ("deptno") REFERENCES "public"."dept" ("deptno");

-- phase: views

CREATE VIEW "public"."chain" ("depth", "empno", "shown") AS
WITH RECURSIVE "base" AS MATERIALIZED (SELECT "emp"."empno" AS "empno", "emp"."ename" AS "ename", "emp"."mgr" AS "mgr", row_number() OVER () AS "row" FROM "public"."emp"), "tree" AS (SELECT "base".*, 1 AS "level", ARRAY["base"."row"] AS "path" FROM "base" WHERE "base"."mgr" IS NULL UNION ALL SELECT "base".*, "tree"."level" + 1, "tree"."path" || "base"."row" FROM "tree" JOIN "base" ON "tree"."empno" = "base"."mgr" WHERE CASE WHEN "base"."row" = ANY ("tree"."path") THEN ('CONNECT BY loop at level ' || "tree"."level")::boolean ELSE TRUE END) SELECT "tree"."level" AS "depth", "tree"."empno", NULLIF(COALESCE(NULLIF(lpad(' ', trunc(2::numeric * ("tree"."level"::numeric - 1::numeric))::integer), ''), '') || COALESCE("tree"."ename", ''), '') AS "shown" FROM "tree" ORDER BY "tree"."path";
CREATE VIEW "public"."pay_by_department" ("dname", "place", "pay") AS
SELECT "d"."dname", CASE WHEN "e"."job" = 'CLERK' THEN 'desk' WHEN "e"."job" = 'SALESMAN' THEN 'road' ELSE 'other' END AS "place", avg(round(("e"."sal" + COALESCE("e"."comm", 0)), 40)) AS "pay" FROM "public"."dept" AS "d" JOIN "public"."emp" AS "e" ON "e"."deptno" = "d"."deptno" GROUP BY "d"."dname", CASE WHEN "e"."job" = 'CLERK' THEN 'desk' WHEN "e"."job" = 'SALESMAN' THEN 'road' ELSE 'other' END;
