-- Views: the constructs that reports use.
CREATE TABLE sales (id NUMBER(9) PRIMARY KEY, rep VARCHAR2(10), region CHAR(5), sold DATE NOT NULL, amount NUMBER(9,2), units NUMBER(5));
CREATE TABLE reps (rep VARCHAR2(10) PRIMARY KEY, boss VARCHAR2(10), hired DATE);
CREATE VIEW v_months AS SELECT TO_CHAR(sold, 'YYYY-MM') AS month, SUM(amount) AS total, ROUND(AVG(amount), 2) mean FROM sales GROUP BY TO_CHAR(sold, 'YYYY-MM');
CREATE VIEW v_top AS SELECT * FROM (SELECT rep, amount FROM sales ORDER BY amount DESC NULLS LAST) WHERE ROWNUM <= 5;
CREATE VIEW v_rank AS SELECT rep, amount, RANK() OVER (PARTITION BY region ORDER BY amount DESC) r, SUM(amount) OVER (ORDER BY id) run FROM sales;
CREATE VIEW v_outer AS SELECT r.rep, s.id FROM reps r, sales s WHERE s.rep (+) = r.rep AND s.region (+) = 'NORTH';
CREATE VIEW v_tree AS SELECT rep, SYS_CONNECT_BY_PATH(rep, '/') AS path, CONNECT_BY_ISLEAF leaf FROM reps START WITH boss IS NULL CONNECT BY PRIOR rep = boss;
CREATE VIEW v_list AS SELECT region, LISTAGG(rep, ', ') WITHIN GROUP (ORDER BY rep) AS reps FROM sales GROUP BY region;
CREATE VIEW v_minus AS SELECT rep FROM reps MINUS SELECT rep FROM sales;
CREATE VIEW v_case AS SELECT id, CASE WHEN units > 10 THEN 'bulk' ELSE 'few' END AS kind, amount / NULLIF(units, 0) AS each, MOD(units, 3) AS m FROM sales;
CREATE VIEW v_dates AS SELECT id, TRUNC(sold, 'MM') AS month, LAST_DAY(sold) AS last, ADD_MONTHS(sold, 1) AS next, sold + 1 / 24 AS hour_on FROM sales;
CREATE VIEW v_with AS WITH m AS (SELECT rep, MAX(amount) best FROM sales GROUP BY rep) SELECT r.rep, m.best FROM reps r LEFT JOIN m ON m.rep = r.rep;
CREATE VIEW v_nvl AS SELECT NVL2(boss, 'has', 'none') AS b, DECODE(boss, NULL, 'top', boss) AS d, SUBSTR(rep, -3) AS tail, INSTR(rep, 'a') AS pos FROM reps;
CREATE VIEW v_rollup AS SELECT region, rep, SUM(amount) AS total, GROUPING(rep) AS g FROM sales GROUP BY ROLLUP (region, rep);
CREATE VIEW v_pivot AS SELECT * FROM (SELECT region, units FROM sales) PIVOT (SUM(units) FOR region IN ('NORTH' AS n, 'SOUTH' AS s));
CREATE OR REPLACE FORCE VIEW v_broken AS SELECT * FROM no_such_table;
CREATE VIEW v_read_only AS SELECT rep FROM reps WITH READ ONLY;
CREATE VIEW v_checked AS SELECT rep, boss FROM reps WHERE boss IS NOT NULL WITH CHECK OPTION CONSTRAINT v_checked_ck;
