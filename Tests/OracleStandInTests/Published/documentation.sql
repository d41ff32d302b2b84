-- Oracle SQL Language Reference 23ai, RANK (Analytic Example)
WITH employees AS (
  SELECT 60 department_id, 'Hunold' last_name, 9000 salary FROM dual UNION ALL
  SELECT 60, 'Ernst', 6000 FROM dual UNION ALL
  SELECT 60, 'Austin', 4800 FROM dual UNION ALL
  SELECT 60, 'Pataballa', 4800 FROM dual UNION ALL
  SELECT 60, 'Lorentz', 4200 FROM dual)
SELECT department_id, last_name, salary,
       RANK() OVER (PARTITION BY department_id ORDER BY salary) RANK
  FROM employees WHERE department_id = 60
  ORDER BY RANK, last_name;
= 60 | Lorentz | 4200 | 1
= 60 | Austin | 4800 | 2
= 60 | Pataballa | 4800 | 2
= 60 | Ernst | 6000 | 4
= 60 | Hunold | 9000 | 5

-- Oracle SQL Language Reference 23ai, DENSE_RANK (Analytic Example)
WITH employees AS (
  SELECT 60 department_id, 'Hunold' last_name, 9000 salary FROM dual UNION ALL
  SELECT 60, 'Ernst', 6000 FROM dual UNION ALL
  SELECT 60, 'Austin', 4800 FROM dual UNION ALL
  SELECT 60, 'Pataballa', 4800 FROM dual UNION ALL
  SELECT 60, 'Lorentz', 4200 FROM dual)
SELECT department_id, last_name, salary,
       DENSE_RANK() OVER (PARTITION BY department_id ORDER BY salary) DENSE_RANK
  FROM employees WHERE department_id = 60
  ORDER BY DENSE_RANK, last_name;
= 60 | Lorentz | 4200 | 1
= 60 | Austin | 4800 | 2
= 60 | Pataballa | 4800 | 2
= 60 | Ernst | 6000 | 3
= 60 | Hunold | 9000 | 4

-- Oracle SQL Language Reference 23ai, RANK (Aggregate Example)
-- needs: hr
SELECT RANK(15500, .05) WITHIN GROUP
   (ORDER BY salary, commission_pct) "Rank"
   FROM employees;
= 105

-- Oracle SQL Language Reference 23ai, RANK (Aggregate Example, second)
-- needs: hr
SELECT RANK(15500) WITHIN GROUP
   (ORDER BY salary DESC) "Rank of 15500"
   FROM employees;
= 4

-- Oracle SQL Language Reference 23ai, DENSE_RANK (Aggregate Example)
-- needs: hr
SELECT DENSE_RANK(15500, .05) WITHIN GROUP
  (ORDER BY salary DESC, commission_pct) "Dense Rank"
  FROM employees;
= 3

-- Oracle SQL Language Reference 23ai, PERCENT_RANK (Aggregate Example)
-- needs: hr
SELECT ROUND(PERCENT_RANK(15000, .05) WITHIN GROUP
       (ORDER BY salary, commission_pct), 9) "Percent-Rank"
  FROM employees;
= .971962617

-- Oracle SQL Language Reference 23ai, CUME_DIST (Aggregate Example)
-- needs: hr
SELECT ROUND(CUME_DIST(15500, .05) WITHIN GROUP
  (ORDER BY salary, commission_pct), 9) "Cume-Dist of 15500"
  FROM employees;
= .972222222

-- Oracle SQL Language Reference 23ai, PERCENT_RANK (Analytic Example; the rows the page prints)
-- needs: hr
SELECT department_id, last_name, salary, ROUND(pr, 9) AS pr
  FROM (SELECT department_id, last_name, salary,
               PERCENT_RANK() OVER (PARTITION BY department_id ORDER BY salary DESC) AS pr
          FROM employees)
  WHERE last_name IN ('Whalen', 'Mavris', 'Vishney', 'Zlotkey', 'Khoo', 'Markle', 'Philtanker', 'Olson')
     OR (last_name = 'Grant' AND department_id IS NULL)
  ORDER BY pr, salary, last_name;
= 10 | Whalen | 4400 | 0
= 40 | Mavris | 6500 | 0
= NULL | Grant | 7000 | 0
= 80 | Vishney | 10500 | .181818182
= 80 | Zlotkey | 10500 | .181818182
= 30 | Khoo | 3100 | .2
= 50 | Markle | 2200 | .954545455
= 50 | Philtanker | 2200 | .954545455
= 50 | Olson | 2100 | 1

-- Oracle SQL Language Reference 23ai, CUME_DIST (Analytic Example)
WITH employees AS (
  SELECT 'PU_MAN' job_id, 'Raphaely' last_name, 11000 salary FROM dual UNION ALL
  SELECT 'PU_CLERK', 'Khoo', 3100 FROM dual UNION ALL
  SELECT 'PU_CLERK', 'Baida', 2900 FROM dual UNION ALL
  SELECT 'PU_CLERK', 'Tobias', 2800 FROM dual UNION ALL
  SELECT 'PU_CLERK', 'Himuro', 2600 FROM dual UNION ALL
  SELECT 'PU_CLERK', 'Colmenares', 2500 FROM dual)
SELECT job_id, last_name, salary, CUME_DIST()
  OVER (PARTITION BY job_id ORDER BY salary) AS cume_dist
  FROM employees
  WHERE job_id LIKE 'PU%'
  ORDER BY job_id, last_name, salary, cume_dist;
= PU_CLERK | Baida | 2900 | .8
= PU_CLERK | Colmenares | 2500 | .2
= PU_CLERK | Himuro | 2600 | .4
= PU_CLERK | Khoo | 3100 | 1
= PU_CLERK | Tobias | 2800 | .6
= PU_MAN | Raphaely | 11000 | 1

-- Oracle SQL Language Reference 23ai, LAG
WITH employees AS (
  SELECT DATE '2002-12-07' hire_date, 'Raphaely' last_name, 11000 salary, 'PU_MAN' job_id FROM dual UNION ALL
  SELECT DATE '2003-05-18', 'Khoo', 3100, 'PU_CLERK' FROM dual UNION ALL
  SELECT DATE '2005-12-24', 'Baida', 2900, 'PU_CLERK' FROM dual UNION ALL
  SELECT DATE '2005-07-24', 'Tobias', 2800, 'PU_CLERK' FROM dual UNION ALL
  SELECT DATE '2006-11-15', 'Himuro', 2600, 'PU_CLERK' FROM dual UNION ALL
  SELECT DATE '2007-08-10', 'Colmenares', 2500, 'PU_CLERK' FROM dual)
SELECT TO_CHAR(hire_date, 'YYYY-MM-DD HH24:MI:SS') hire_date, last_name, salary,
       LAG(salary, 1, 0) OVER (ORDER BY hire_date) AS prev_sal
  FROM employees
  WHERE job_id = 'PU_CLERK'
  ORDER BY hire_date;
= 2003-05-18 00:00:00 | Khoo | 3100 | 0
= 2005-07-24 00:00:00 | Tobias | 2800 | 3100
= 2005-12-24 00:00:00 | Baida | 2900 | 2800
= 2006-11-15 00:00:00 | Himuro | 2600 | 2900
= 2007-08-10 00:00:00 | Colmenares | 2500 | 2600

-- Oracle SQL Language Reference 23ai, LEAD
WITH employees AS (
  SELECT DATE '2002-12-07' hire_date, 'Raphaely' last_name, 30 department_id FROM dual UNION ALL
  SELECT DATE '2003-05-18', 'Khoo', 30 FROM dual UNION ALL
  SELECT DATE '2005-12-24', 'Baida', 30 FROM dual UNION ALL
  SELECT DATE '2005-07-24', 'Tobias', 30 FROM dual UNION ALL
  SELECT DATE '2006-11-15', 'Himuro', 30 FROM dual UNION ALL
  SELECT DATE '2007-08-10', 'Colmenares', 30 FROM dual UNION ALL
  SELECT DATE '2002-06-07', 'Mavris', 40 FROM dual)
SELECT TO_CHAR(hire_date, 'YYYY-MM-DD HH24:MI:SS') hire_date, last_name,
       TO_CHAR(LEAD(hire_date, 1) OVER (ORDER BY hire_date), 'YYYY-MM-DD HH24:MI:SS') AS "NextHired"
  FROM employees
  WHERE department_id = 30
  ORDER BY hire_date;
= 2002-12-07 00:00:00 | Raphaely | 2003-05-18 00:00:00
= 2003-05-18 00:00:00 | Khoo | 2005-07-24 00:00:00
= 2005-07-24 00:00:00 | Tobias | 2005-12-24 00:00:00
= 2005-12-24 00:00:00 | Baida | 2006-11-15 00:00:00
= 2006-11-15 00:00:00 | Himuro | 2007-08-10 00:00:00
= 2007-08-10 00:00:00 | Colmenares | NULL

-- Oracle8i SQL Reference 8.1.6, LAG (docs.oracle.com/cd/A83908_02/NT816EE/DOC/server.816/a76989/functi37.htm)
WITH emp AS (
  SELECT 'ALLEN' ename, DATE '1981-02-20' hiredate, 1600 sal, 'SALESMAN' job FROM dual UNION ALL
  SELECT 'WARD', DATE '1981-02-22', 1250, 'SALESMAN' FROM dual UNION ALL
  SELECT 'MARTIN', DATE '1981-09-28', 1250, 'SALESMAN' FROM dual UNION ALL
  SELECT 'TURNER', DATE '1981-09-08', 1500, 'SALESMAN' FROM dual UNION ALL
  SELECT 'CLARK', DATE '1981-06-09', 2450, 'MANAGER' FROM dual)
SELECT ename, TO_CHAR(hiredate, 'YYYY-MM-DD HH24:MI:SS'), sal,
   LAG(sal, 1, 0) OVER (ORDER BY hiredate) as prev_sal
   FROM emp
   WHERE job = 'SALESMAN'
   ORDER BY hiredate;
= ALLEN | 1981-02-20 00:00:00 | 1600 | 0
= WARD | 1981-02-22 00:00:00 | 1250 | 1600
= TURNER | 1981-09-08 00:00:00 | 1500 | 1250
= MARTIN | 1981-09-28 00:00:00 | 1250 | 1500

-- Oracle SQL Language Reference 23ai, FIRST_VALUE (ordering on a unique key)
WITH employees AS (
  SELECT 100 employee_id, 'King' last_name, 24000 salary, DATE '2003-06-17' hire_date, 90 department_id FROM dual UNION ALL
  SELECT 101, 'Kochhar', 17000, DATE '2005-09-21', 90 FROM dual UNION ALL
  SELECT 102, 'De Haan', 17000, DATE '2001-01-13', 90 FROM dual)
SELECT employee_id, last_name, salary, TO_CHAR(hire_date, 'YYYY-MM-DD HH24:MI:SS') hire_date,
       FIRST_VALUE(last_name)
         OVER (ORDER BY salary ASC, employee_id ROWS UNBOUNDED PRECEDING) AS fv
  FROM (SELECT * FROM employees
          WHERE department_id = 90
          ORDER BY hire_date)
  ORDER BY salary, employee_id;
= 101 | Kochhar | 17000 | 2005-09-21 00:00:00 | Kochhar
= 102 | De Haan | 17000 | 2001-01-13 00:00:00 | Kochhar
= 100 | King | 24000 | 2003-06-17 00:00:00 | Kochhar

-- Oracle SQL Language Reference 23ai, FIRST_VALUE (ordering on a unique key, subquery descending)
WITH employees AS (
  SELECT 100 employee_id, 'King' last_name, 24000 salary, DATE '2003-06-17' hire_date, 90 department_id FROM dual UNION ALL
  SELECT 101, 'Kochhar', 17000, DATE '2005-09-21', 90 FROM dual UNION ALL
  SELECT 102, 'De Haan', 17000, DATE '2001-01-13', 90 FROM dual)
SELECT employee_id, last_name, salary,
       FIRST_VALUE(last_name)
         OVER (ORDER BY salary ASC, employee_id ROWS UNBOUNDED PRECEDING) AS fv
   FROM (SELECT * FROM employees
           WHERE department_id = 90
           ORDER BY hire_date DESC)
   ORDER BY salary, employee_id;
= 101 | Kochhar | 17000 | Kochhar
= 102 | De Haan | 17000 | Kochhar
= 100 | King | 24000 | Kochhar

-- Oracle SQL Language Reference 23ai, FIRST_VALUE (RANGE: lowest value among duplicates, subquery by hire_date)
WITH employees AS (
  SELECT 100 employee_id, 'King' last_name, 24000 salary, DATE '2003-06-17' hire_date, 90 department_id FROM dual UNION ALL
  SELECT 101, 'Kochhar', 17000, DATE '2005-09-21', 90 FROM dual UNION ALL
  SELECT 102, 'De Haan', 17000, DATE '2001-01-13', 90 FROM dual)
SELECT employee_id, last_name, salary,
       FIRST_VALUE(last_name)
         OVER (ORDER BY salary ASC RANGE UNBOUNDED PRECEDING) AS fv
  FROM (SELECT * FROM employees
          WHERE department_id = 90
          ORDER BY hire_date)
  ORDER BY salary, employee_id DESC;
= 102 | De Haan | 17000 | De Haan
= 101 | Kochhar | 17000 | De Haan
= 100 | King | 24000 | De Haan

-- Oracle SQL Language Reference 23ai, FIRST_VALUE (RANGE: lowest value among duplicates, subquery by hire_date DESC)
WITH employees AS (
  SELECT 100 employee_id, 'King' last_name, 24000 salary, DATE '2003-06-17' hire_date, 90 department_id FROM dual UNION ALL
  SELECT 101, 'Kochhar', 17000, DATE '2005-09-21', 90 FROM dual UNION ALL
  SELECT 102, 'De Haan', 17000, DATE '2001-01-13', 90 FROM dual)
SELECT employee_id, last_name, salary,
       FIRST_VALUE(last_name)
         OVER (ORDER BY salary ASC RANGE UNBOUNDED PRECEDING) AS fv
  FROM (SELECT * FROM employees
          WHERE department_id = 90
          ORDER BY hire_date DESC)
  ORDER BY salary, employee_id DESC;
= 102 | De Haan | 17000 | De Haan
= 101 | Kochhar | 17000 | De Haan
= 100 | King | 24000 | De Haan

-- Oracle SQL Language Reference 23ai, LAST_VALUE (ordering on a unique key)
WITH employees AS (
  SELECT 100 employee_id, 'King' last_name, 24000 salary, DATE '2003-06-17' hire_date, 90 department_id FROM dual UNION ALL
  SELECT 101, 'Kochhar', 17000, DATE '2005-09-21', 90 FROM dual UNION ALL
  SELECT 102, 'De Haan', 17000, DATE '2001-01-13', 90 FROM dual)
SELECT employee_id, last_name, salary, TO_CHAR(hire_date, 'YYYY-MM-DD HH24:MI:SS') hire_date,
       TO_CHAR(LAST_VALUE(hire_date)
         OVER (ORDER BY salary DESC, employee_id ROWS BETWEEN UNBOUNDED PRECEDING
               AND UNBOUNDED FOLLOWING), 'YYYY-MM-DD HH24:MI:SS') AS lv
  FROM (SELECT * FROM employees
          WHERE department_id = 90
          ORDER BY hire_date)
  ORDER BY salary DESC, employee_id;
= 100 | King | 24000 | 2003-06-17 00:00:00 | 2001-01-13 00:00:00
= 101 | Kochhar | 17000 | 2005-09-21 00:00:00 | 2001-01-13 00:00:00
= 102 | De Haan | 17000 | 2001-01-13 00:00:00 | 2001-01-13 00:00:00

-- Oracle SQL Language Reference 23ai, LAST_VALUE (ordering on a unique key, subquery descending)
WITH employees AS (
  SELECT 100 employee_id, 'King' last_name, 24000 salary, DATE '2003-06-17' hire_date, 90 department_id FROM dual UNION ALL
  SELECT 101, 'Kochhar', 17000, DATE '2005-09-21', 90 FROM dual UNION ALL
  SELECT 102, 'De Haan', 17000, DATE '2001-01-13', 90 FROM dual)
SELECT employee_id, last_name, salary,
       TO_CHAR(LAST_VALUE(hire_date)
         OVER (ORDER BY salary DESC, employee_id ROWS BETWEEN UNBOUNDED PRECEDING
               AND UNBOUNDED FOLLOWING), 'YYYY-MM-DD HH24:MI:SS') AS lv
  FROM (SELECT * FROM employees
          WHERE department_id = 90
          ORDER BY hire_date DESC)
  ORDER BY salary DESC, employee_id;
= 100 | King | 24000 | 2001-01-13 00:00:00
= 101 | Kochhar | 17000 | 2001-01-13 00:00:00
= 102 | De Haan | 17000 | 2001-01-13 00:00:00

-- Oracle SQL Language Reference 23ai, LAST_VALUE (RANGE: highest value among duplicates, subquery by hire_date)
WITH employees AS (
  SELECT 100 employee_id, 'King' last_name, 24000 salary, DATE '2003-06-17' hire_date, 90 department_id FROM dual UNION ALL
  SELECT 101, 'Kochhar', 17000, DATE '2005-09-21', 90 FROM dual UNION ALL
  SELECT 102, 'De Haan', 17000, DATE '2001-01-13', 90 FROM dual)
SELECT employee_id, last_name, salary,
       TO_CHAR(LAST_VALUE(hire_date)
         OVER (ORDER BY salary DESC RANGE BETWEEN UNBOUNDED PRECEDING AND
               UNBOUNDED FOLLOWING), 'YYYY-MM-DD HH24:MI:SS') AS lv
  FROM (SELECT * FROM employees
          WHERE department_id = 90
          ORDER BY hire_date)
  ORDER BY salary DESC, employee_id DESC;
= 100 | King | 24000 | 2005-09-21 00:00:00
= 102 | De Haan | 17000 | 2005-09-21 00:00:00
= 101 | Kochhar | 17000 | 2005-09-21 00:00:00

-- Oracle SQL Language Reference 23ai, LAST_VALUE (RANGE: highest value among duplicates, subquery by hire_date DESC)
WITH employees AS (
  SELECT 100 employee_id, 'King' last_name, 24000 salary, DATE '2003-06-17' hire_date, 90 department_id FROM dual UNION ALL
  SELECT 101, 'Kochhar', 17000, DATE '2005-09-21', 90 FROM dual UNION ALL
  SELECT 102, 'De Haan', 17000, DATE '2001-01-13', 90 FROM dual)
SELECT employee_id, last_name, salary,
       TO_CHAR(LAST_VALUE(hire_date)
         OVER (ORDER BY salary DESC RANGE BETWEEN UNBOUNDED PRECEDING AND
               UNBOUNDED FOLLOWING), 'YYYY-MM-DD HH24:MI:SS') AS lv
  FROM (SELECT * FROM employees
          WHERE department_id = 90
          ORDER BY hire_date DESC)
  ORDER BY salary DESC, employee_id DESC;
= 100 | King | 24000 | 2005-09-21 00:00:00
= 102 | De Haan | 17000 | 2005-09-21 00:00:00
= 101 | Kochhar | 17000 | 2005-09-21 00:00:00

-- Oracle SQL Language Reference 23ai, NTH_VALUE (sh.sales inlined: one row for each printed minimum)
WITH sales AS (
  SELECT 13 prod_id, 2 channel_id, 907.34 amount_sold FROM dual UNION ALL
  SELECT 13, 3, 906.2 FROM dual UNION ALL
  SELECT 13, 4, 842.21 FROM dual UNION ALL
  SELECT 14, 2, 1015.94 FROM dual UNION ALL
  SELECT 14, 3, 1036.72 FROM dual UNION ALL
  SELECT 14, 4, 935.79 FROM dual UNION ALL
  SELECT 15, 2, 871.19 FROM dual UNION ALL
  SELECT 15, 3, 871.19 FROM dual UNION ALL
  SELECT 15, 4, 871.19 FROM dual UNION ALL
  SELECT 16, 2, 266.84 FROM dual UNION ALL
  SELECT 16, 3, 266.84 FROM dual UNION ALL
  SELECT 16, 4, 266.84 FROM dual UNION ALL
  SELECT 16, 9, 11.99 FROM dual)
SELECT prod_id, channel_id, MIN(amount_sold),
    NTH_VALUE(MIN(amount_sold), 2) OVER (PARTITION BY prod_id ORDER BY channel_id
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) nv
  FROM sales
  WHERE prod_id BETWEEN 13 and 16
  GROUP BY prod_id, channel_id
  ORDER BY prod_id, channel_id;
= 13 | 2 | 907.34 | 906.2
= 13 | 3 | 906.2 | 906.2
= 13 | 4 | 842.21 | 906.2
= 14 | 2 | 1015.94 | 1036.72
= 14 | 3 | 1036.72 | 1036.72
= 14 | 4 | 935.79 | 1036.72
= 15 | 2 | 871.19 | 871.19
= 15 | 3 | 871.19 | 871.19
= 15 | 4 | 871.19 | 871.19
= 16 | 2 | 266.84 | 266.84
= 16 | 3 | 266.84 | 266.84
= 16 | 4 | 266.84 | 266.84
= 16 | 9 | 11.99 | 266.84

-- Oracle SQL Language Reference 23ai, NTILE
WITH employees AS (
  SELECT 'Greenberg' last_name, 12008 salary, 100 department_id FROM dual UNION ALL
  SELECT 'Faviet', 9000, 100 FROM dual UNION ALL
  SELECT 'Chen', 8200, 100 FROM dual UNION ALL
  SELECT 'Sciarra', 7700, 100 FROM dual UNION ALL
  SELECT 'Urman', 7800, 100 FROM dual UNION ALL
  SELECT 'Popp', 6900, 100 FROM dual)
SELECT last_name, salary, NTILE(4) OVER (ORDER BY salary DESC) AS quartile
  FROM employees
  WHERE department_id = 100
  ORDER BY last_name, salary, quartile;
= Chen | 8200 | 2
= Faviet | 9000 | 1
= Greenberg | 12008 | 1
= Popp | 6900 | 4
= Sciarra | 7700 | 3
= Urman | 7800 | 2

-- Oracle SQL Language Reference 23ai, RATIO_TO_REPORT
WITH employees AS (
  SELECT 'Raphaely' last_name, 11000 salary, 'PU_MAN' job_id FROM dual UNION ALL
  SELECT 'Khoo', 3100, 'PU_CLERK' FROM dual UNION ALL
  SELECT 'Baida', 2900, 'PU_CLERK' FROM dual UNION ALL
  SELECT 'Tobias', 2800, 'PU_CLERK' FROM dual UNION ALL
  SELECT 'Himuro', 2600, 'PU_CLERK' FROM dual UNION ALL
  SELECT 'Colmenares', 2500, 'PU_CLERK' FROM dual)
SELECT last_name, salary, ROUND(RATIO_TO_REPORT(salary) OVER (), 9) AS rr
   FROM employees
   WHERE job_id = 'PU_CLERK'
   ORDER BY last_name, salary, rr;
= Baida | 2900 | .208633094
= Colmenares | 2500 | .179856115
= Himuro | 2600 | .18705036
= Khoo | 3100 | .223021583
= Tobias | 2800 | .201438849

-- Oracle SQL Language Reference 23ai, AVG (Analytic Example, ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING; the rows the page prints)
WITH employees AS (
  SELECT 100 manager_id, 'Kochhar' last_name, DATE '2005-09-21' hire_date, 17000 salary FROM dual UNION ALL
  SELECT 100, 'De Haan', DATE '2001-01-13', 17000 FROM dual UNION ALL
  SELECT 100, 'Raphaely', DATE '2002-12-07', 11000 FROM dual UNION ALL
  SELECT 100, 'Weiss', DATE '2004-07-18', 8000 FROM dual UNION ALL
  SELECT 100, 'Fripp', DATE '2005-04-10', 8200 FROM dual UNION ALL
  SELECT 100, 'Kaufling', DATE '2003-05-01', 7900 FROM dual UNION ALL
  SELECT 100, 'Vollman', DATE '2005-10-10', 6500 FROM dual UNION ALL
  SELECT 100, 'Mourgos', DATE '2007-11-16', 5800 FROM dual UNION ALL
  SELECT 100, 'Russell', DATE '2004-10-01', 14000 FROM dual UNION ALL
  SELECT 100, 'Partners', DATE '2005-01-05', 13500 FROM dual UNION ALL
  SELECT 100, 'Errazuriz', DATE '2005-03-10', 12000 FROM dual UNION ALL
  SELECT 100, 'Cambrault', DATE '2007-10-15', 11000 FROM dual UNION ALL
  SELECT 100, 'Zlotkey', DATE '2008-01-29', 10500 FROM dual UNION ALL
  SELECT 100, 'Hartstein', DATE '2004-02-17', 13000 FROM dual)
SELECT manager_id, last_name, TO_CHAR(hire_date, 'YYYY-MM-DD HH24:MI:SS'), salary, ROUND(c_mavg, 4)
  FROM (SELECT manager_id, last_name, hire_date, salary,
               AVG(salary) OVER (PARTITION BY manager_id ORDER BY hire_date
                 ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS c_mavg
          FROM employees)
  WHERE hire_date <= DATE '2005-03-10'
  ORDER BY manager_id, hire_date, salary;
= 100 | De Haan | 2001-01-13 00:00:00 | 17000 | 14000
= 100 | Raphaely | 2002-12-07 00:00:00 | 11000 | 11966.6667
= 100 | Kaufling | 2003-05-01 00:00:00 | 7900 | 10633.3333
= 100 | Hartstein | 2004-02-17 00:00:00 | 13000 | 9633.3333
= 100 | Weiss | 2004-07-18 00:00:00 | 8000 | 11666.6667
= 100 | Russell | 2004-10-01 00:00:00 | 14000 | 11833.3333
= 100 | Partners | 2005-01-05 00:00:00 | 13500 | 13166.6667
= 100 | Errazuriz | 2005-03-10 00:00:00 | 12000 | 11233.3333

-- Oracle SQL Language Reference 23ai, COUNT (Analytic Example, numeric RANGE BETWEEN 50 PRECEDING AND 150 FOLLOWING; the rows the page prints)
WITH employees AS (
  SELECT 'Baida' last_name, 2900 salary FROM dual UNION ALL
  SELECT 'Tobias', 2800 FROM dual UNION ALL
  SELECT 'Himuro', 2600 FROM dual UNION ALL
  SELECT 'Colmenares', 2500 FROM dual UNION ALL
  SELECT 'Mikkilineni', 2700 FROM dual UNION ALL
  SELECT 'Landry', 2400 FROM dual UNION ALL
  SELECT 'Markle', 2200 FROM dual UNION ALL
  SELECT 'Atkinson', 2800 FROM dual UNION ALL
  SELECT 'Marlow', 2500 FROM dual UNION ALL
  SELECT 'Olson', 2100 FROM dual UNION ALL
  SELECT 'Rogers', 2900 FROM dual UNION ALL
  SELECT 'Gee', 2400 FROM dual UNION ALL
  SELECT 'Philtanker', 2200 FROM dual UNION ALL
  SELECT 'Seo', 2700 FROM dual UNION ALL
  SELECT 'Patel', 2500 FROM dual UNION ALL
  SELECT 'Matos', 2600 FROM dual UNION ALL
  SELECT 'Vargas', 2500 FROM dual UNION ALL
  SELECT 'Sullivan', 2500 FROM dual UNION ALL
  SELECT 'Geoni', 2800 FROM dual UNION ALL
  SELECT 'Gates', 2900 FROM dual UNION ALL
  SELECT 'Perkins', 2500 FROM dual UNION ALL
  SELECT 'Jones', 2800 FROM dual UNION ALL
  SELECT 'OConnell', 2600 FROM dual UNION ALL
  SELECT 'Grant', 2600 FROM dual)
SELECT last_name, salary, mov_count
  FROM (SELECT last_name, salary,
               COUNT(*) OVER (ORDER BY salary RANGE BETWEEN 50 PRECEDING AND
                              150 FOLLOWING) AS mov_count
          FROM employees)
  WHERE last_name IN ('Olson', 'Markle', 'Philtanker', 'Gee', 'Landry', 'Colmenares', 'Marlow', 'Patel')
  ORDER BY salary, last_name;
= Olson | 2100 | 3
= Markle | 2200 | 2
= Philtanker | 2200 | 2
= Gee | 2400 | 8
= Landry | 2400 | 8
= Colmenares | 2500 | 10
= Marlow | 2500 | 10
= Patel | 2500 | 10

-- Oracle SQL Language Reference 23ai, MIN (Analytic Example; the rows the page prints)
WITH employees AS (
  SELECT 100 manager_id, 'Kochhar' last_name, DATE '2005-09-21' hire_date, 17000 salary FROM dual UNION ALL
  SELECT 100, 'De Haan', DATE '2001-01-13', 17000 FROM dual UNION ALL
  SELECT 100, 'Raphaely', DATE '2002-12-07', 11000 FROM dual UNION ALL
  SELECT 100, 'Weiss', DATE '2004-07-18', 8000 FROM dual UNION ALL
  SELECT 100, 'Fripp', DATE '2005-04-10', 8200 FROM dual UNION ALL
  SELECT 100, 'Kaufling', DATE '2003-05-01', 7900 FROM dual UNION ALL
  SELECT 100, 'Vollman', DATE '2005-10-10', 6500 FROM dual UNION ALL
  SELECT 100, 'Mourgos', DATE '2007-11-16', 5800 FROM dual UNION ALL
  SELECT 100, 'Russell', DATE '2004-10-01', 14000 FROM dual UNION ALL
  SELECT 100, 'Partners', DATE '2005-01-05', 13500 FROM dual UNION ALL
  SELECT 100, 'Errazuriz', DATE '2005-03-10', 12000 FROM dual UNION ALL
  SELECT 100, 'Cambrault', DATE '2007-10-15', 11000 FROM dual UNION ALL
  SELECT 100, 'Zlotkey', DATE '2008-01-29', 10500 FROM dual UNION ALL
  SELECT 100, 'Hartstein', DATE '2004-02-17', 13000 FROM dual)
SELECT *
  FROM (SELECT manager_id, last_name, TO_CHAR(hire_date, 'YYYY-MM-DD HH24:MI:SS') hire_date, salary,
               MIN(salary) OVER(PARTITION BY manager_id ORDER BY hire_date
                 RANGE UNBOUNDED PRECEDING) AS p_cmin
          FROM employees)
  WHERE last_name <= 'Russell'
  ORDER BY manager_id, last_name, hire_date, salary;
= 100 | Cambrault | 2007-10-15 00:00:00 | 11000 | 6500
= 100 | De Haan | 2001-01-13 00:00:00 | 17000 | 17000
= 100 | Errazuriz | 2005-03-10 00:00:00 | 12000 | 7900
= 100 | Fripp | 2005-04-10 00:00:00 | 8200 | 7900
= 100 | Hartstein | 2004-02-17 00:00:00 | 13000 | 7900
= 100 | Kaufling | 2003-05-01 00:00:00 | 7900 | 7900
= 100 | Kochhar | 2005-09-21 00:00:00 | 17000 | 7900
= 100 | Mourgos | 2007-11-16 00:00:00 | 5800 | 5800
= 100 | Partners | 2005-01-05 00:00:00 | 13500 | 7900
= 100 | Raphaely | 2002-12-07 00:00:00 | 11000 | 11000
= 100 | Russell | 2004-10-01 00:00:00 | 14000 | 7900

-- Oracle SQL Language Reference 23ai, MAX (Analytic Example; the rows the page prints)
WITH employees AS (
  SELECT 100 manager_id, 'Kochhar' last_name, 17000 salary FROM dual UNION ALL
  SELECT 100, 'De Haan', 17000 FROM dual UNION ALL
  SELECT 100, 'Raphaely', 11000 FROM dual UNION ALL
  SELECT 100, 'Weiss', 8000 FROM dual UNION ALL
  SELECT 100, 'Fripp', 8200 FROM dual UNION ALL
  SELECT 100, 'Kaufling', 7900 FROM dual UNION ALL
  SELECT 100, 'Vollman', 6500 FROM dual UNION ALL
  SELECT 100, 'Mourgos', 5800 FROM dual UNION ALL
  SELECT 100, 'Russell', 14000 FROM dual UNION ALL
  SELECT 100, 'Partners', 13500 FROM dual UNION ALL
  SELECT 100, 'Errazuriz', 12000 FROM dual UNION ALL
  SELECT 100, 'Cambrault', 11000 FROM dual UNION ALL
  SELECT 100, 'Zlotkey', 10500 FROM dual UNION ALL
  SELECT 100, 'Hartstein', 13000 FROM dual)
SELECT *
  FROM (SELECT manager_id, last_name, salary,
               MAX(salary) OVER (PARTITION BY manager_id) AS mgr_max
          FROM employees)
  WHERE last_name <= 'Kochhar'
  ORDER BY manager_id, last_name, salary;
= 100 | Cambrault | 11000 | 17000
= 100 | De Haan | 17000 | 17000
= 100 | Errazuriz | 12000 | 17000
= 100 | Fripp | 8200 | 17000
= 100 | Hartstein | 13000 | 17000
= 100 | Kaufling | 7900 | 17000
= 100 | Kochhar | 17000 | 17000

-- Oracle SQL Language Reference 23ai, MAX (Analytic Examples, second)
-- needs: hr
SELECT manager_id, last_name, salary
  FROM (SELECT manager_id, last_name, salary,
               MAX(salary) OVER (PARTITION BY manager_id) AS rmax_sal
          FROM employees)
  WHERE salary = rmax_sal
  ORDER BY manager_id, last_name, salary;
= 100 | De Haan | 17000
= 100 | Kochhar | 17000
= 101 | Greenberg | 12008
= 101 | Higgins | 12008
= 102 | Hunold | 9000
= 103 | Ernst | 6000
= 108 | Faviet | 9000
= 114 | Khoo | 3100
= 120 | Nayer | 3200
= 120 | Taylor | 3200
= 121 | Sarchand | 4200
= 122 | Chung | 3800
= 123 | Bell | 4000
= 124 | Rajs | 3500
= 145 | Tucker | 10000
= 146 | King | 10000
= 147 | Vishney | 10500
= 148 | Ozer | 11500
= 149 | Abel | 11000
= 201 | Fay | 6000
= 205 | Gietz | 8300
= NULL | King | 24000

-- Oracle SQL Language Reference 23ai, SUM (Analytic Example, RANGE UNBOUNDED PRECEDING with ties; the rows the page prints)
WITH employees AS (
  SELECT CAST(NULL AS NUMBER) manager_id, 'King' last_name, 24000 salary FROM dual UNION ALL
  SELECT 100, 'Kochhar', 17000 FROM dual UNION ALL
  SELECT 100, 'De Haan', 17000 FROM dual UNION ALL
  SELECT 100, 'Raphaely', 11000 FROM dual UNION ALL
  SELECT 100, 'Weiss', 8000 FROM dual UNION ALL
  SELECT 100, 'Fripp', 8200 FROM dual UNION ALL
  SELECT 100, 'Kaufling', 7900 FROM dual UNION ALL
  SELECT 100, 'Vollman', 6500 FROM dual UNION ALL
  SELECT 100, 'Mourgos', 5800 FROM dual UNION ALL
  SELECT 100, 'Russell', 14000 FROM dual UNION ALL
  SELECT 100, 'Partners', 13500 FROM dual UNION ALL
  SELECT 100, 'Errazuriz', 12000 FROM dual UNION ALL
  SELECT 100, 'Cambrault', 11000 FROM dual UNION ALL
  SELECT 100, 'Zlotkey', 10500 FROM dual UNION ALL
  SELECT 149, 'Abel', 11000 FROM dual UNION ALL
  SELECT 149, 'Hutton', 8800 FROM dual UNION ALL
  SELECT 149, 'Taylor', 8600 FROM dual UNION ALL
  SELECT 149, 'Livingston', 8400 FROM dual UNION ALL
  SELECT 149, 'Grant', 7000 FROM dual UNION ALL
  SELECT 149, 'Johnson', 6200 FROM dual UNION ALL
  SELECT 100, 'Hartstein', 13000 FROM dual UNION ALL
  SELECT 201, 'Fay', 6000 FROM dual UNION ALL
  SELECT 205, 'Gietz', 8300 FROM dual)
SELECT *
  FROM (SELECT manager_id, last_name, salary,
               SUM(salary) OVER (PARTITION BY manager_id ORDER BY salary
                 RANGE UNBOUNDED PRECEDING) l_csum
          FROM employees)
  WHERE last_name IN ('Cambrault', 'De Haan', 'Errazuriz', 'Fripp', 'Hartstein', 'Kaufling', 'Kochhar',
                      'Mourgos', 'Partners', 'Raphaely', 'Russell', 'Hutton', 'Johnson', 'Livingston',
                      'Taylor', 'Fay', 'Gietz', 'King')
  ORDER BY manager_id, last_name, salary, l_csum;
= 100 | Cambrault | 11000 | 68900
= 100 | De Haan | 17000 | 155400
= 100 | Errazuriz | 12000 | 80900
= 100 | Fripp | 8200 | 36400
= 100 | Hartstein | 13000 | 93900
= 100 | Kaufling | 7900 | 20200
= 100 | Kochhar | 17000 | 155400
= 100 | Mourgos | 5800 | 5800
= 100 | Partners | 13500 | 107400
= 100 | Raphaely | 11000 | 68900
= 100 | Russell | 14000 | 121400
= 149 | Hutton | 8800 | 39000
= 149 | Johnson | 6200 | 6200
= 149 | Livingston | 8400 | 21600
= 149 | Taylor | 8600 | 30200
= 201 | Fay | 6000 | 6000
= 205 | Gietz | 8300 | 8300
= NULL | King | 24000 | 24000

-- Oracle SQL Language Reference 23ai, LISTAGG (Aggregate Examples, single set)
WITH employees AS (
  SELECT 'Raphaely' last_name, DATE '2002-12-07' hire_date, 30 department_id FROM dual UNION ALL
  SELECT 'Khoo', DATE '2003-05-18', 30 FROM dual UNION ALL
  SELECT 'Baida', DATE '2005-12-24', 30 FROM dual UNION ALL
  SELECT 'Tobias', DATE '2005-07-24', 30 FROM dual UNION ALL
  SELECT 'Himuro', DATE '2006-11-15', 30 FROM dual UNION ALL
  SELECT 'Colmenares', DATE '2007-08-10', 30 FROM dual UNION ALL
  SELECT 'Hartstein', DATE '2004-02-17', 20 FROM dual UNION ALL
  SELECT 'Fay', DATE '2005-08-17', 20 FROM dual)
SELECT LISTAGG(last_name, '; ')
         WITHIN GROUP (ORDER BY hire_date, last_name) "Emp_list",
       TO_CHAR(MIN(hire_date), 'YYYY-MM-DD HH24:MI:SS') "Earliest"
  FROM employees
  WHERE department_id = 30;
= Raphaely; Khoo; Tobias; Baida; Himuro; Colmenares | 2002-12-07 00:00:00

-- Oracle SQL Language Reference 23ai, LISTAGG (Aggregate Examples, group set; some of the printed rows)
WITH employees AS (
  SELECT 'Hunold' last_name, DATE '2006-01-03' hire_date, 60 department_id FROM dual UNION ALL
  SELECT 'Ernst', DATE '2007-05-21', 60 FROM dual UNION ALL
  SELECT 'Austin', DATE '2005-06-25', 60 FROM dual UNION ALL
  SELECT 'Pataballa', DATE '2006-02-05', 60 FROM dual UNION ALL
  SELECT 'Lorentz', DATE '2007-02-07', 60 FROM dual UNION ALL
  SELECT 'Raphaely', DATE '2002-12-07', 30 FROM dual UNION ALL
  SELECT 'Khoo', DATE '2003-05-18', 30 FROM dual UNION ALL
  SELECT 'Baida', DATE '2005-12-24', 30 FROM dual UNION ALL
  SELECT 'Tobias', DATE '2005-07-24', 30 FROM dual UNION ALL
  SELECT 'Himuro', DATE '2006-11-15', 30 FROM dual UNION ALL
  SELECT 'Colmenares', DATE '2007-08-10', 30 FROM dual UNION ALL
  SELECT 'Whalen', DATE '2003-09-17', 10 FROM dual UNION ALL
  SELECT 'Hartstein', DATE '2004-02-17', 20 FROM dual UNION ALL
  SELECT 'Fay', DATE '2005-08-17', 20 FROM dual UNION ALL
  SELECT 'Mavris', DATE '2002-06-07', 40 FROM dual UNION ALL
  SELECT 'Baer', DATE '2002-06-07', 70 FROM dual)
SELECT department_id "Dept.",
       LISTAGG(last_name, '; ') WITHIN GROUP (ORDER BY hire_date) "Employees"
  FROM employees
  GROUP BY department_id
  ORDER BY department_id;
= 10 | Whalen
= 20 | Hartstein; Fay
= 30 | Raphaely; Khoo; Tobias; Baida; Himuro; Colmenares
= 40 | Mavris
= 60 | Austin; Hunold; Pataballa; Lorentz; Ernst
= 70 | Baer

-- Oracle SQL Language Reference 23ai, LISTAGG (Analytic Example)
WITH employees AS (
  SELECT 90 department_id, DATE '2003-06-17' hire_date, 'King' last_name FROM dual UNION ALL
  SELECT 90, DATE '2001-01-13', 'De Haan' FROM dual UNION ALL
  SELECT 100, DATE '2002-08-17', 'Greenberg' FROM dual UNION ALL
  SELECT 100, DATE '2002-08-16', 'Faviet' FROM dual UNION ALL
  SELECT 30, DATE '2002-12-07', 'Raphaely' FROM dual UNION ALL
  SELECT 30, DATE '2003-05-18', 'Khoo' FROM dual UNION ALL
  SELECT 50, DATE '2003-05-01', 'Kaufling' FROM dual UNION ALL
  SELECT 50, DATE '2003-07-14', 'Ladwig' FROM dual UNION ALL
  SELECT 50, DATE '2003-10-17', 'Rajs' FROM dual UNION ALL
  SELECT 10, DATE '2003-09-17', 'Whalen' FROM dual UNION ALL
  SELECT 40, DATE '2002-06-07', 'Mavris' FROM dual UNION ALL
  SELECT 70, DATE '2002-06-07', 'Baer' FROM dual UNION ALL
  SELECT 110, DATE '2002-06-07', 'Higgins' FROM dual UNION ALL
  SELECT 110, DATE '2002-06-07', 'Gietz' FROM dual)
SELECT department_id "Dept", TO_CHAR(hire_date, 'YYYY-MM-DD HH24:MI:SS') "Date", last_name "Name",
       LISTAGG(last_name, '; ') WITHIN GROUP (ORDER BY hire_date, last_name)
         OVER (PARTITION BY department_id) as "Emp_list"
  FROM employees
  WHERE hire_date < DATE '2003-09-01'
  ORDER BY "Dept", "Date", "Name";
= 30 | 2002-12-07 00:00:00 | Raphaely | Raphaely; Khoo
= 30 | 2003-05-18 00:00:00 | Khoo | Raphaely; Khoo
= 40 | 2002-06-07 00:00:00 | Mavris | Mavris
= 50 | 2003-05-01 00:00:00 | Kaufling | Kaufling; Ladwig
= 50 | 2003-07-14 00:00:00 | Ladwig | Kaufling; Ladwig
= 70 | 2002-06-07 00:00:00 | Baer | Baer
= 90 | 2001-01-13 00:00:00 | De Haan | De Haan; King
= 90 | 2003-06-17 00:00:00 | King | De Haan; King
= 100 | 2002-08-16 00:00:00 | Faviet | Faviet; Greenberg
= 100 | 2002-08-17 00:00:00 | Greenberg | Faviet; Greenberg
= 110 | 2002-06-07 00:00:00 | Gietz | Gietz; Higgins
= 110 | 2002-06-07 00:00:00 | Higgins | Gietz; Higgins

-- Oracle SQL Language Reference 23ai, FIRST (Aggregate Example, KEEP DENSE_RANK)
-- needs: hr
SELECT department_id,
       MIN(salary) KEEP (DENSE_RANK FIRST ORDER BY commission_pct) "Worst",
       MAX(salary) KEEP (DENSE_RANK LAST ORDER BY commission_pct) "Best"
  FROM employees
  GROUP BY department_id
  ORDER BY department_id;
= 10 | 4400 | 4400
= 20 | 6000 | 13000
= 30 | 2500 | 11000
= 40 | 6500 | 6500
= 50 | 2100 | 8200
= 60 | 4200 | 9000
= 70 | 10000 | 10000
= 80 | 6100 | 14000
= 90 | 17000 | 24000
= 100 | 6900 | 12008
= 110 | 8300 | 12008
= NULL | 7000 | 7000

-- Oracle SQL Language Reference 23ai, FIRST (Analytic Example, KEEP ... OVER; the rows the page prints)
WITH employees AS (
  SELECT 'Grant' last_name, CAST(NULL AS NUMBER) department_id, 7000 salary, .15 commission_pct FROM dual UNION ALL
  SELECT 'Whalen', 10, 4400, CAST(NULL AS NUMBER) FROM dual UNION ALL
  SELECT 'Hartstein', 20, 13000, CAST(NULL AS NUMBER) FROM dual UNION ALL
  SELECT 'Fay', 20, 6000, CAST(NULL AS NUMBER) FROM dual UNION ALL
  SELECT 'Higgins', 110, 12008, CAST(NULL AS NUMBER) FROM dual UNION ALL
  SELECT 'Gietz', 110, 8300, CAST(NULL AS NUMBER) FROM dual)
SELECT last_name, department_id, salary,
       MIN(salary) KEEP (DENSE_RANK FIRST ORDER BY commission_pct)
         OVER (PARTITION BY department_id) "Worst",
       MAX(salary) KEEP (DENSE_RANK LAST ORDER BY commission_pct)
         OVER (PARTITION BY department_id) "Best"
   FROM employees
   ORDER BY department_id, salary, last_name;
= Whalen | 10 | 4400 | 4400 | 4400
= Fay | 20 | 6000 | 6000 | 13000
= Hartstein | 20 | 13000 | 6000 | 13000
= Gietz | 110 | 8300 | 8300 | 12008
= Higgins | 110 | 12008 | 8300 | 12008
= Grant | NULL | 7000 | 7000 | 7000

-- Oracle SQL Language Reference 23ai, AVG / MAX / MIN / COUNT (Aggregate Examples; SUM left out: the page's 691400 is of an older data set)
-- needs: hr
SELECT ROUND(AVG(salary), 5), MAX(salary),
       TO_CHAR(MIN(hire_date), 'YYYY-MM-DD HH24:MI:SS'), COUNT(*), COUNT(commission_pct), COUNT(DISTINCT manager_id)
  FROM employees;
= 6461.83178 | 24000 | 2001-01-13 00:00:00 | 107 | 35 | 18

-- Oracle SQL Language Reference 23ai, SELECT (Using Partitioned Outer Joins: LAST_VALUE IGNORE NULLS; the densified input inlined from the preceding printed output)
WITH d AS (
  SELECT DATE '2001-04-01' time_id, 'bottle' product, 10 quantity FROM dual UNION ALL
  SELECT DATE '2001-04-02', 'bottle', CAST(NULL AS NUMBER) FROM dual UNION ALL
  SELECT DATE '2001-04-03', 'bottle', CAST(NULL AS NUMBER) FROM dual UNION ALL
  SELECT DATE '2001-04-04', 'bottle', CAST(NULL AS NUMBER) FROM dual UNION ALL
  SELECT DATE '2001-04-05', 'bottle', CAST(NULL AS NUMBER) FROM dual UNION ALL
  SELECT DATE '2001-04-06', 'bottle', 10 FROM dual UNION ALL
  SELECT DATE '2001-04-01', 'can', 10 FROM dual UNION ALL
  SELECT DATE '2001-04-02', 'can', CAST(NULL AS NUMBER) FROM dual UNION ALL
  SELECT DATE '2001-04-03', 'can', CAST(NULL AS NUMBER) FROM dual UNION ALL
  SELECT DATE '2001-04-04', 'can', 10 FROM dual UNION ALL
  SELECT DATE '2001-04-05', 'can', CAST(NULL AS NUMBER) FROM dual UNION ALL
  SELECT DATE '2001-04-06', 'can', CAST(NULL AS NUMBER) FROM dual)
SELECT TO_CHAR(time_id, 'YYYY-MM-DD HH24:MI:SS'), product, LAST_VALUE(quantity IGNORE NULLS)
   OVER (PARTITION BY product ORDER BY time_id) quantity
   FROM d
   ORDER BY 2, 1;
= 2001-04-01 00:00:00 | bottle | 10
= 2001-04-02 00:00:00 | bottle | 10
= 2001-04-03 00:00:00 | bottle | 10
= 2001-04-04 00:00:00 | bottle | 10
= 2001-04-05 00:00:00 | bottle | 10
= 2001-04-06 00:00:00 | bottle | 10
= 2001-04-01 00:00:00 | can | 10
= 2001-04-02 00:00:00 | can | 10
= 2001-04-03 00:00:00 | can | 10
= 2001-04-04 00:00:00 | can | 10
= 2001-04-05 00:00:00 | can | 10
= 2001-04-06 00:00:00 | can | 10

-- Oracle SQL Language Reference 23ai, SELECT (Using Partitioned Outer Joins: RIGHT OUTER JOIN with PARTITION BY)
-- gap: partitioned outer joins
WITH inventory AS (
  SELECT DATE '2001-04-01' time_id, 'bottle' product, 10 quantity FROM dual UNION ALL
  SELECT DATE '2001-04-06', 'bottle', 10 FROM dual UNION ALL
  SELECT DATE '2001-04-01', 'can', 10 FROM dual UNION ALL
  SELECT DATE '2001-04-04', 'can', 10 FROM dual),
times AS (SELECT DATE '2001-03-30' + LEVEL time_id FROM dual CONNECT BY LEVEL <= 10)
SELECT TO_CHAR(times.time_id, 'YYYY-MM-DD HH24:MI:SS'), product, quantity FROM inventory
   PARTITION BY (product)
   RIGHT OUTER JOIN times ON (times.time_id = inventory.time_id)
   WHERE times.time_id BETWEEN TO_DATE('01/04/01', 'DD/MM/YY')
      AND TO_DATE('06/04/01', 'DD/MM/YY')
   ORDER BY 2,1;
= 2001-04-01 00:00:00 | bottle | 10
= 2001-04-02 00:00:00 | bottle | NULL
= 2001-04-03 00:00:00 | bottle | NULL
= 2001-04-04 00:00:00 | bottle | NULL
= 2001-04-05 00:00:00 | bottle | NULL
= 2001-04-06 00:00:00 | bottle | 10
= 2001-04-01 00:00:00 | can | 10
= 2001-04-02 00:00:00 | can | NULL
= 2001-04-03 00:00:00 | can | NULL
= 2001-04-04 00:00:00 | can | 10
= 2001-04-05 00:00:00 | can | NULL
= 2001-04-06 00:00:00 | can | NULL

-- Oracle SQL Language Reference 23ai, NUMTOYMINTERVAL (SUM OVER ... RANGE NUMTOYMINTERVAL(1,'year') PRECEDING; the rows the page prints)
-- needs: hr
SELECT last_name, TO_CHAR(hire_date, 'YYYY-MM-DD HH24:MI:SS'), salary, t_sal
  FROM (SELECT last_name, hire_date, salary,
               SUM(salary) OVER (ORDER BY hire_date
                 RANGE NUMTOYMINTERVAL(1,'year') PRECEDING) AS t_sal
          FROM employees)
  WHERE last_name IN ('Abel', 'Ande', 'Atkinson', 'Austin', 'Walsh', 'Weiss', 'Whalen', 'Zlotkey')
  ORDER BY last_name, hire_date;
= Abel | 2004-05-11 00:00:00 | 11000 | 90300
= Ande | 2008-03-24 00:00:00 | 6400 | 112500
= Atkinson | 2005-10-30 00:00:00 | 2800 | 177000
= Austin | 2005-06-25 00:00:00 | 4800 | 134700
= Walsh | 2006-04-24 00:00:00 | 3100 | 186200
= Weiss | 2004-07-18 00:00:00 | 8000 | 70900
= Whalen | 2003-09-17 00:00:00 | 4400 | 54000
= Zlotkey | 2008-01-29 00:00:00 | 10500 | 119000

-- Oracle SQL Language Reference 23ai, NUMTODSINTERVAL (COUNT OVER ... RANGE NUMTODSINTERVAL(100, 'day') PRECEDING; the rows the page prints)
-- needs: hr
SELECT manager_id, last_name, TO_CHAR(hire_date, 'YYYY-MM-DD HH24:MI:SS'), t_count
  FROM (SELECT manager_id, last_name, hire_date,
               COUNT(*) OVER (PARTITION BY manager_id ORDER BY hire_date
                 RANGE NUMTODSINTERVAL(100, 'day') PRECEDING) AS t_count
          FROM employees)
  WHERE last_name IN ('Abel', 'Ande', 'Atkinson', 'Austin', 'Walsh', 'Weiss', 'Whalen', 'Zlotkey')
  ORDER BY last_name, hire_date;
= 149 | Abel | 2004-05-11 00:00:00 | 1
= 147 | Ande | 2008-03-24 00:00:00 | 3
= 121 | Atkinson | 2005-10-30 00:00:00 | 2
= 103 | Austin | 2005-06-25 00:00:00 | 1
= 124 | Walsh | 2006-04-24 00:00:00 | 2
= 100 | Weiss | 2004-07-18 00:00:00 | 1
= 101 | Whalen | 2003-09-17 00:00:00 | 1
= 100 | Zlotkey | 2008-01-29 00:00:00 | 2

-- oracle-base.com, LAG and LEAD Analytic Functions (misc/lag-lead-analytic-functions#lag; empno added to both ORDER BYs where salaries tie)
WITH emp AS (
  SELECT 7369 empno, 'SMITH' ename, 'CLERK' job, 800 sal FROM dual UNION ALL
  SELECT 7499, 'ALLEN', 'SALESMAN', 1600 FROM dual UNION ALL
  SELECT 7521, 'WARD', 'SALESMAN', 1250 FROM dual UNION ALL
  SELECT 7566, 'JONES', 'MANAGER', 2975 FROM dual UNION ALL
  SELECT 7654, 'MARTIN', 'SALESMAN', 1250 FROM dual UNION ALL
  SELECT 7698, 'BLAKE', 'MANAGER', 2850 FROM dual UNION ALL
  SELECT 7782, 'CLARK', 'MANAGER', 2450 FROM dual UNION ALL
  SELECT 7788, 'SCOTT', 'ANALYST', 3000 FROM dual UNION ALL
  SELECT 7839, 'KING', 'PRESIDENT', 5000 FROM dual UNION ALL
  SELECT 7844, 'TURNER', 'SALESMAN', 1500 FROM dual UNION ALL
  SELECT 7876, 'ADAMS', 'CLERK', 1100 FROM dual UNION ALL
  SELECT 7900, 'JAMES', 'CLERK', 950 FROM dual UNION ALL
  SELECT 7902, 'FORD', 'ANALYST', 3000 FROM dual UNION ALL
  SELECT 7934, 'MILLER', 'CLERK', 1300 FROM dual)
SELECT empno, ename, job, sal,
       LAG(sal, 1, 0) OVER (ORDER BY sal, empno) AS sal_prev,
       sal - LAG(sal, 1, 0) OVER (ORDER BY sal, empno) AS sal_diff
FROM emp
ORDER BY sal, empno;
= 7369 | SMITH | CLERK | 800 | 0 | 800
= 7900 | JAMES | CLERK | 950 | 800 | 150
= 7876 | ADAMS | CLERK | 1100 | 950 | 150
= 7521 | WARD | SALESMAN | 1250 | 1100 | 150
= 7654 | MARTIN | SALESMAN | 1250 | 1250 | 0
= 7934 | MILLER | CLERK | 1300 | 1250 | 50
= 7844 | TURNER | SALESMAN | 1500 | 1300 | 200
= 7499 | ALLEN | SALESMAN | 1600 | 1500 | 100
= 7782 | CLARK | MANAGER | 2450 | 1600 | 850
= 7698 | BLAKE | MANAGER | 2850 | 2450 | 400
= 7566 | JONES | MANAGER | 2975 | 2850 | 125
= 7788 | SCOTT | ANALYST | 3000 | 2975 | 25
= 7902 | FORD | ANALYST | 3000 | 3000 | 0
= 7839 | KING | PRESIDENT | 5000 | 3000 | 2000

-- oracle-base.com, LAG and LEAD Analytic Functions (misc/lag-lead-analytic-functions#lead; empno added to both ORDER BYs where salaries tie)
WITH emp AS (
  SELECT 7369 empno, 'SMITH' ename, 'CLERK' job, 800 sal FROM dual UNION ALL
  SELECT 7499, 'ALLEN', 'SALESMAN', 1600 FROM dual UNION ALL
  SELECT 7521, 'WARD', 'SALESMAN', 1250 FROM dual UNION ALL
  SELECT 7566, 'JONES', 'MANAGER', 2975 FROM dual UNION ALL
  SELECT 7654, 'MARTIN', 'SALESMAN', 1250 FROM dual UNION ALL
  SELECT 7698, 'BLAKE', 'MANAGER', 2850 FROM dual UNION ALL
  SELECT 7782, 'CLARK', 'MANAGER', 2450 FROM dual UNION ALL
  SELECT 7788, 'SCOTT', 'ANALYST', 3000 FROM dual UNION ALL
  SELECT 7839, 'KING', 'PRESIDENT', 5000 FROM dual UNION ALL
  SELECT 7844, 'TURNER', 'SALESMAN', 1500 FROM dual UNION ALL
  SELECT 7876, 'ADAMS', 'CLERK', 1100 FROM dual UNION ALL
  SELECT 7900, 'JAMES', 'CLERK', 950 FROM dual UNION ALL
  SELECT 7902, 'FORD', 'ANALYST', 3000 FROM dual UNION ALL
  SELECT 7934, 'MILLER', 'CLERK', 1300 FROM dual)
SELECT empno, ename, job, sal,
       LEAD(sal, 1, 0) OVER (ORDER BY sal, empno) AS sal_next,
       LEAD(sal, 1, 0) OVER (ORDER BY sal, empno) - sal AS sal_diff
FROM emp
ORDER BY sal, empno;
= 7369 | SMITH | CLERK | 800 | 950 | 150
= 7900 | JAMES | CLERK | 950 | 1100 | 150
= 7876 | ADAMS | CLERK | 1100 | 1250 | 150
= 7521 | WARD | SALESMAN | 1250 | 1250 | 0
= 7654 | MARTIN | SALESMAN | 1250 | 1300 | 50
= 7934 | MILLER | CLERK | 1300 | 1500 | 200
= 7844 | TURNER | SALESMAN | 1500 | 1600 | 100
= 7499 | ALLEN | SALESMAN | 1600 | 2450 | 850
= 7782 | CLARK | MANAGER | 2450 | 2850 | 400
= 7698 | BLAKE | MANAGER | 2850 | 2975 | 125
= 7566 | JONES | MANAGER | 2975 | 3000 | 25
= 7788 | SCOTT | ANALYST | 3000 | 3000 | 0
= 7902 | FORD | ANALYST | 3000 | 5000 | 2000
= 7839 | KING | PRESIDENT | 5000 | 0 | -5000

-- oracle-base.com, Analytic Functions (misc/analytic-functions: RANGE against ROWS running average; empno added as the tie breaker of ROWS)
WITH emp AS (
  SELECT 7934 empno, 10 deptno, 1300 sal FROM dual UNION ALL
  SELECT 7782, 10, 2450 FROM dual UNION ALL
  SELECT 7839, 10, 5000 FROM dual UNION ALL
  SELECT 7369, 20, 800 FROM dual UNION ALL
  SELECT 7876, 20, 1100 FROM dual UNION ALL
  SELECT 7566, 20, 2975 FROM dual UNION ALL
  SELECT 7788, 20, 3000 FROM dual UNION ALL
  SELECT 7902, 20, 3000 FROM dual)
SELECT empno, deptno, sal,
       ROUND(AVG(sal) OVER (PARTITION BY deptno ORDER BY sal
                      RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), 5) AS range_avg,
       ROUND(AVG(sal) OVER (PARTITION BY deptno ORDER BY sal, empno
                      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), 5) AS rows_avg
FROM   emp
ORDER BY deptno, sal, empno;
= 7934 | 10 | 1300 | 1300 | 1300
= 7782 | 10 | 2450 | 1875 | 1875
= 7839 | 10 | 5000 | 2916.66667 | 2916.66667
= 7369 | 20 | 800 | 800 | 800
= 7876 | 20 | 1100 | 950 | 950
= 7566 | 20 | 2975 | 1625 | 1625
= 7788 | 20 | 3000 | 2175 | 1968.75
= 7902 | 20 | 3000 | 2175 | 2175

-- oracle-base.com, Analytic Functions (text: the default windowing_clause is RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW; the printed RANGE column)
WITH emp AS (
  SELECT 7369 empno, 20 deptno, 800 sal FROM dual UNION ALL
  SELECT 7876, 20, 1100 FROM dual UNION ALL
  SELECT 7566, 20, 2975 FROM dual UNION ALL
  SELECT 7788, 20, 3000 FROM dual UNION ALL
  SELECT 7902, 20, 3000 FROM dual)
SELECT empno, deptno, sal,
       AVG(sal) OVER (PARTITION BY deptno ORDER BY sal) AS avg_dept_sal_sofar
FROM   emp
ORDER BY deptno, sal, empno;
= 7369 | 20 | 800 | 800
= 7876 | 20 | 1100 | 950
= 7566 | 20 | 2975 | 1625
= 7788 | 20 | 3000 | 2175
= 7902 | 20 | 3000 | 2175

-- oracle-base.com, NTH_VALUE Analytic Function (as quoted in a public repository: FROM FIRST and FROM LAST with the default window, a RANGE)
WITH emp AS (
  SELECT 7369 empno, 'SMITH' ename, 20 deptno, 800 sal FROM dual UNION ALL
  SELECT 7499, 'ALLEN', 30, 1600 FROM dual UNION ALL
  SELECT 7521, 'WARD', 30, 1250 FROM dual UNION ALL
  SELECT 7566, 'JONES', 20, 2975 FROM dual UNION ALL
  SELECT 7654, 'MARTIN', 30, 1250 FROM dual UNION ALL
  SELECT 7698, 'BLAKE', 30, 2850 FROM dual UNION ALL
  SELECT 7782, 'CLARK', 10, 2450 FROM dual UNION ALL
  SELECT 7788, 'SCOTT', 20, 3000 FROM dual UNION ALL
  SELECT 7839, 'KING', 10, 5000 FROM dual UNION ALL
  SELECT 7844, 'TURNER', 30, 1500 FROM dual UNION ALL
  SELECT 7876, 'ADAMS', 20, 1100 FROM dual UNION ALL
  SELECT 7900, 'JAMES', 30, 950 FROM dual UNION ALL
  SELECT 7902, 'FORD', 20, 3000 FROM dual UNION ALL
  SELECT 7934, 'MILLER', 10, 1300 FROM dual)
SELECT empno, ename, deptno, sal,
       NTH_VALUE(sal, 3) FROM FIRST OVER (ORDER BY sal) AS third_lowest_sal,
       NTH_VALUE(sal, 3) FROM LAST OVER (ORDER BY sal) AS third_highest_sal
FROM emp
ORDER BY sal, empno;
= 7369 | SMITH | 20 | 800 | NULL | NULL
= 7900 | JAMES | 30 | 950 | NULL | NULL
= 7876 | ADAMS | 20 | 1100 | 1100 | 800
= 7521 | WARD | 30 | 1250 | 1100 | 1100
= 7654 | MARTIN | 30 | 1250 | 1100 | 1100
= 7934 | MILLER | 10 | 1300 | 1100 | 1250
= 7844 | TURNER | 30 | 1500 | 1100 | 1250
= 7499 | ALLEN | 30 | 1600 | 1100 | 1300
= 7782 | CLARK | 10 | 2450 | 1100 | 1500
= 7698 | BLAKE | 30 | 2850 | 1100 | 1600
= 7566 | JONES | 20 | 2975 | 1100 | 2450
= 7788 | SCOTT | 20 | 3000 | 1100 | 2975
= 7902 | FORD | 20 | 3000 | 1100 | 2975
= 7839 | KING | 10 | 5000 | 1100 | 3000

-- oracle-base.com, NTH_VALUE Analytic Function (as quoted in a public repository: whole window)
WITH emp AS (
  SELECT 7369 empno, 'SMITH' ename, 20 deptno, 800 sal FROM dual UNION ALL
  SELECT 7499, 'ALLEN', 30, 1600 FROM dual UNION ALL
  SELECT 7521, 'WARD', 30, 1250 FROM dual UNION ALL
  SELECT 7566, 'JONES', 20, 2975 FROM dual UNION ALL
  SELECT 7654, 'MARTIN', 30, 1250 FROM dual UNION ALL
  SELECT 7698, 'BLAKE', 30, 2850 FROM dual UNION ALL
  SELECT 7782, 'CLARK', 10, 2450 FROM dual UNION ALL
  SELECT 7788, 'SCOTT', 20, 3000 FROM dual UNION ALL
  SELECT 7839, 'KING', 10, 5000 FROM dual UNION ALL
  SELECT 7844, 'TURNER', 30, 1500 FROM dual UNION ALL
  SELECT 7876, 'ADAMS', 20, 1100 FROM dual UNION ALL
  SELECT 7900, 'JAMES', 30, 950 FROM dual UNION ALL
  SELECT 7902, 'FORD', 20, 3000 FROM dual UNION ALL
  SELECT 7934, 'MILLER', 10, 1300 FROM dual)
SELECT empno, ename, deptno, sal,
       NTH_VALUE(sal, 3) FROM FIRST OVER (ORDER BY sal
         ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS third_lowest_sal,
       NTH_VALUE(sal, 3) FROM LAST OVER (ORDER BY sal
         ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS third_highest_sal
FROM emp
ORDER BY sal, empno;
= 7369 | SMITH | 20 | 800 | 1100 | 3000
= 7900 | JAMES | 30 | 950 | 1100 | 3000
= 7876 | ADAMS | 20 | 1100 | 1100 | 3000
= 7521 | WARD | 30 | 1250 | 1100 | 3000
= 7654 | MARTIN | 30 | 1250 | 1100 | 3000
= 7934 | MILLER | 10 | 1300 | 1100 | 3000
= 7844 | TURNER | 30 | 1500 | 1100 | 3000
= 7499 | ALLEN | 30 | 1600 | 1100 | 3000
= 7782 | CLARK | 10 | 2450 | 1100 | 3000
= 7698 | BLAKE | 30 | 2850 | 1100 | 3000
= 7566 | JONES | 20 | 2975 | 1100 | 3000
= 7788 | SCOTT | 20 | 3000 | 1100 | 3000
= 7902 | FORD | 20 | 3000 | 1100 | 3000
= 7839 | KING | 10 | 5000 | 1100 | 3000

-- oracle-base.com, NTH_VALUE Analytic Function (as quoted in a public repository: PARTITION BY)
WITH emp AS (
  SELECT 7369 empno, 'SMITH' ename, 20 deptno, 800 sal FROM dual UNION ALL
  SELECT 7499, 'ALLEN', 30, 1600 FROM dual UNION ALL
  SELECT 7521, 'WARD', 30, 1250 FROM dual UNION ALL
  SELECT 7566, 'JONES', 20, 2975 FROM dual UNION ALL
  SELECT 7654, 'MARTIN', 30, 1250 FROM dual UNION ALL
  SELECT 7698, 'BLAKE', 30, 2850 FROM dual UNION ALL
  SELECT 7782, 'CLARK', 10, 2450 FROM dual UNION ALL
  SELECT 7788, 'SCOTT', 20, 3000 FROM dual UNION ALL
  SELECT 7839, 'KING', 10, 5000 FROM dual UNION ALL
  SELECT 7844, 'TURNER', 30, 1500 FROM dual UNION ALL
  SELECT 7876, 'ADAMS', 20, 1100 FROM dual UNION ALL
  SELECT 7900, 'JAMES', 30, 950 FROM dual UNION ALL
  SELECT 7902, 'FORD', 20, 3000 FROM dual UNION ALL
  SELECT 7934, 'MILLER', 10, 1300 FROM dual)
SELECT empno, ename, deptno, sal,
       NTH_VALUE(sal, 2) FROM FIRST OVER (PARTITION BY deptno ORDER BY sal
         ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS second_lowest_sal,
       NTH_VALUE(sal, 2) FROM LAST OVER (PARTITION BY deptno ORDER BY sal
         ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS second_highest_sal
FROM emp
ORDER BY deptno, sal, empno DESC;
= 7934 | MILLER | 10 | 1300 | 2450 | 2450
= 7782 | CLARK | 10 | 2450 | 2450 | 2450
= 7839 | KING | 10 | 5000 | 2450 | 2450
= 7369 | SMITH | 20 | 800 | 1100 | 3000
= 7876 | ADAMS | 20 | 1100 | 1100 | 3000
= 7566 | JONES | 20 | 2975 | 1100 | 3000
= 7902 | FORD | 20 | 3000 | 1100 | 3000
= 7788 | SCOTT | 20 | 3000 | 1100 | 3000
= 7900 | JAMES | 30 | 950 | 1250 | 1600
= 7654 | MARTIN | 30 | 1250 | 1250 | 1600
= 7521 | WARD | 30 | 1250 | 1250 | 1600
= 7844 | TURNER | 30 | 1500 | 1250 | 1600
= 7499 | ALLEN | 30 | 1600 | 1250 | 1600
= 7698 | BLAKE | 30 | 2850 | 1250 | 1600

-- oracle-base.com, PERCENT_RANK Analytic Function (misc/percent_rank-analytic-function; as quoted in a public repository)
WITH emp AS (
  SELECT 7369 empno, 'SMITH' ename, 20 deptno, 800 sal FROM dual UNION ALL
  SELECT 7499, 'ALLEN', 30, 1600 FROM dual UNION ALL
  SELECT 7521, 'WARD', 30, 1250 FROM dual UNION ALL
  SELECT 7566, 'JONES', 20, 2975 FROM dual UNION ALL
  SELECT 7654, 'MARTIN', 30, 1250 FROM dual UNION ALL
  SELECT 7698, 'BLAKE', 30, 2850 FROM dual UNION ALL
  SELECT 7782, 'CLARK', 10, 2450 FROM dual UNION ALL
  SELECT 7788, 'SCOTT', 20, 3000 FROM dual UNION ALL
  SELECT 7839, 'KING', 10, 5000 FROM dual UNION ALL
  SELECT 7844, 'TURNER', 30, 1500 FROM dual UNION ALL
  SELECT 7876, 'ADAMS', 20, 1100 FROM dual UNION ALL
  SELECT 7900, 'JAMES', 30, 950 FROM dual UNION ALL
  SELECT 7902, 'FORD', 20, 3000 FROM dual UNION ALL
  SELECT 7934, 'MILLER', 10, 1300 FROM dual)
SELECT empno, ename, deptno, sal,
       ROUND(PERCENT_RANK() OVER (ORDER BY sal), 2) AS percent_rank_sal,
       ROUND(PERCENT_RANK() OVER (ORDER BY sal) * 100) AS percent_rank_sal_pct
FROM emp
ORDER BY sal, empno;
= 7369 | SMITH | 20 | 800 | 0 | 0
= 7900 | JAMES | 30 | 950 | .08 | 8
= 7876 | ADAMS | 20 | 1100 | .15 | 15
= 7521 | WARD | 30 | 1250 | .23 | 23
= 7654 | MARTIN | 30 | 1250 | .23 | 23
= 7934 | MILLER | 10 | 1300 | .38 | 38
= 7844 | TURNER | 30 | 1500 | .46 | 46
= 7499 | ALLEN | 30 | 1600 | .54 | 54
= 7782 | CLARK | 10 | 2450 | .62 | 62
= 7698 | BLAKE | 30 | 2850 | .69 | 69
= 7566 | JONES | 20 | 2975 | .77 | 77
= 7788 | SCOTT | 20 | 3000 | .85 | 85
= 7902 | FORD | 20 | 3000 | .85 | 85
= 7839 | KING | 10 | 5000 | 1 | 100

-- oracle-base.com, PERCENT_RANK Analytic Function (misc/percent_rank-analytic-function; as quoted in a public repository: PARTITION BY)
WITH emp AS (
  SELECT 7369 empno, 'SMITH' ename, 20 deptno, 800 sal FROM dual UNION ALL
  SELECT 7499, 'ALLEN', 30, 1600 FROM dual UNION ALL
  SELECT 7521, 'WARD', 30, 1250 FROM dual UNION ALL
  SELECT 7566, 'JONES', 20, 2975 FROM dual UNION ALL
  SELECT 7654, 'MARTIN', 30, 1250 FROM dual UNION ALL
  SELECT 7698, 'BLAKE', 30, 2850 FROM dual UNION ALL
  SELECT 7782, 'CLARK', 10, 2450 FROM dual UNION ALL
  SELECT 7788, 'SCOTT', 20, 3000 FROM dual UNION ALL
  SELECT 7839, 'KING', 10, 5000 FROM dual UNION ALL
  SELECT 7844, 'TURNER', 30, 1500 FROM dual UNION ALL
  SELECT 7876, 'ADAMS', 20, 1100 FROM dual UNION ALL
  SELECT 7900, 'JAMES', 30, 950 FROM dual UNION ALL
  SELECT 7902, 'FORD', 20, 3000 FROM dual UNION ALL
  SELECT 7934, 'MILLER', 10, 1300 FROM dual)
SELECT empno, ename, deptno, sal,
       ROUND(PERCENT_RANK() OVER (PARTITION BY deptno ORDER BY sal), 2) AS percent_rank_sal_by_dept,
       ROUND(PERCENT_RANK() OVER (PARTITION BY deptno ORDER BY sal) * 100) AS percent_rank_sal_pct_by_dept
FROM emp
ORDER BY deptno, sal, empno;
= 7934 | MILLER | 10 | 1300 | 0 | 0
= 7782 | CLARK | 10 | 2450 | .5 | 50
= 7839 | KING | 10 | 5000 | 1 | 100
= 7369 | SMITH | 20 | 800 | 0 | 0
= 7876 | ADAMS | 20 | 1100 | .25 | 25
= 7566 | JONES | 20 | 2975 | .5 | 50
= 7788 | SCOTT | 20 | 3000 | .75 | 75
= 7902 | FORD | 20 | 3000 | .75 | 75
= 7900 | JAMES | 30 | 950 | 0 | 0
= 7521 | WARD | 30 | 1250 | .2 | 20
= 7654 | MARTIN | 30 | 1250 | .2 | 20
= 7844 | TURNER | 30 | 1500 | .6 | 60
= 7499 | ALLEN | 30 | 1600 | .8 | 80
= 7698 | BLAKE | 30 | 2850 | 1 | 100

-- oracle-base.com, RANK and DENSE_RANK Analytic Functions (misc/rank-dense-rank-first-last-analytic-functions; as quoted in a public repository: both columns)
WITH emp AS (
  SELECT 7369 empno, 'SMITH' ename, 20 deptno, 800 sal FROM dual UNION ALL
  SELECT 7499, 'ALLEN', 30, 1600 FROM dual UNION ALL
  SELECT 7521, 'WARD', 30, 1250 FROM dual UNION ALL
  SELECT 7566, 'JONES', 20, 2975 FROM dual UNION ALL
  SELECT 7654, 'MARTIN', 30, 1250 FROM dual UNION ALL
  SELECT 7698, 'BLAKE', 30, 2850 FROM dual UNION ALL
  SELECT 7782, 'CLARK', 10, 2450 FROM dual UNION ALL
  SELECT 7788, 'SCOTT', 20, 3000 FROM dual UNION ALL
  SELECT 7839, 'KING', 10, 5000 FROM dual UNION ALL
  SELECT 7844, 'TURNER', 30, 1500 FROM dual UNION ALL
  SELECT 7876, 'ADAMS', 20, 1100 FROM dual UNION ALL
  SELECT 7900, 'JAMES', 30, 950 FROM dual UNION ALL
  SELECT 7902, 'FORD', 20, 3000 FROM dual UNION ALL
  SELECT 7934, 'MILLER', 10, 1300 FROM dual)
SELECT empno, deptno, sal,
       RANK() OVER (PARTITION BY deptno ORDER BY sal) as myrank,
       DENSE_RANK() OVER (PARTITION BY deptno ORDER BY sal) as mydrank
FROM emp
ORDER BY deptno, sal, empno DESC;
= 7934 | 10 | 1300 | 1 | 1
= 7782 | 10 | 2450 | 2 | 2
= 7839 | 10 | 5000 | 3 | 3
= 7369 | 20 | 800 | 1 | 1
= 7876 | 20 | 1100 | 2 | 2
= 7566 | 20 | 2975 | 3 | 3
= 7902 | 20 | 3000 | 4 | 4
= 7788 | 20 | 3000 | 4 | 4
= 7900 | 30 | 950 | 1 | 1
= 7654 | 30 | 1250 | 2 | 2
= 7521 | 30 | 1250 | 2 | 2
= 7844 | 30 | 1500 | 4 | 3
= 7499 | 30 | 1600 | 5 | 4
= 7698 | 30 | 2850 | 6 | 5

-- oracle-base.com, RANK and DENSE_RANK Analytic Functions (misc/rank-dense-rank-first-last-analytic-functions; as quoted in a public repository: bottom two of each department)
WITH emp AS (
  SELECT 7369 empno, 'SMITH' ename, 20 deptno, 800 sal FROM dual UNION ALL
  SELECT 7499, 'ALLEN', 30, 1600 FROM dual UNION ALL
  SELECT 7521, 'WARD', 30, 1250 FROM dual UNION ALL
  SELECT 7566, 'JONES', 20, 2975 FROM dual UNION ALL
  SELECT 7654, 'MARTIN', 30, 1250 FROM dual UNION ALL
  SELECT 7698, 'BLAKE', 30, 2850 FROM dual UNION ALL
  SELECT 7782, 'CLARK', 10, 2450 FROM dual UNION ALL
  SELECT 7788, 'SCOTT', 20, 3000 FROM dual UNION ALL
  SELECT 7839, 'KING', 10, 5000 FROM dual UNION ALL
  SELECT 7844, 'TURNER', 30, 1500 FROM dual UNION ALL
  SELECT 7876, 'ADAMS', 20, 1100 FROM dual UNION ALL
  SELECT 7900, 'JAMES', 30, 950 FROM dual UNION ALL
  SELECT 7902, 'FORD', 20, 3000 FROM dual UNION ALL
  SELECT 7934, 'MILLER', 10, 1300 FROM dual)
SELECT v1.*
FROM (SELECT empno, deptno, sal,
             RANK() OVER (PARTITION BY deptno ORDER BY sal) AS myrank
      FROM emp
     ) v1
WHERE v1.myrank <= 2
ORDER BY deptno, sal, empno;
= 7934 | 10 | 1300 | 1
= 7782 | 10 | 2450 | 2
= 7369 | 20 | 800 | 1
= 7876 | 20 | 1100 | 2
= 7900 | 30 | 950 | 1
= 7521 | 30 | 1250 | 2
= 7654 | 30 | 1250 | 2

-- oracle-base.com, ROW_NUMBER Analytic Function (misc/row_number-analytic-function; as quoted in a public repository; empno added where salaries tie: with RANK and DENSE_RANK)
WITH emp AS (
  SELECT 7369 empno, 'SMITH' ename, 20 deptno, 800 sal FROM dual UNION ALL
  SELECT 7499, 'ALLEN', 30, 1600 FROM dual UNION ALL
  SELECT 7521, 'WARD', 30, 1250 FROM dual UNION ALL
  SELECT 7566, 'JONES', 20, 2975 FROM dual UNION ALL
  SELECT 7654, 'MARTIN', 30, 1250 FROM dual UNION ALL
  SELECT 7698, 'BLAKE', 30, 2850 FROM dual UNION ALL
  SELECT 7782, 'CLARK', 10, 2450 FROM dual UNION ALL
  SELECT 7788, 'SCOTT', 20, 3000 FROM dual UNION ALL
  SELECT 7839, 'KING', 10, 5000 FROM dual UNION ALL
  SELECT 7844, 'TURNER', 30, 1500 FROM dual UNION ALL
  SELECT 7876, 'ADAMS', 20, 1100 FROM dual UNION ALL
  SELECT 7900, 'JAMES', 30, 950 FROM dual UNION ALL
  SELECT 7902, 'FORD', 20, 3000 FROM dual UNION ALL
  SELECT 7934, 'MILLER', 10, 1300 FROM dual)
SELECT empno, ename, deptno, sal,
       ROW_NUMBER() OVER (ORDER BY sal, empno) AS row_num,
       RANK() OVER (ORDER BY sal) AS row_rank,
       DENSE_RANK() OVER (ORDER BY sal) AS row_dense_rank
FROM emp
ORDER BY row_num;
= 7369 | SMITH | 20 | 800 | 1 | 1 | 1
= 7900 | JAMES | 30 | 950 | 2 | 2 | 2
= 7876 | ADAMS | 20 | 1100 | 3 | 3 | 3
= 7521 | WARD | 30 | 1250 | 4 | 4 | 4
= 7654 | MARTIN | 30 | 1250 | 5 | 4 | 4
= 7934 | MILLER | 10 | 1300 | 6 | 6 | 5
= 7844 | TURNER | 30 | 1500 | 7 | 7 | 6
= 7499 | ALLEN | 30 | 1600 | 8 | 8 | 7
= 7782 | CLARK | 10 | 2450 | 9 | 9 | 8
= 7698 | BLAKE | 30 | 2850 | 10 | 10 | 9
= 7566 | JONES | 20 | 2975 | 11 | 11 | 10
= 7788 | SCOTT | 20 | 3000 | 12 | 12 | 11
= 7902 | FORD | 20 | 3000 | 13 | 12 | 11
= 7839 | KING | 10 | 5000 | 14 | 14 | 12

-- oracle-base.com, ROW_NUMBER Analytic Function (misc/row_number-analytic-function; as quoted in a public repository; empno added where salaries tie: PARTITION BY, DESC)
WITH emp AS (
  SELECT 7369 empno, 'SMITH' ename, 20 deptno, 800 sal FROM dual UNION ALL
  SELECT 7499, 'ALLEN', 30, 1600 FROM dual UNION ALL
  SELECT 7521, 'WARD', 30, 1250 FROM dual UNION ALL
  SELECT 7566, 'JONES', 20, 2975 FROM dual UNION ALL
  SELECT 7654, 'MARTIN', 30, 1250 FROM dual UNION ALL
  SELECT 7698, 'BLAKE', 30, 2850 FROM dual UNION ALL
  SELECT 7782, 'CLARK', 10, 2450 FROM dual UNION ALL
  SELECT 7788, 'SCOTT', 20, 3000 FROM dual UNION ALL
  SELECT 7839, 'KING', 10, 5000 FROM dual UNION ALL
  SELECT 7844, 'TURNER', 30, 1500 FROM dual UNION ALL
  SELECT 7876, 'ADAMS', 20, 1100 FROM dual UNION ALL
  SELECT 7900, 'JAMES', 30, 950 FROM dual UNION ALL
  SELECT 7902, 'FORD', 20, 3000 FROM dual UNION ALL
  SELECT 7934, 'MILLER', 10, 1300 FROM dual)
SELECT empno, ename, deptno, sal,
       ROW_NUMBER() OVER (PARTITION BY deptno ORDER BY sal DESC, empno) AS row_num
FROM emp
ORDER BY deptno, row_num;
= 7839 | KING | 10 | 5000 | 1
= 7782 | CLARK | 10 | 2450 | 2
= 7934 | MILLER | 10 | 1300 | 3
= 7788 | SCOTT | 20 | 3000 | 1
= 7902 | FORD | 20 | 3000 | 2
= 7566 | JONES | 20 | 2975 | 3
= 7876 | ADAMS | 20 | 1100 | 4
= 7369 | SMITH | 20 | 800 | 5
= 7698 | BLAKE | 30 | 2850 | 1
= 7499 | ALLEN | 30 | 1600 | 2
= 7844 | TURNER | 30 | 1500 | 3
= 7521 | WARD | 30 | 1250 | 4
= 7654 | MARTIN | 30 | 1250 | 5
= 7900 | JAMES | 30 | 950 | 6

-- oracle-base.com, ROW_NUMBER Analytic Function (misc/row_number-analytic-function; as quoted in a public repository; empno added where salaries tie: best paid of each department)
WITH emp AS (
  SELECT 7369 empno, 'SMITH' ename, 20 deptno, 800 sal FROM dual UNION ALL
  SELECT 7499, 'ALLEN', 30, 1600 FROM dual UNION ALL
  SELECT 7521, 'WARD', 30, 1250 FROM dual UNION ALL
  SELECT 7566, 'JONES', 20, 2975 FROM dual UNION ALL
  SELECT 7654, 'MARTIN', 30, 1250 FROM dual UNION ALL
  SELECT 7698, 'BLAKE', 30, 2850 FROM dual UNION ALL
  SELECT 7782, 'CLARK', 10, 2450 FROM dual UNION ALL
  SELECT 7788, 'SCOTT', 20, 3000 FROM dual UNION ALL
  SELECT 7839, 'KING', 10, 5000 FROM dual UNION ALL
  SELECT 7844, 'TURNER', 30, 1500 FROM dual UNION ALL
  SELECT 7876, 'ADAMS', 20, 1100 FROM dual UNION ALL
  SELECT 7900, 'JAMES', 30, 950 FROM dual UNION ALL
  SELECT 7902, 'FORD', 20, 3000 FROM dual UNION ALL
  SELECT 7934, 'MILLER', 10, 1300 FROM dual)
SELECT v1.*
FROM (SELECT empno, ename, deptno, sal,
             ROW_NUMBER() OVER (PARTITION BY deptno ORDER BY sal DESC, empno) AS row_num
      FROM emp
     ) v1
WHERE v1.row_num < 2
ORDER BY deptno;
= 7839 | KING | 10 | 5000 | 1
= 7788 | SCOTT | 20 | 3000 | 1
= 7698 | BLAKE | 30 | 2850 | 1

-- Oracle SQL Language Reference 23ai, Analytic Functions (text: NULLS LAST is the default for ascending order, NULLS FIRST for descending)
WITH t AS (
  SELECT 1 n, 10 v FROM dual UNION ALL
  SELECT 2, CAST(NULL AS NUMBER) FROM dual UNION ALL
  SELECT 3, 20 FROM dual)
SELECT n, v, ROW_NUMBER() OVER (ORDER BY v) a, ROW_NUMBER() OVER (ORDER BY v DESC) d,
       ROW_NUMBER() OVER (ORDER BY v NULLS FIRST) af, ROW_NUMBER() OVER (ORDER BY v DESC NULLS LAST) dl
  FROM t ORDER BY n;
= 1 | 10 | 1 | 3 | 2 | 2
= 2 | NULL | 3 | 1 | 1 | 3
= 3 | 20 | 2 | 2 | 3 | 1

-- Oracle SQL Language Reference 23ai, SELECT order_by_clause (text: the same defaults for the query's ORDER BY)
WITH t AS (
  SELECT 1 n, 10 v FROM dual UNION ALL
  SELECT 2, CAST(NULL AS NUMBER) FROM dual UNION ALL
  SELECT 3, 20 FROM dual)
SELECT v FROM t ORDER BY v DESC;
= NULL
= 20
= 10

-- Oracle SQL Language Reference 23ai, FIRST_VALUE and LAST_VALUE (text: RESPECT NULLS is the default; IGNORE NULLS gives the first / last non-null value)
WITH t AS (
  SELECT 1 n, CAST(NULL AS NUMBER) v FROM dual UNION ALL
  SELECT 2, 20 FROM dual UNION ALL
  SELECT 3, 30 FROM dual UNION ALL
  SELECT 4, CAST(NULL AS NUMBER) FROM dual)
SELECT n, FIRST_VALUE(v) OVER (ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) fr,
       FIRST_VALUE(v) IGNORE NULLS OVER (ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) fi,
       LAST_VALUE(v) OVER (ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) lr,
       LAST_VALUE(v IGNORE NULLS) OVER (ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) li
  FROM t ORDER BY n;
= 1 | NULL | 20 | NULL | 30
= 2 | NULL | 20 | NULL | 30
= 3 | NULL | 20 | NULL | 30
= 4 | NULL | 20 | NULL | 30

-- Oracle SQL Language Reference 23ai, Analytic Functions (text: an omitted end point is the current row; an omitted windowing clause is RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
WITH t AS (
  SELECT 1 n, 10 v FROM dual UNION ALL
  SELECT 1, 20 FROM dual UNION ALL
  SELECT 2, 30 FROM dual)
SELECT n, v, SUM(v) OVER (ORDER BY n) a, SUM(v) OVER (ORDER BY n RANGE UNBOUNDED PRECEDING) b,
       SUM(v) OVER (ORDER BY n, v ROWS UNBOUNDED PRECEDING) c, SUM(v) OVER (ORDER BY n, v ROWS 1 PRECEDING) d
  FROM t ORDER BY n, v;
= 1 | 10 | 30 | 30 | 10 | 10
= 1 | 20 | 30 | 30 | 30 | 30
= 2 | 30 | 60 | 60 | 60 | 50

-- public notes quoting Oracle output (listagg of SCOTT's EMP by department)
WITH emp AS (
  SELECT 'SMITH' ename, 20 deptno FROM dual UNION ALL
  SELECT 'ALLEN', 30 FROM dual UNION ALL
  SELECT 'WARD', 30 FROM dual UNION ALL
  SELECT 'JONES', 20 FROM dual UNION ALL
  SELECT 'MARTIN', 30 FROM dual UNION ALL
  SELECT 'BLAKE', 30 FROM dual UNION ALL
  SELECT 'CLARK', 10 FROM dual UNION ALL
  SELECT 'SCOTT', 20 FROM dual UNION ALL
  SELECT 'KING', 10 FROM dual UNION ALL
  SELECT 'TURNER', 30 FROM dual UNION ALL
  SELECT 'ADAMS', 20 FROM dual UNION ALL
  SELECT 'JAMES', 30 FROM dual UNION ALL
  SELECT 'FORD', 20 FROM dual UNION ALL
  SELECT 'MILLER', 10 FROM dual)
select deptno, listagg (ename, ',')
WITHIN GROUP
(ORDER BY ename) enames
FROM emp
GROUP BY deptno
ORDER BY deptno;
= 10 | CLARK,KING,MILLER
= 20 | ADAMS,FORD,JONES,SCOTT,SMITH
= 30 | ALLEN,BLAKE,JAMES,MARTIN,TURNER,WARD

-- Oracle SQL Language Reference 23ai, REGEXP_LIKE Condition (Pattern-matching Conditions)
WITH employees AS (
  SELECT 'Steven' first_name, 'King' last_name FROM dual UNION ALL
  SELECT 'Neena', 'Kochhar' FROM dual UNION ALL
  SELECT 'Lex', 'De Haan' FROM dual UNION ALL
  SELECT 'Steven', 'Markle' FROM dual UNION ALL
  SELECT 'Stephen', 'Stiles' FROM dual)
SELECT first_name, last_name
FROM employees
WHERE REGEXP_LIKE (first_name, '^Ste(v|ph)en$')
ORDER BY first_name, last_name;
= Stephen | Stiles
= Steven | King
= Steven | Markle

-- Oracle SQL Language Reference 23ai, REGEXP_LIKE Condition (double vowel, back reference and 'i')
-- needs: hr
SELECT last_name
FROM employees
WHERE REGEXP_LIKE (last_name, '([aeiou])\1', 'i')
ORDER BY last_name;
= Bloom
= De Haan
= Feeney
= Gee
= Greenberg
= Greene
= Khoo
= Lee

-- Oracle SQL Language Reference 23ai, REGEXP_COUNT
SELECT REGEXP_COUNT('123123123123123', '(12)3', 1, 'i') REGEXP_COUNT
   FROM DUAL;
= 5

-- Oracle SQL Language Reference 23ai, REGEXP_COUNT (start position 3)
SELECT REGEXP_COUNT('123123123123', '123', 3, 'i') COUNT FROM DUAL;
= 3

-- Oracle SQL Language Reference 23ai, REGEXP_COUNT (simple matching)
select regexp_count('ABC123', '[A-Z]'), regexp_count('A1B2C3', '[A-Z]') from dual;
= 3 | 3

-- Oracle SQL Language Reference 23ai, REGEXP_COUNT (simple matching: letter followed by digit)
select regexp_count('ABC123', '[A-Z][0-9]'), regexp_count('A1B2C3', '[A-Z][0-9]') from dual;
= 1 | 3

-- Oracle SQL Language Reference 23ai, REGEXP_COUNT (simple matching: only at the beginning; statement as in the printed column headings)
select regexp_count('ABC123', '^[A-Z][0-9]'), regexp_count('A1B2C3', '^[A-Z][0-9]') from dual;
= 0 | 1

-- Oracle SQL Language Reference 23ai, REGEXP_COUNT (simple matching: {2})
select regexp_count('ABC123', '[A-Z][0-9]{2}'), regexp_count('A1B2C3', '[A-Z][0-9]{2}') from dual;
= 1 | 0

-- Oracle SQL Language Reference 23ai, REGEXP_COUNT (simple matching: ([A-Z][0-9]){2})
select regexp_count('ABC123', '([A-Z][0-9]){2}'), regexp_count('A1B2C3', '([A-Z][0-9]){2}') from dual;
= 0 | 1

-- Oracle SQL Language Reference 23ai, REGEXP_COUNT (advanced matching: at the start)
select regexp_count('ABC123A5', '^[A-Z][0-9]') Char_num_like_A1_at_start,
regexp_count('A1B2C3', '^[A-Z][0-9]') Char_num_like_A1_at_start2 from dual;
= 0 | 1

-- Oracle SQL Language Reference 23ai, REGEXP_COUNT (advanced matching: anywhere)
select regexp_count('ABC123', '[A-Z][0-9]{2}') Char_num_like_A12_anywhere,
regexp_count('A1B2C34', '[A-Z][0-9]{2}') Char_num_like_A12_anywhere2 from dual;
= 1 | 1

-- Oracle SQL Language Reference 23ai, REGEXP_COUNT (advanced matching: within two places)
select regexp_count('ABC12D3', '([A-Z][0-9]){2}') Char_num_within_2_places,
regexp_count('A1B2C3', '([A-Z][0-9]){2}') Char_num_within_2_places2 from dual;
= 0 | 1

-- Oracle SQL Language Reference 23ai, REGEXP_COUNT (case-sensitive matching; the page's five statements in one)
WITH regexp_temp AS (SELECT 'John Doe' empName FROM dual UNION ALL SELECT 'Jane Doe' FROM dual)
SELECT empName, REGEXP_COUNT(empName, 'e', 1, 'c') "CASE_SENSITIVE_E",
       REGEXP_COUNT(empName, 'o', 1, 'c') "CASE_SENSITIVE_O",
       REGEXP_COUNT(empName, 'E', 1, 'i') "CASE_INSENSITIVE_E",
       REGEXP_COUNT(empName, 'do', 1, 'i') "CASE_INSENSITIVE_STRING",
       REGEXP_COUNT(empName, 'an', 1, 'c') "CASE_SENSITIVE_STRING"
  FROM regexp_temp ORDER BY empName DESC;
= John Doe | 1 | 2 | 1 | 1 | 0
= Jane Doe | 2 | 1 | 2 | 1 | 1

-- Oracle SQL Language Reference 23ai, REGEXP_INSTR (sixth occurrence)
SELECT
  REGEXP_INSTR('500 Oracle Parkway, Redwood Shores, CA',
               '[^ ]+', 1, 6) "REGEXP_INSTR"
  FROM DUAL;
= 37

-- Oracle SQL Language Reference 23ai, REGEXP_INSTR (return option 1, 'i')
SELECT
  REGEXP_INSTR('500 Oracle Parkway, Redwood Shores, CA',
               '[s|r|p][[:alpha:]]{6}', 3, 2, 1, 'i') "REGEXP_INSTR"
  FROM DUAL;
= 28

-- Oracle SQL Language Reference 23ai, REGEXP_INSTR (subexpr 1)
SELECT REGEXP_INSTR('1234567890', '(123)(4(56)(78))', 1, 1, 0, 'i', 1)
"REGEXP_INSTR" FROM DUAL;
= 1

-- Oracle SQL Language Reference 23ai, REGEXP_INSTR (subexpr 2)
SELECT REGEXP_INSTR('1234567890', '(123)(4(56)(78))', 1, 1, 0, 'i', 2)
"REGEXP_INSTR" FROM DUAL;
= 4

-- Oracle SQL Language Reference 23ai, REGEXP_INSTR (subexpr 4)
SELECT REGEXP_INSTR('1234567890', '(123)(4(56)(78))', 1, 1, 0, 'i', 4)
"REGEXP_INSTR" FROM DUAL;
= 7

-- Oracle SQL Language Reference 23ai, REGEXP_INSTR (pattern matching; e-mail)
WITH regexp_temp AS (SELECT 'johndoe@example.com' emailID FROM dual UNION ALL SELECT 'example.com' FROM dual)
SELECT emailID, REGEXP_INSTR(emailID, '\w+@\w+(\.\w+)+') "IS_A_VALID_EMAIL" FROM regexp_temp ORDER BY 2 DESC;
= johndoe@example.com | 1
= example.com | 0

-- Oracle SQL Language Reference 23ai, REGEXP_SUBSTR
SELECT
  REGEXP_SUBSTR('500 Oracle Parkway, Redwood Shores, CA',
                ',[^,]+,') "REGEXPR_SUBSTR"
  FROM DUAL;
= , Redwood Shores,

-- Oracle SQL Language Reference 23ai, REGEXP_SUBSTR (URL)
SELECT
  REGEXP_SUBSTR('http://www.example.com/products',
                'http://([[:alnum:]]+\.?){3,4}/?') "REGEXP_SUBSTR"
  FROM DUAL;
= http://www.example.com/

-- Oracle SQL Language Reference 23ai, REGEXP_SUBSTR (subexpr 1)
SELECT REGEXP_SUBSTR('1234567890', '(123)(4(56)(78))', 1, 1, 'i', 1)
"REGEXP_SUBSTR" FROM DUAL;
= 123

-- Oracle SQL Language Reference 23ai, REGEXP_SUBSTR (subexpr 4)
SELECT REGEXP_SUBSTR('1234567890', '(123)(4(56)(78))', 1, 1, 'i', 4)
"REGEXP_SUBSTR" FROM DUAL;
= 78

-- Oracle SQL Language Reference 23ai, REGEXP_SUBSTR (pattern matching: e-mail)
WITH regexp_temp AS (SELECT 'John Doe' empName, 'johndoe@example.com' emailID FROM dual UNION ALL
                     SELECT 'Jane Doe', 'janedoe' FROM dual)
SELECT empName, REGEXP_SUBSTR(emailID, '[[:alnum:]]+\@[[:alnum:]]+\.[[:alnum:]]+') "Valid Email" FROM regexp_temp
 ORDER BY empName DESC;
= John Doe | johndoe@example.com
= Jane Doe | NULL

-- Oracle SQL Language Reference 23ai, REGEXP_SUBSTR (Extract Numbers and Alphabets)
with strings as (
  select 'ABC123' str, 1 n from dual union all
  select 'A1B2C3' str, 2 from dual union all
  select '123ABC' str, 3 from dual union all
  select '1A2B3C' str, 4 from dual
)
  select regexp_substr(str, '[0-9]') First_Occurrence_of_Number,
         regexp_substr(str, '[0-9].*') Num_Followed_by_String,
         regexp_substr(str, '[A-Z][0-9]') Letter_Followed_by_String
  from strings order by n;
= 1 | 123 | C1
= 1 | 1B2C3 | A1
= 1 | 123ABC | NULL
= 1 | 1A2B3C | A2

-- Oracle SQL Language Reference 23ai, REGEXP_SUBSTR (Extract Passenger Names and Flight Information)
with strings as (
  select 'LHRJFK/010315/JOHNDOE' str, 1 n from dual union all
  select 'CDGLAX/050515/JANEDOE' str, 2 from dual union all
  select 'LAXCDG/220515/JOHNDOE' str, 3 from dual union all
  select 'SFOJFK/010615/JANEDOE' str, 4 from dual
)
  SELECT regexp_substr(str, '[A-Z]{6}') String_of_6_characters,
         regexp_substr(str, '[0-9]+') First_Matching_Numbers,
         regexp_substr(str, '[A-Z].*$') Letter_by_other_characters,
         regexp_substr(str, '/[A-Z].*$') Slash_letter_and_characters
  FROM strings order by n;
= LHRJFK | 010315 | LHRJFK/010315/JOHNDOE | /JOHNDOE
= CDGLAX | 050515 | CDGLAX/050515/JANEDOE | /JANEDOE
= LAXCDG | 220515 | LAXCDG/220515/JOHNDOE | /JOHNDOE
= SFOJFK | 010615 | SFOJFK/010615/JANEDOE | /JANEDOE

-- Oracle SQL Language Reference 23ai, REGEXP_REPLACE (phone_number; the printed rows)
WITH employees AS (
  SELECT '515.123.4444' phone_number FROM dual UNION ALL
  SELECT '515.123.4567' FROM dual UNION ALL
  SELECT '515.123.4568' FROM dual UNION ALL
  SELECT '515.123.4569' FROM dual UNION ALL
  SELECT '515.123.5555' FROM dual)
SELECT
  REGEXP_REPLACE(phone_number,
                 '([[:digit:]]{3})\.([[:digit:]]{3})\.([[:digit:]]{4})',
                 '(\1) \2-\3') "REGEXP_REPLACE"
  FROM employees
  ORDER BY "REGEXP_REPLACE";
= (515) 123-4444
= (515) 123-4567
= (515) 123-4568
= (515) 123-4569
= (515) 123-5555

-- Oracle SQL Language Reference 23ai, REGEXP_REPLACE (a space after each character; brackets show the trailing space)
WITH countries AS (
  SELECT 'Argentina' country_name FROM dual UNION ALL
  SELECT 'Australia' FROM dual UNION ALL
  SELECT 'Belgium' FROM dual UNION ALL
  SELECT 'Brazil' FROM dual UNION ALL
  SELECT 'Canada' FROM dual)
SELECT
  '[' || REGEXP_REPLACE(country_name, '(.)', '\1 ') || ']' "REGEXP_REPLACE"
  FROM countries ORDER BY country_name;
= [A r g e n t i n a ]
= [A u s t r a l i a ]
= [B e l g i u m ]
= [B r a z i l ]
= [C a n a d a ]

-- Oracle SQL Language Reference 23ai, REGEXP_REPLACE (two or more spaces)
SELECT
  REGEXP_REPLACE('500   Oracle     Parkway,    Redwood  Shores, CA',
                 '( ){2,}', ' ') "REGEXP_REPLACE"
  FROM DUAL;
= 500 Oracle Parkway, Redwood Shores, CA

-- Oracle SQL Language Reference 23ai, REGEXP_REPLACE (Jane to John)
WITH regexp_temp AS (SELECT 'John Doe' empName FROM dual UNION ALL SELECT 'Jane Doe' FROM dual)
SELECT empName, REGEXP_REPLACE (empName, 'Jane', 'John') "STRING_REPLACE" FROM regexp_temp ORDER BY empName DESC;
= John Doe | John Doe
= Jane Doe | John Doe

-- Oracle SQL Language Reference 23ai, REGEXP_REPLACE (all the numbers; empty replacement)
WITH strings AS (
  SELECT 'abc123' s FROM dual union all
  SELECT '123abc' s FROM dual union all
  SELECT 'a1b2c3' s FROM dual
)
  SELECT s "STRING", regexp_replace(s, '[0-9]', '') "MODIFIED_STRING"
  FROM strings ORDER BY s;
= 123abc | abc
= a1b2c3 | abc
= abc123 | abc

-- Oracle SQL Language Reference 23ai, REGEXP_REPLACE (first occurrence)
WITH strings AS (
  SELECT 'abc123' s from DUAL union all
  SELECT '123abc' s from DUAL union all
  SELECT 'a1b2c3' s from DUAL
)
  SELECT s "STRING", REGEXP_REPLACE(s, '[0-9]', '', 1, 1) "MODIFIED_STRING"
  FROM   strings ORDER BY s;
= 123abc | 23abc
= a1b2c3 | ab2c3
= abc123 | abc23

-- Oracle SQL Language Reference 23ai, REGEXP_REPLACE (second occurrence)
WITH strings AS (
  SELECT 'abc123' s from DUAL union all
  SELECT '123abc' s from DUAL union all
  SELECT 'a1b2c3' s from DUAL
)
  SELECT s "STRING", REGEXP_REPLACE(s, '[0-9]', '', 1, 2) "MODIFIED_STRING"
  FROM   strings ORDER BY s;
= 123abc | 13abc
= a1b2c3 | a1bc3
= abc123 | abc13

-- Oracle SQL Language Reference 23ai, REGEXP_REPLACE (multiple spaces)
WITH strings AS (
  SELECT 'Hello  World' s, 1 n FROM dual union all
  SELECT 'Hello        World' s, 2 FROM dual union all
  SELECT 'Hello,   World  !' s, 3 FROM dual
)
  SELECT regexp_replace(s, ' {2,}', ' ') "MODIFIED_STRING"
  FROM   strings ORDER BY n;
= Hello World
= Hello World
= Hello, World !

-- Oracle SQL Language Reference 23ai, REGEXP_REPLACE (camel case, position 2)
WITH strings as (
  SELECT 'AddressLine1' s FROM dual union all
  SELECT 'ZipCode' s FROM dual union all
  SELECT 'Country' s FROM dual
)
  SELECT s "STRING",
         lower(regexp_replace(s, '([A-Z0-9])', '_\1', 2)) "MODIFIED_STRING"
  FROM strings ORDER BY s;
= AddressLine1 | address_line_1
= Country | country
= ZipCode | zip_code

-- Oracle SQL Language Reference 23ai, REGEXP_REPLACE (format of a date)
WITH date_strings AS (
  SELECT  '2015-01-01' d from dual union all
  SELECT '2000-12-31' d from dual union all
  SELECT '900-01-01' d from dual
)
  SELECT d "STRING",
         regexp_replace(d, '([[:digit:]]+)-([[:digit:]]{2})-([[:digit:]]{2})', '\3.\2.\1') "MODIFIED_STRING"
  FROM date_strings ORDER BY d;
= 2000-12-31 | 31.12.2000
= 2015-01-01 | 01.01.2015
= 900-01-01 | 01.01.900

-- Oracle SQL Language Reference 23ai, REGEXP_REPLACE (letters to '1', 'i' and 'c')
WITH strings as (
  SELECT 'NEW YORK' s, 1 n FROM dual union all
  SELECT 'New York' s, 2 FROM dual union all
  SELECT 'new york' s, 3 FROM dual
)
  SELECT s "STRING",
        regexp_replace(s, '[a-z]', '1', 1, 0, 'i') "CASE_INSENSITIVE",
        regexp_replace(s, '[a-z]', '1', 1, 0, 'c') "CASE_SENSITIVE",
        regexp_replace(s, '[a-zA-Z]', '1', 1, 0, 'c') "CASE_SENSITIVE_MATCHING"
  FROM  strings ORDER BY n;
= NEW YORK | 111 1111 | NEW YORK | 111 1111
= New York | 111 1111 | N11 Y111 | 111 1111
= new york | 111 1111 | 111 1111 | 111 1111

-- Oracle SQL Language Reference 23ai, REGEXP_INSTR (text: numbering of subexpressions in 0123(((abc)(de)f)ghi)45(678))
SELECT REGEXP_SUBSTR('0123abcdefghi45678', '0123(((abc)(de)f)ghi)45(678)', 1, 1, 'c', 1),
       REGEXP_SUBSTR('0123abcdefghi45678', '0123(((abc)(de)f)ghi)45(678)', 1, 1, 'c', 2),
       REGEXP_SUBSTR('0123abcdefghi45678', '0123(((abc)(de)f)ghi)45(678)', 1, 1, 'c', 3),
       REGEXP_SUBSTR('0123abcdefghi45678', '0123(((abc)(de)f)ghi)45(678)', 1, 1, 'c', 4),
       REGEXP_SUBSTR('0123abcdefghi45678', '0123(((abc)(de)f)ghi)45(678)', 1, 1, 'c', 5)
  FROM DUAL;
= abcdefghi | abcdef | abc | de | 678

-- Oracle SQL Language Reference 23ai, REGEXP_INSTR (text: "If pattern does not have at least subexpr subexpressions, the function returns zero. A null subexpr value returns NULL"; no match gives 0)
SELECT REGEXP_INSTR('1234567890', '(123)(4(56)(78))', 1, 1, 0, 'i', 5),
       REGEXP_INSTR('1234567890', '(123)(4(56)(78))', 1, 1, 0, 'i', NULL),
       REGEXP_INSTR('1234567890', 'abc')
  FROM DUAL;
= 0 | NULL | 0

-- Oracle SQL Language Reference 23ai, REGEXP_COUNT (text: the period does not match the newline unless 'n'; 'ic' uses the last character; parentheses ignored; no match gives 0)
SELECT REGEXP_COUNT('a' || CHR(10) || 'b', 'a.b'), REGEXP_COUNT('a' || CHR(10) || 'b', 'a.b', 1, 'n'),
       REGEXP_COUNT('ABC', 'b', 1, 'ic'), REGEXP_COUNT('ABC', 'b', 1, 'ci'),
       REGEXP_COUNT('12345', '(123(45))'), REGEXP_COUNT('ABC', 'x')
  FROM DUAL;
= 0 | 1 | 0 | 1 | 1 | 0

-- Oracle SQL Language Reference 23ai, REGEXP_COUNT (text: 'm' lets ^ and $ match at any line; default is a single line)
SELECT REGEXP_COUNT('ab' || CHR(10) || 'ab', '^ab$'), REGEXP_COUNT('ab' || CHR(10) || 'ab', '^ab$', 1, 'm')
  FROM DUAL;
= 0 | 2

-- Oracle SQL Language Reference 23ai, REGEXP_REPLACE (text: to replace \2 you would enter \\2)
SELECT REGEXP_REPLACE('abc', '(b)', '\\2') FROM DUAL;
= a\2c

-- Oracle SQL Language Reference 23ai, GROUPING (ROLLUP over department and job; the rows the page prints)
-- needs: hr
WITH departments AS (
  SELECT 10 department_id, 'Administration' department_name FROM dual UNION ALL
  SELECT 20, 'Marketing' FROM dual UNION ALL
  SELECT 30, 'Purchasing' FROM dual UNION ALL
  SELECT 40, 'Human Resources' FROM dual UNION ALL
  SELECT 50, 'Shipping' FROM dual UNION ALL
  SELECT 60, 'IT' FROM dual UNION ALL
  SELECT 70, 'Public Relations' FROM dual UNION ALL
  SELECT 80, 'Sales' FROM dual UNION ALL
  SELECT 90, 'Executive' FROM dual UNION ALL
  SELECT 100, 'Finance' FROM dual UNION ALL
  SELECT 110, 'Accounting' FROM dual)
SELECT * FROM (
SELECT
    DECODE(GROUPING(department_name), 1, 'ALL DEPARTMENTS', department_name)
      AS department,
    DECODE(GROUPING(job_id), 1, 'All Jobs', job_id) AS job,
    COUNT(*) "Total Empl",
    ROUND(AVG(salary) * 12, 4) "Average Sal"
  FROM employees e, departments d
  WHERE d.department_id = e.department_id
  GROUP BY ROLLUP (department_name, job_id))
  WHERE department IN ('ALL DEPARTMENTS', 'Accounting', 'Administration', 'Executive')
     OR (department = 'Finance' AND job IN ('All Jobs', 'FI_ACCOUNT'))
  ORDER BY department, job;
= ALL DEPARTMENTS | All Jobs | 106 | 77481.0566
= Accounting | AC_ACCOUNT | 1 | 99600
= Accounting | AC_MGR | 1 | 144096
= Accounting | All Jobs | 2 | 121848
= Administration | AD_ASST | 1 | 52800
= Administration | All Jobs | 1 | 52800
= Executive | AD_PRES | 1 | 288000
= Executive | AD_VP | 2 | 204000
= Executive | All Jobs | 3 | 232000
= Finance | All Jobs | 6 | 103216
= Finance | FI_ACCOUNT | 5 | 95040

-- Oracle SQL Language Reference 23ai, SELECT (Using the GROUP BY CUBE Clause; the printed rows not of the Accounting manager, whose salary differs)
-- needs: hr
WITH departments AS (
  SELECT 10 department_id, 'Administration' department_name FROM dual UNION ALL
  SELECT 50, 'Shipping' FROM dual UNION ALL
  SELECT 110, 'Accounting' FROM dual)
SELECT * FROM (
SELECT DECODE(GROUPING(department_name), 1, 'All Departments',
      department_name) AS department_name,
   DECODE(GROUPING(job_id), 1, 'All Jobs', job_id) AS job_id,
   COUNT(*) "Total Empl", AVG(salary) * 12 "Average Sal"
   FROM employees e, departments d
   WHERE d.department_id = e.department_id
   GROUP BY CUBE (department_name, job_id))
   WHERE (department_name, job_id) IN (('Accounting', 'AC_ACCOUNT'), ('Administration', 'AD_ASST'),
                                       ('Shipping', 'ST_CLERK'), ('Shipping', 'ST_MAN'))
   ORDER BY department_name, job_id;
= Accounting | AC_ACCOUNT | 1 | 99600
= Administration | AD_ASST | 1 | 52800
= Shipping | ST_CLERK | 20 | 33420
= Shipping | ST_MAN | 5 | 87360

-- Oracle SQL Language Reference 23ai, GROUPING_ID (CUBE; sh.sales inlined, one row for each printed detail sum; grand total by the page)
WITH sales AS (
  SELECT 2 channel_id, 999 promo_id, 25797563.2 amount_sold FROM dual UNION ALL
  SELECT 3, 999, 55336945.1 FROM dual UNION ALL
  SELECT 4, 999, 13370012.5 FROM dual UNION ALL
  SELECT 4, 33, 1 FROM dual)
SELECT channel_id, promo_id, sum(amount_sold) s_sales,
       GROUPING(channel_id) gc,
       GROUPING(promo_id) gp,
       GROUPING_ID(channel_id, promo_id) gcp,
       GROUPING_ID(promo_id, channel_id) gpc
  FROM sales
  WHERE promo_id > 496
  GROUP BY CUBE(channel_id, promo_id)
  ORDER BY channel_id, promo_id, s_sales, gc;
= 2 | 999 | 25797563.2 | 0 | 0 | 0 | 0
= 2 | NULL | 25797563.2 | 0 | 1 | 1 | 2
= 3 | 999 | 55336945.1 | 0 | 0 | 0 | 0
= 3 | NULL | 55336945.1 | 0 | 1 | 1 | 2
= 4 | 999 | 13370012.5 | 0 | 0 | 0 | 0
= 4 | NULL | 13370012.5 | 0 | 1 | 1 | 2
= NULL | 999 | 94504520.8 | 1 | 0 | 2 | 1
= NULL | NULL | 94504520.8 | 1 | 1 | 3 | 3

-- Oracle SQL Language Reference 23ai, GROUP_ID (duplicate grouping sets; sh tables inlined as one row per printed revenue)
WITH s AS (
  SELECT 'Americas' country_region, 'Northern America' country_subregion, 944.6 amount_sold FROM dual UNION ALL
  SELECT 'Europe', 'Western Europe', 566.39 FROM dual)
SELECT country_region, country_subregion,
       SUM(amount_sold) "Revenue", GROUP_ID() g
  FROM s
  GROUP BY GROUPING SETS ( (country_region, country_subregion),
                           (country_region, country_subregion) )
  ORDER BY country_region, country_subregion, "Revenue", g;
= Americas | Northern America | 944.6 | 0
= Americas | Northern America | 944.6 | 1
= Europe | Western Europe | 566.39 | 0
= Europe | Western Europe | 566.39 | 1

-- Oracle SQL Language Reference 23ai, GROUP_ID (with HAVING GROUP_ID() < 1)
WITH s AS (
  SELECT 'Americas' country_region, 'Northern America' country_subregion, 944.6 amount_sold FROM dual UNION ALL
  SELECT 'Europe', 'Western Europe', 566.39 FROM dual)
SELECT country_region, country_subregion,
       SUM(amount_sold) "Revenue", GROUP_ID() g
  FROM s
  GROUP BY GROUPING SETS ( (country_region, country_subregion),
                           (country_region, country_subregion) )
  HAVING GROUP_ID() < 1
  ORDER BY country_region, country_subregion, "Revenue", g;
= Americas | Northern America | 944.6 | 0
= Europe | Western Europe | 566.39 | 0

-- Oracle SQL Language Reference 23ai, SELECT (Using the GROUPING SETS Clause; sh tables inlined with amounts whose sums round to all the printed figures)
WITH sales AS (
  SELECT 'Internet' channel_desc, '2000-09' calendar_month_desc, 52790 country_id, 124224 amount_sold FROM dual UNION ALL
  SELECT 'Direct Sales', '2000-09', 52790, 638200.6 FROM dual UNION ALL
  SELECT 'Internet', '2000-10', 52790, 137054 FROM dual UNION ALL
  SELECT 'Direct Sales', '2000-10', 52790, 682296.7 FROM dual)
SELECT channel_desc, calendar_month_desc, country_id,
      TO_CHAR(sum(amount_sold) , 'FM9,999,999,999') SALES$
   FROM sales
  GROUP BY GROUPING SETS(
      (channel_desc, calendar_month_desc, country_id),
      (channel_desc, country_id),
      (calendar_month_desc, country_id) )
  ORDER BY GROUPING_ID(channel_desc, calendar_month_desc), channel_desc, calendar_month_desc;
= Direct Sales | 2000-09 | 52790 | 638,201
= Direct Sales | 2000-10 | 52790 | 682,297
= Internet | 2000-09 | 52790 | 124,224
= Internet | 2000-10 | 52790 | 137,054
= Direct Sales | NULL | 52790 | 1,320,497
= Internet | NULL | 52790 | 261,278
= NULL | 2000-09 | 52790 | 762,425
= NULL | 2000-10 | 52790 | 819,351

-- Oracle SQL Language Reference 23ai, SELECT (Using the HAVING Condition)
-- needs: hr
SELECT department_id, MIN(salary), MAX (salary)
   FROM employees
   GROUP BY department_id
   HAVING MIN(salary) < 5000
   ORDER BY department_id;
= 10 | 4400 | 4400
= 30 | 2500 | 11000
= 50 | 2100 | 8200
= 60 | 4200 | 9000

-- Oracle certification exercises with results of running them (public repository, S08_Group_Functions)
WITH employees AS (
  SELECT 10 department_id, 4400 salary FROM dual UNION ALL
  SELECT 20, 13000 FROM dual)
SELECT department_id, MAX(salary) FROM employees;
! ORA-00937

-- Oracle certification exercises with results of running them (public repository, S08_Group_Functions: COUNT and SUM of no rows)
WITH employees AS (
  SELECT 10 department_id, 4400 salary FROM dual UNION ALL
  SELECT 20, 13000 FROM dual)
SELECT COUNT(*), SUM(salary) FROM employees WHERE department_id = 999;
= 0 | NULL

-- Oracle9i Data Warehousing Guide, SQL for Aggregation in Data Warehouses (GROUPING example with ROLLUP; output as quoted in a public repository; one row inlined per printed detail sum)
WITH sales AS (
  SELECT 'Direct Sales' channel_desc, '2000-09' calendar_month_desc, 'UK' country_id, 1378126 amount_sold FROM dual UNION ALL
  SELECT 'Direct Sales', '2000-09', 'US', 2835557 FROM dual UNION ALL
  SELECT 'Direct Sales', '2000-10', 'UK', 1388051 FROM dual UNION ALL
  SELECT 'Direct Sales', '2000-10', 'US', 2908706 FROM dual UNION ALL
  SELECT 'Internet', '2000-09', 'UK', 911739 FROM dual UNION ALL
  SELECT 'Internet', '2000-09', 'US', 1732240 FROM dual UNION ALL
  SELECT 'Internet', '2000-10', 'UK', 876571 FROM dual UNION ALL
  SELECT 'Internet', '2000-10', 'US', 1893753 FROM dual)
SELECT channel_desc, calendar_month_desc, country_id,
   TO_CHAR(SUM(amount_sold), 'FM9,999,999,999') SALES$,
   GROUPING(channel_desc) as Ch,
   GROUPING(calendar_month_desc) AS Mo,
   GROUPING(country_id) AS Co
FROM sales
GROUP BY ROLLUP(channel_desc, calendar_month_desc, country_id)
ORDER BY channel_desc, calendar_month_desc, country_id;
= Direct Sales | 2000-09 | UK | 1,378,126 | 0 | 0 | 0
= Direct Sales | 2000-09 | US | 2,835,557 | 0 | 0 | 0
= Direct Sales | 2000-09 | NULL | 4,213,683 | 0 | 0 | 1
= Direct Sales | 2000-10 | UK | 1,388,051 | 0 | 0 | 0
= Direct Sales | 2000-10 | US | 2,908,706 | 0 | 0 | 0
= Direct Sales | 2000-10 | NULL | 4,296,757 | 0 | 0 | 1
= Direct Sales | NULL | NULL | 8,510,440 | 0 | 1 | 1
= Internet | 2000-09 | UK | 911,739 | 0 | 0 | 0
= Internet | 2000-09 | US | 1,732,240 | 0 | 0 | 0
= Internet | 2000-09 | NULL | 2,643,979 | 0 | 0 | 1
= Internet | 2000-10 | UK | 876,571 | 0 | 0 | 0
= Internet | 2000-10 | US | 1,893,753 | 0 | 0 | 0
= Internet | 2000-10 | NULL | 2,770,324 | 0 | 0 | 1
= Internet | NULL | NULL | 5,414,303 | 0 | 1 | 1
= NULL | NULL | NULL | 13,924,743 | 1 | 1 | 1

-- Oracle9i Data Warehousing Guide, SQL for Aggregation in Data Warehouses (ROLLUP of three columns)
WITH sales AS (
  SELECT 'Direct Sales' channel_desc, '2000-09' calendar_month_desc, 'UK' country_id, 1378126 amount_sold FROM dual UNION ALL
  SELECT 'Direct Sales', '2000-09', 'US', 2835557 FROM dual UNION ALL
  SELECT 'Direct Sales', '2000-10', 'UK', 1388051 FROM dual UNION ALL
  SELECT 'Direct Sales', '2000-10', 'US', 2908706 FROM dual UNION ALL
  SELECT 'Internet', '2000-09', 'UK', 911739 FROM dual UNION ALL
  SELECT 'Internet', '2000-09', 'US', 1732240 FROM dual UNION ALL
  SELECT 'Internet', '2000-10', 'UK', 876571 FROM dual UNION ALL
  SELECT 'Internet', '2000-10', 'US', 1893753 FROM dual)
SELECT channel_desc, calendar_month_desc, country_id,
   TO_CHAR(SUM(amount_sold), 'FM9,999,999,999') SALES$
FROM sales
GROUP BY ROLLUP(channel_desc, calendar_month_desc, country_id)
ORDER BY channel_desc, calendar_month_desc, country_id;
= Direct Sales | 2000-09 | UK | 1,378,126
= Direct Sales | 2000-09 | US | 2,835,557
= Direct Sales | 2000-09 | NULL | 4,213,683
= Direct Sales | 2000-10 | UK | 1,388,051
= Direct Sales | 2000-10 | US | 2,908,706
= Direct Sales | 2000-10 | NULL | 4,296,757
= Direct Sales | NULL | NULL | 8,510,440
= Internet | 2000-09 | UK | 911,739
= Internet | 2000-09 | US | 1,732,240
= Internet | 2000-09 | NULL | 2,643,979
= Internet | 2000-10 | UK | 876,571
= Internet | 2000-10 | US | 1,893,753
= Internet | 2000-10 | NULL | 2,770,324
= Internet | NULL | NULL | 5,414,303
= NULL | NULL | NULL | 13,924,743

-- Oracle9i Data Warehousing Guide, SQL for Aggregation in Data Warehouses (partial rollup: GROUP BY expr1, ROLLUP(expr2, expr3))
WITH sales AS (
  SELECT 'Direct Sales' channel_desc, '2000-09' calendar_month_desc, 'UK' country_id, 1378126 amount_sold FROM dual UNION ALL
  SELECT 'Direct Sales', '2000-09', 'US', 2835557 FROM dual UNION ALL
  SELECT 'Direct Sales', '2000-10', 'UK', 1388051 FROM dual UNION ALL
  SELECT 'Direct Sales', '2000-10', 'US', 2908706 FROM dual UNION ALL
  SELECT 'Internet', '2000-09', 'UK', 911739 FROM dual UNION ALL
  SELECT 'Internet', '2000-09', 'US', 1732240 FROM dual UNION ALL
  SELECT 'Internet', '2000-10', 'UK', 876571 FROM dual UNION ALL
  SELECT 'Internet', '2000-10', 'US', 1893753 FROM dual)
SELECT channel_desc, calendar_month_desc, country_id,
   TO_CHAR(SUM(amount_sold), 'FM9,999,999,999') SALES$
FROM sales
GROUP BY channel_desc, ROLLUP(calendar_month_desc, country_id)
ORDER BY channel_desc, calendar_month_desc, country_id;
= Direct Sales | 2000-09 | UK | 1,378,126
= Direct Sales | 2000-09 | US | 2,835,557
= Direct Sales | 2000-09 | NULL | 4,213,683
= Direct Sales | 2000-10 | UK | 1,388,051
= Direct Sales | 2000-10 | US | 2,908,706
= Direct Sales | 2000-10 | NULL | 4,296,757
= Direct Sales | NULL | NULL | 8,510,440
= Internet | 2000-09 | UK | 911,739
= Internet | 2000-09 | US | 1,732,240
= Internet | 2000-09 | NULL | 2,643,979
= Internet | 2000-10 | UK | 876,571
= Internet | 2000-10 | US | 1,893,753
= Internet | 2000-10 | NULL | 2,770,324
= Internet | NULL | NULL | 5,414,303

-- Oracle9i Data Warehousing Guide, SQL for Aggregation in Data Warehouses (CUBE of three columns)
WITH sales AS (
  SELECT 'Direct Sales' channel_desc, '2000-09' calendar_month_desc, 'UK' country_id, 1378126 amount_sold FROM dual UNION ALL
  SELECT 'Direct Sales', '2000-09', 'US', 2835557 FROM dual UNION ALL
  SELECT 'Direct Sales', '2000-10', 'UK', 1388051 FROM dual UNION ALL
  SELECT 'Direct Sales', '2000-10', 'US', 2908706 FROM dual UNION ALL
  SELECT 'Internet', '2000-09', 'UK', 911739 FROM dual UNION ALL
  SELECT 'Internet', '2000-09', 'US', 1732240 FROM dual UNION ALL
  SELECT 'Internet', '2000-10', 'UK', 876571 FROM dual UNION ALL
  SELECT 'Internet', '2000-10', 'US', 1893753 FROM dual)
SELECT channel_desc, calendar_month_desc, country_id,
   TO_CHAR(SUM(amount_sold), 'FM9,999,999,999') SALES$
FROM sales
GROUP BY CUBE(channel_desc, calendar_month_desc, country_id)
ORDER BY channel_desc, calendar_month_desc, country_id;
= Direct Sales | 2000-09 | UK | 1,378,126
= Direct Sales | 2000-09 | US | 2,835,557
= Direct Sales | 2000-09 | NULL | 4,213,683
= Direct Sales | 2000-10 | UK | 1,388,051
= Direct Sales | 2000-10 | US | 2,908,706
= Direct Sales | 2000-10 | NULL | 4,296,757
= Direct Sales | NULL | UK | 2,766,177
= Direct Sales | NULL | US | 5,744,263
= Direct Sales | NULL | NULL | 8,510,440
= Internet | 2000-09 | UK | 911,739
= Internet | 2000-09 | US | 1,732,240
= Internet | 2000-09 | NULL | 2,643,979
= Internet | 2000-10 | UK | 876,571
= Internet | 2000-10 | US | 1,893,753
= Internet | 2000-10 | NULL | 2,770,324
= Internet | NULL | UK | 1,788,310
= Internet | NULL | US | 3,625,993
= Internet | NULL | NULL | 5,414,303
= NULL | 2000-09 | UK | 2,289,865
= NULL | 2000-09 | US | 4,567,797
= NULL | 2000-09 | NULL | 6,857,662
= NULL | 2000-10 | UK | 2,264,622
= NULL | 2000-10 | US | 4,802,459
= NULL | 2000-10 | NULL | 7,067,081
= NULL | NULL | UK | 4,554,487
= NULL | NULL | US | 9,370,256
= NULL | NULL | NULL | 13,924,743

-- Oracle9i Data Warehousing Guide, SQL for Aggregation in Data Warehouses (CUBE of two columns, September 2000)
WITH sales AS (
  SELECT 'Direct Sales' channel_desc, '2000-09' calendar_month_desc, 'UK' country_id, 1378126 amount_sold FROM dual UNION ALL
  SELECT 'Direct Sales', '2000-09', 'US', 2835557 FROM dual UNION ALL
  SELECT 'Direct Sales', '2000-10', 'UK', 1388051 FROM dual UNION ALL
  SELECT 'Direct Sales', '2000-10', 'US', 2908706 FROM dual UNION ALL
  SELECT 'Internet', '2000-09', 'UK', 911739 FROM dual UNION ALL
  SELECT 'Internet', '2000-09', 'US', 1732240 FROM dual UNION ALL
  SELECT 'Internet', '2000-10', 'UK', 876571 FROM dual UNION ALL
  SELECT 'Internet', '2000-10', 'US', 1893753 FROM dual)
SELECT channel_desc,  country_id,
   TO_CHAR(SUM(amount_sold), 'FM9,999,999,999') SALES$
FROM sales
WHERE calendar_month_desc='2000-09'
GROUP BY CUBE(channel_desc, country_id)
ORDER BY channel_desc, country_id;
= Direct Sales | UK | 1,378,126
= Direct Sales | US | 2,835,557
= Direct Sales | NULL | 4,213,683
= Internet | UK | 911,739
= Internet | US | 1,732,240
= Internet | NULL | 2,643,979
= NULL | UK | 2,289,865
= NULL | US | 4,567,797
= NULL | NULL | 6,857,662

-- oracle-base.com, ROLLUP, CUBE, GROUPING Functions and GROUPING SETS (misc/rollup-cube-grouping-functions-and-grouping-sets: ROLLUP; one row inlined per printed detail sum)
WITH dimension_tab AS (
  SELECT 1 fact_1_id, 1 fact_2_id, 83 n, 4363.55 sales_value FROM dual UNION ALL
  SELECT 1, 2, 96, 4794.76 FROM dual UNION ALL
  SELECT 1, 3, 93, 4718.25 FROM dual UNION ALL
  SELECT 1, 4, 105, 5387.45 FROM dual UNION ALL
  SELECT 1, 5, 101, 5027.34 FROM dual UNION ALL
  SELECT 2, 1, 109, 5652.84 FROM dual UNION ALL
  SELECT 2, 2, 96, 4583.02 FROM dual UNION ALL
  SELECT 2, 3, 110, 5555.77 FROM dual UNION ALL
  SELECT 2, 4, 113, 5936.67 FROM dual UNION ALL
  SELECT 2, 5, 94, 4508.74 FROM dual)
SELECT fact_1_id,
       fact_2_id,
       SUM(sales_value) AS sales_value
FROM   dimension_tab
GROUP BY ROLLUP (fact_1_id, fact_2_id)
ORDER BY fact_1_id, fact_2_id;
= 1 | 1 | 4363.55
= 1 | 2 | 4794.76
= 1 | 3 | 4718.25
= 1 | 4 | 5387.45
= 1 | 5 | 5027.34
= 1 | NULL | 24291.35
= 2 | 1 | 5652.84
= 2 | 2 | 4583.02
= 2 | 3 | 5555.77
= 2 | 4 | 5936.67
= 2 | 5 | 4508.74
= 2 | NULL | 26237.04
= NULL | NULL | 50528.39

-- oracle-base.com, ROLLUP, CUBE, GROUPING Functions and GROUPING SETS (misc/rollup-cube-grouping-functions-and-grouping-sets: CUBE)
WITH dimension_tab AS (
  SELECT 1 fact_1_id, 1 fact_2_id, 83 n, 4363.55 sales_value FROM dual UNION ALL
  SELECT 1, 2, 96, 4794.76 FROM dual UNION ALL
  SELECT 1, 3, 93, 4718.25 FROM dual UNION ALL
  SELECT 1, 4, 105, 5387.45 FROM dual UNION ALL
  SELECT 1, 5, 101, 5027.34 FROM dual UNION ALL
  SELECT 2, 1, 109, 5652.84 FROM dual UNION ALL
  SELECT 2, 2, 96, 4583.02 FROM dual UNION ALL
  SELECT 2, 3, 110, 5555.77 FROM dual UNION ALL
  SELECT 2, 4, 113, 5936.67 FROM dual UNION ALL
  SELECT 2, 5, 94, 4508.74 FROM dual)
SELECT fact_1_id,
       fact_2_id,
       SUM(sales_value) AS sales_value
FROM   dimension_tab
GROUP BY CUBE (fact_1_id, fact_2_id)
ORDER BY fact_1_id, fact_2_id;
= 1 | 1 | 4363.55
= 1 | 2 | 4794.76
= 1 | 3 | 4718.25
= 1 | 4 | 5387.45
= 1 | 5 | 5027.34
= 1 | NULL | 24291.35
= 2 | 1 | 5652.84
= 2 | 2 | 4583.02
= 2 | 3 | 5555.77
= 2 | 4 | 5936.67
= 2 | 5 | 4508.74
= 2 | NULL | 26237.04
= NULL | 1 | 10016.39
= NULL | 2 | 9377.78
= NULL | 3 | 10274.02
= NULL | 4 | 11324.12
= NULL | 5 | 9536.08
= NULL | NULL | 50528.39

-- oracle-base.com, ROLLUP, CUBE, GROUPING Functions and GROUPING SETS (misc/rollup-cube-grouping-functions-and-grouping-sets: GROUPING SETS of two single columns with GROUPING_ID)
WITH dimension_tab AS (
  SELECT 1 fact_1_id, 1 fact_2_id, 83 n, 4363.55 sales_value FROM dual UNION ALL
  SELECT 1, 2, 96, 4794.76 FROM dual UNION ALL
  SELECT 1, 3, 93, 4718.25 FROM dual UNION ALL
  SELECT 1, 4, 105, 5387.45 FROM dual UNION ALL
  SELECT 1, 5, 101, 5027.34 FROM dual UNION ALL
  SELECT 2, 1, 109, 5652.84 FROM dual UNION ALL
  SELECT 2, 2, 96, 4583.02 FROM dual UNION ALL
  SELECT 2, 3, 110, 5555.77 FROM dual UNION ALL
  SELECT 2, 4, 113, 5936.67 FROM dual UNION ALL
  SELECT 2, 5, 94, 4508.74 FROM dual)
SELECT fact_1_id,
       fact_2_id,
       SUM(sales_value) AS sales_value,
       GROUPING_ID(fact_1_id, fact_2_id) AS grouping_id
FROM   dimension_tab
GROUP BY GROUPING SETS(fact_1_id, fact_2_id)
ORDER BY fact_1_id, fact_2_id;
= 1 | NULL | 24291.35 | 1
= 2 | NULL | 26237.04 | 1
= NULL | 1 | 10016.39 | 2
= NULL | 2 | 9377.78 | 2
= NULL | 3 | 10274.02 | 2
= NULL | 4 | 11324.12 | 2
= NULL | 5 | 9536.08 | 2

-- oracle-base.com, ROLLUP, CUBE, GROUPING Functions and GROUPING SETS (misc/rollup-cube-grouping-functions-and-grouping-sets: composite columns; text: ROLLUP ((a, b), c) has the groupings (a, b, c), (a, b), ())
WITH t AS (SELECT 1 a, 2 b, 3 c FROM dual)
SELECT a, b, c, GROUPING_ID(a, b, c)
  FROM t GROUP BY ROLLUP ((a, b), c)
  ORDER BY 4;
= 1 | 2 | 3 | 0
= 1 | 2 | NULL | 1
= NULL | NULL | NULL | 7

-- oracle-base.com, ROLLUP, CUBE, GROUPING Functions and GROUPING SETS (misc/rollup-cube-grouping-functions-and-grouping-sets: composite columns; text: CUBE ((a, b), c) has the groupings (a, b, c), (a, b), (c), (), that is GROUPING_ID 0, 1, 6, 7)
WITH t AS (SELECT 1 a, 2 b, 3 c FROM dual)
SELECT a, b, c, GROUPING_ID(a, b, c)
  FROM t GROUP BY CUBE ((a, b), c)
  ORDER BY 4;
= 1 | 2 | 3 | 0
= 1 | 2 | NULL | 1
= NULL | NULL | 3 | 6
= NULL | NULL | NULL | 7

-- oracle-base.com, ROLLUP, CUBE, GROUPING Functions and GROUPING SETS (misc/rollup-cube-grouping-functions-and-grouping-sets: text: CUBE (a, b, c) has eight groupings, GROUPING_ID 0 to 7)
WITH t AS (SELECT 1 a, 2 b, 3 c FROM dual)
SELECT a, b, c, GROUPING_ID(a, b, c)
  FROM t GROUP BY CUBE (a, b, c)
  ORDER BY 4;
= 1 | 2 | 3 | 0
= 1 | 2 | NULL | 1
= 1 | NULL | 3 | 2
= 1 | NULL | NULL | 3
= NULL | 2 | 3 | 4
= NULL | 2 | NULL | 5
= NULL | NULL | 3 | 6
= NULL | NULL | NULL | 7

-- oracle-base.com, ROLLUP, CUBE, GROUPING Functions and GROUPING SETS (misc/rollup-cube-grouping-functions-and-grouping-sets: concatenated groupings; text: GROUPING SETS(a, b), GROUPING SETS(c, d) has the groupings (a, c), (a, d), (b, c), (b, d))
WITH t AS (SELECT 1 a, 2 b, 3 c, 4 d FROM dual)
SELECT a, b, c, d, GROUPING_ID(a, b, c, d)
  FROM t GROUP BY GROUPING SETS(a, b), GROUPING SETS(c, d)
  ORDER BY 5;
= 1 | NULL | 3 | NULL | 5
= 1 | NULL | NULL | 4 | 6
= NULL | 2 | 3 | NULL | 9
= NULL | 2 | NULL | 4 | 10

-- Oracle SQL Language Reference 23ai, JSON_VALUE
SELECT JSON_VALUE('{a:100}', '$.a') AS value
  FROM DUAL;
= 100

-- Oracle SQL Language Reference 23ai, JSON_VALUE (RETURNING NUMBER)
SELECT JSON_VALUE('{a:100}', '$.a' RETURNING NUMBER) AS value
  FROM DUAL;
= 100

-- Oracle SQL Language Reference 23ai, JSON_VALUE (nested)
SELECT JSON_VALUE('{a:{b:100}}', '$.a.b') AS value
  FROM DUAL;
= 100

-- Oracle SQL Language Reference 23ai, JSON_VALUE (wildcard member)
SELECT JSON_VALUE('{a:{b:100}, c:{d:200}, e:{f:300}}', '$.*.d') AS value
  FROM DUAL;
= 200

-- Oracle SQL Language Reference 23ai, JSON_VALUE (first element)
SELECT JSON_VALUE('[0, 1, 2, 3]', '$[0]') AS value
  FROM DUAL;
= 0

-- Oracle SQL Language Reference 23ai, JSON_VALUE (third element of a member)
SELECT JSON_VALUE('{a:[5, 10, 15, 20]}', '$.a[2]') AS value
  FROM DUAL;
= 15

-- Oracle SQL Language Reference 23ai, JSON_VALUE (member of second object)
SELECT JSON_VALUE('[{a:100}, {a:200}, {a:300}]', '$[1].a') AS value
  FROM DUAL;
= 200

-- Oracle SQL Language Reference 23ai, JSON_VALUE (any object in an array)
SELECT JSON_VALUE('[{a:100}, {b:200}, {c:300}]', '$[*].c') AS value
  FROM DUAL;
= 300

-- Oracle SQL Language Reference 23ai, JSON_VALUE (no match gives null)
SELECT JSON_VALUE('{firstname:"John"}', '$.lastname') AS value
  FROM DUAL;
= NULL

-- Oracle SQL Language Reference 23ai, JSON_VALUE (DEFAULT ON ERROR applies to no match)
SELECT JSON_VALUE('{firstname:"John"}', '$.lastname'
                  DEFAULT 'No last name found' ON ERROR) AS value
  FROM DUAL;
= No last name found

-- Oracle SQL Language Reference 23ai, JSON_VALUE (number() item method, ERROR ON MISMATCH)
-- gap: ON MISMATCH
select json_value( '{a:"cat"}','$.a.number()'  NULL ON EMPTY
 ERROR ON  MISMATCH  DEFAULT -1 ON ERROR ) from dual;
! ORA-01722

-- Oracle SQL Language Reference 23ai, JSON_QUERY (whole item; lax input becomes strict)
SELECT JSON_QUERY('{a:100, b:200, c:300}', '$') AS value
  FROM DUAL;
= {"a":100,"b":200,"c":300}

-- Oracle SQL Language Reference 23ai, JSON_QUERY (scalar WITH WRAPPER)
SELECT JSON_QUERY('{a:100, b:200, c:300}', '$.a' WITH WRAPPER) AS value
  FROM DUAL;
= [100]

-- Oracle SQL Language Reference 23ai, JSON_QUERY (all members WITH WRAPPER)
SELECT JSON_QUERY('{a:100, b:200, c:300}', '$.*' WITH WRAPPER) AS value
  FROM DUAL;
= [100,200,300]

-- Oracle SQL Language Reference 23ai, JSON_QUERY (array, no wrapper)
SELECT JSON_QUERY('[0,1,2,3,4]', '$') AS value
  FROM DUAL;
= [0,1,2,3,4]

-- Oracle SQL Language Reference 23ai, JSON_QUERY (array WITH WRAPPER)
SELECT JSON_QUERY('[0,1,2,3,4]', '$' WITH WRAPPER) AS value
  FROM DUAL;
= [[0,1,2,3,4]]

-- Oracle SQL Language Reference 23ai, JSON_QUERY (elements WITH WRAPPER)
SELECT JSON_QUERY('[0,1,2,3,4]', '$[*]' WITH WRAPPER) AS value
  FROM DUAL;
= [0,1,2,3,4]

-- Oracle SQL Language Reference 23ai, JSON_QUERY (index list and range)
SELECT JSON_QUERY('[0,1,2,3,4,5,6,7,8]', '$[0, 3 to 5, 7]' WITH WRAPPER) AS value
  FROM DUAL;
= [0,3,4,5,7]

-- Oracle SQL Language Reference 23ai, JSON_QUERY (one scalar element WITH WRAPPER)
SELECT JSON_QUERY('[0,1,2,3,4]', '$[3]' WITH WRAPPER) AS value
  FROM DUAL;
= [3]

-- Oracle SQL Language Reference 23ai, JSON_QUERY (CONDITIONAL WRAPPER, one object)
SELECT JSON_QUERY('[{a:100},{b:200},{c:300}]', '$[0]'
       WITH CONDITIONAL WRAPPER) AS value
  FROM DUAL;
= {"a":100}

-- Oracle SQL Language Reference 23ai, JSON_QUERY (CONDITIONAL WRAPPER, several objects)
SELECT JSON_QUERY('[{"a":100},{"b":200},{"c":300}]', '$[*]'
       WITH CONDITIONAL WRAPPER) AS value
  FROM DUAL;
= [{"a":100},{"b":200},{"c":300}]

-- Oracle SQL Language Reference 23ai, JSON_QUERY (RETURNING VARCHAR2(100))
SELECT JSON_QUERY('[{"a":100},{"b":200},{"c":300}]', '$[*]'
       RETURNING VARCHAR2(100) WITH CONDITIONAL WRAPPER) AS value
  FROM DUAL;
= [{"a":100},{"b":200},{"c":300}]

-- Oracle SQL Language Reference 23ai, JSON_QUERY (EMPTY ON ERROR applies to no match)
SELECT JSON_QUERY('[{"a":100},{"b":200},{"c":300}]', '$[3]'
       EMPTY ON ERROR) AS value
  FROM DUAL;
= []

-- Oracle SQL Language Reference 23ai, JSON_TABLE (JSON_query_column)
WITH j_purchaseorder AS (SELECT
    '{"PONumber"              : 1600,
      "Reference"             : "ABULL-20140421",
       "Requestor"            : "Alexis Bull",
       "User"                 : "ABULL",
       "CostCenter"           : "A50",
       "ShippingInstructions" : {"name"   : "Alexis Bull",
                                 "Address": {"street"   : "200 Sporting Green",
                                              "city"    : "South San Francisco",
                                              "state"   : "CA",
                                              "zipCode" : 99236,
                                              "country" : "United States of America"},
                                 "Phone" : [{"type" : "Office", "number" : "909-555-7307"},
                                            {"type" : "Mobile", "number" : "415-555-1234"}]},
       "Special Instructions" : null,
       "AllowPartialShipment" : true,
       "LineItems" : [{"ItemNumber" : 1,
                       "Part" : {"Description" : "One Magic Christmas",
                                 "UnitPrice"   : 19.95,
                                 "UPCCode"     : 13131092899},
                       "Quantity" : 9.0},
                      {"ItemNumber" : 2,
                       "Part" : {"Description" : "Lethal Weapon",
                                 "UnitPrice"   : 19.95,
                                 "UPCCode"     : 85391628927},
                       "Quantity" : 5.0}]}' po_document FROM dual)
SELECT jt.phones
FROM j_purchaseorder,
JSON_TABLE(po_document, '$.ShippingInstructions'
COLUMNS
  (phones VARCHAR2(100) FORMAT JSON PATH '$.Phone')) AS jt;
= [{"type":"Office","number":"909-555-7307"},{"type":"Mobile","number":"415-555-1234"}]

-- Oracle SQL Language Reference 23ai, JSON_TABLE (JSON_value_column, FOR ORDINALITY)
WITH j_purchaseorder AS (SELECT
    '{"PONumber"              : 1600,
      "Reference"             : "ABULL-20140421",
       "Requestor"            : "Alexis Bull",
       "User"                 : "ABULL",
       "CostCenter"           : "A50",
       "ShippingInstructions" : {"name"   : "Alexis Bull",
                                 "Address": {"street"   : "200 Sporting Green",
                                              "city"    : "South San Francisco",
                                              "state"   : "CA",
                                              "zipCode" : 99236,
                                              "country" : "United States of America"},
                                 "Phone" : [{"type" : "Office", "number" : "909-555-7307"},
                                            {"type" : "Mobile", "number" : "415-555-1234"}]},
       "Special Instructions" : null,
       "AllowPartialShipment" : true,
       "LineItems" : [{"ItemNumber" : 1,
                       "Part" : {"Description" : "One Magic Christmas",
                                 "UnitPrice"   : 19.95,
                                 "UPCCode"     : 13131092899},
                       "Quantity" : 9.0},
                      {"ItemNumber" : 2,
                       "Part" : {"Description" : "Lethal Weapon",
                                 "UnitPrice"   : 19.95,
                                 "UPCCode"     : 85391628927},
                       "Quantity" : 5.0}]}' po_document FROM dual)
SELECT jt.*
FROM j_purchaseorder,
JSON_TABLE(po_document, '$.ShippingInstructions.Phone[*]'
COLUMNS (row_number FOR ORDINALITY,
         phone_type VARCHAR2(10) PATH '$.type',
         phone_num VARCHAR2(20) PATH '$.number'))
AS jt
ORDER BY 1;
= 1 | Office | 909-555-7307
= 2 | Mobile | 415-555-1234

-- Oracle SQL Language Reference 23ai, JSON_TABLE (JSON_exists_column)
WITH j_purchaseorder AS (SELECT
    '{"PONumber"              : 1600,
      "Reference"             : "ABULL-20140421",
       "Requestor"            : "Alexis Bull",
       "User"                 : "ABULL",
       "CostCenter"           : "A50",
       "ShippingInstructions" : {"name"   : "Alexis Bull",
                                 "Address": {"street"   : "200 Sporting Green",
                                              "city"    : "South San Francisco",
                                              "state"   : "CA",
                                              "zipCode" : 99236,
                                              "country" : "United States of America"},
                                 "Phone" : [{"type" : "Office", "number" : "909-555-7307"},
                                            {"type" : "Mobile", "number" : "415-555-1234"}]},
       "Special Instructions" : null,
       "AllowPartialShipment" : true,
       "LineItems" : [{"ItemNumber" : 1,
                       "Part" : {"Description" : "One Magic Christmas",
                                 "UnitPrice"   : 19.95,
                                 "UPCCode"     : 13131092899},
                       "Quantity" : 9.0},
                      {"ItemNumber" : 2,
                       "Part" : {"Description" : "Lethal Weapon",
                                 "UnitPrice"   : 19.95,
                                 "UPCCode"     : 85391628927},
                       "Quantity" : 5.0}]}' po_document FROM dual)
SELECT requestor, has_zip
FROM j_purchaseorder,
JSON_TABLE(po_document, '$'
COLUMNS
  (requestor VARCHAR2(32) PATH '$.Requestor',
   has_zip VARCHAR2(5) EXISTS PATH '$.ShippingInstructions.Address.zipCode'));
= Alexis Bull | true

-- Oracle SQL Language Reference 23ai, JSON_TABLE (JSON_exists_column in the WHERE clause)
WITH j_purchaseorder AS (SELECT
    '{"PONumber"              : 1600,
      "Reference"             : "ABULL-20140421",
       "Requestor"            : "Alexis Bull",
       "User"                 : "ABULL",
       "CostCenter"           : "A50",
       "ShippingInstructions" : {"name"   : "Alexis Bull",
                                 "Address": {"street"   : "200 Sporting Green",
                                              "city"    : "South San Francisco",
                                              "state"   : "CA",
                                              "zipCode" : 99236,
                                              "country" : "United States of America"},
                                 "Phone" : [{"type" : "Office", "number" : "909-555-7307"},
                                            {"type" : "Mobile", "number" : "415-555-1234"}]},
       "Special Instructions" : null,
       "AllowPartialShipment" : true,
       "LineItems" : [{"ItemNumber" : 1,
                       "Part" : {"Description" : "One Magic Christmas",
                                 "UnitPrice"   : 19.95,
                                 "UPCCode"     : 13131092899},
                       "Quantity" : 9.0},
                      {"ItemNumber" : 2,
                       "Part" : {"Description" : "Lethal Weapon",
                                 "UnitPrice"   : 19.95,
                                 "UPCCode"     : 85391628927},
                       "Quantity" : 5.0}]}' po_document FROM dual)
SELECT requestor
FROM j_purchaseorder,
JSON_TABLE(po_document, '$'
COLUMNS
  (requestor VARCHAR2(32) PATH '$.Requestor',
   has_zip VARCHAR2(5) EXISTS PATH '$.ShippingInstructions.Address.zipCode'))
WHERE (has_zip = 'true');
= Alexis Bull

-- Oracle SQL Language Reference 23ai, JSON_TABLE (without JSON_nested_path)
SELECT *
FROM JSON_TABLE('[1,2,["a","b"]]', '$'
COLUMNS (outer_value_0 NUMBER PATH '$[0]',
         outer_value_1 NUMBER PATH '$[1]',
         outer_value_2 VARCHAR2(20) FORMAT JSON PATH '$[2]'));
= 1 | 2 | ["a","b"]

-- Oracle SQL Language Reference 23ai, JSON_TABLE (JSON_nested_path with a nested array)
SELECT *
FROM JSON_TABLE('[1,2,["a","b"]]', '$'
COLUMNS (outer_value_0 NUMBER PATH '$[0]',
         outer_value_1 NUMBER PATH '$[1]',
         NESTED PATH '$[2]'
         COLUMNS (nested_value_0 VARCHAR2(1) PATH '$[0]',
                  nested_value_1 VARCHAR2(1) PATH '$[1]')));
= 1 | 2 | a | b

-- Oracle SQL Language Reference 23ai, JSON_TABLE (JSON_nested_path with a nested object)
SELECT *
FROM JSON_TABLE('{a:100, b:200, c:{d:300, e:400}}', '$'
COLUMNS (outer_value_0 NUMBER PATH '$.a',
         outer_value_1 NUMBER PATH '$.b',
         NESTED PATH '$.c'
         COLUMNS (nested_value_0 NUMBER PATH '$.d',
                  nested_value_1 NUMBER PATH '$.e')));
= 100 | 200 | 300 | 400

-- Oracle SQL Language Reference 23ai, JSON_TABLE (JSON_nested_path over j_purchaseorder)
WITH j_purchaseorder AS (SELECT
    '{"PONumber"              : 1600,
      "Reference"             : "ABULL-20140421",
       "Requestor"            : "Alexis Bull",
       "User"                 : "ABULL",
       "CostCenter"           : "A50",
       "ShippingInstructions" : {"name"   : "Alexis Bull",
                                 "Address": {"street"   : "200 Sporting Green",
                                              "city"    : "South San Francisco",
                                              "state"   : "CA",
                                              "zipCode" : 99236,
                                              "country" : "United States of America"},
                                 "Phone" : [{"type" : "Office", "number" : "909-555-7307"},
                                            {"type" : "Mobile", "number" : "415-555-1234"}]},
       "Special Instructions" : null,
       "AllowPartialShipment" : true,
       "LineItems" : [{"ItemNumber" : 1,
                       "Part" : {"Description" : "One Magic Christmas",
                                 "UnitPrice"   : 19.95,
                                 "UPCCode"     : 13131092899},
                       "Quantity" : 9.0},
                      {"ItemNumber" : 2,
                       "Part" : {"Description" : "Lethal Weapon",
                                 "UnitPrice"   : 19.95,
                                 "UPCCode"     : 85391628927},
                       "Quantity" : 5.0}]}' po_document FROM dual)
SELECT jt.*
FROM j_purchaseorder,
JSON_TABLE(po_document, '$'
COLUMNS
  (requestor VARCHAR2(32) PATH '$.Requestor',
   NESTED PATH '$.ShippingInstructions.Phone[*]'
     COLUMNS (phone_type VARCHAR2(32) PATH '$.type',
              phone_num VARCHAR2(20) PATH '$.number')))
AS jt
ORDER BY phone_type DESC;
= Alexis Bull | Office | 909-555-7307
= Alexis Bull | Mobile | 415-555-1234

-- Oracle SQL Language Reference 23ai, SQL/JSON Conditions (IS JSON)
WITH t AS (SELECT '[ "LIT192", "CS141", "HIS160" ]' col1, 1 n FROM dual UNION ALL
  SELECT '{ "Name": "John" }', 2 FROM dual UNION ALL
  SELECT '{ "Grade Values" : { A : 4.0, B : 3.0, C : 2.0 } }', 3 FROM dual UNION ALL
  SELECT '{ "isEnrolled" : true }', 4 FROM dual UNION ALL
  SELECT '{ "isMatriculated" : False }', 5 FROM dual UNION ALL
  SELECT NULL, 6 FROM dual UNION ALL
  SELECT 'This is not well-formed JSON data', 7 FROM dual)
SELECT col1
  FROM t
  WHERE col1 IS JSON
  ORDER BY n;
= [ "LIT192", "CS141", "HIS160" ]
= { "Name": "John" }
= { "Grade Values" : { A : 4.0, B : 3.0, C : 2.0 } }
= { "isEnrolled" : true }
= { "isMatriculated" : False }

-- Oracle SQL Language Reference 23ai, SQL/JSON Conditions (IS JSON STRICT)
WITH t AS (SELECT '[ "LIT192", "CS141", "HIS160" ]' col1, 1 n FROM dual UNION ALL
  SELECT '{ "Name": "John" }', 2 FROM dual UNION ALL
  SELECT '{ "Grade Values" : { A : 4.0, B : 3.0, C : 2.0 } }', 3 FROM dual UNION ALL
  SELECT '{ "isEnrolled" : true }', 4 FROM dual UNION ALL
  SELECT '{ "isMatriculated" : False }', 5 FROM dual UNION ALL
  SELECT NULL, 6 FROM dual UNION ALL
  SELECT 'This is not well-formed JSON data', 7 FROM dual)
SELECT col1
  FROM t
  WHERE col1 IS JSON STRICT
  ORDER BY n;
= [ "LIT192", "CS141", "HIS160" ]
= { "Name": "John" }
= { "isEnrolled" : true }

-- Oracle SQL Language Reference 23ai, SQL/JSON Conditions (IS NOT JSON STRICT AND IS JSON LAX)
WITH t AS (SELECT '[ "LIT192", "CS141", "HIS160" ]' col1, 1 n FROM dual UNION ALL
  SELECT '{ "Name": "John" }', 2 FROM dual UNION ALL
  SELECT '{ "Grade Values" : { A : 4.0, B : 3.0, C : 2.0 } }', 3 FROM dual UNION ALL
  SELECT '{ "isEnrolled" : true }', 4 FROM dual UNION ALL
  SELECT '{ "isMatriculated" : False }', 5 FROM dual UNION ALL
  SELECT NULL, 6 FROM dual UNION ALL
  SELECT 'This is not well-formed JSON data', 7 FROM dual)
SELECT col1
  FROM t
  WHERE col1 IS NOT JSON STRICT AND col1 IS JSON LAX
  ORDER BY n;
= { "Grade Values" : { A : 4.0, B : 3.0, C : 2.0 } }
= { "isMatriculated" : False }

-- Oracle SQL Language Reference 23ai, SQL/JSON Conditions (text: IS JSON of a null is UNKNOWN, so neither IS JSON nor IS NOT JSON returns the row)
WITH t AS (SELECT '[ "LIT192", "CS141", "HIS160" ]' col1, 1 n FROM dual UNION ALL
  SELECT '{ "Name": "John" }', 2 FROM dual UNION ALL
  SELECT '{ "Grade Values" : { A : 4.0, B : 3.0, C : 2.0 } }', 3 FROM dual UNION ALL
  SELECT '{ "isEnrolled" : true }', 4 FROM dual UNION ALL
  SELECT '{ "isMatriculated" : False }', 5 FROM dual UNION ALL
  SELECT NULL, 6 FROM dual UNION ALL
  SELECT 'This is not well-formed JSON data', 7 FROM dual)
SELECT col1
  FROM t
  WHERE col1 IS NOT JSON
  ORDER BY n;
= This is not well-formed JSON data

-- Oracle SQL Language Reference 23ai, SQL/JSON Conditions (WITH UNIQUE KEYS)
WITH t AS (SELECT '{a:100, b:200, c:300}' col1, 1 n FROM dual UNION ALL
  SELECT '{a:100, a:200, b:300}', 2 FROM dual UNION ALL
  SELECT '{a:100, b : {a:100, c:300}}', 3 FROM dual)
SELECT col1 FROM t
  WHERE col1 IS JSON WITH UNIQUE KEYS
  ORDER BY n;
= {a:100, b:200, c:300}
= {a:100, b : {a:100, c:300}}

-- Oracle SQL Language Reference 23ai, SQL/JSON Conditions (WITHOUT UNIQUE KEYS)
WITH t AS (SELECT '{a:100, b:200, c:300}' col1, 1 n FROM dual UNION ALL
  SELECT '{a:100, a:200, b:300}', 2 FROM dual UNION ALL
  SELECT '{a:100, b : {a:100, c:300}}', 3 FROM dual)
SELECT col1 FROM t
  WHERE col1 IS JSON WITHOUT UNIQUE KEYS
  ORDER BY n;
= {a:100, b:200, c:300}
= {a:100, a:200, b:300}
= {a:100, b : {a:100, c:300}}

-- Oracle SQL Language Reference 23ai, SQL/JSON Conditions (JSON_EQUAL; the first two are TRUE, the third FALSE)
-- gap: JSON_EQUAL
SELECT CASE WHEN JSON_EQUAL('{}', '{ }') THEN 'TRUE' ELSE 'FALSE' END,
       CASE WHEN JSON_EQUAL('{a:1, b:2}', '{b:2 , a:1 }') THEN 'TRUE' ELSE 'FALSE' END,
       CASE WHEN JSON_EQUAL('{a:"1"}', '{a:1 }') THEN 'TRUE' ELSE 'FALSE' END
  FROM DUAL;
= TRUE | TRUE | FALSE

-- Oracle SQL Language Reference 23ai, SQL/JSON Conditions (JSON_EQUAL ERROR ON ERROR)
-- gap: JSON_EQUAL
SELECT 1 FROM DUAL WHERE JSON_EQUAL('[1]', '[}' ERROR ON ERROR);
! ORA-40441

-- Oracle SQL Language Reference 23ai, SQL/JSON Conditions (JSON_EXISTS; text: FALSE by default on data not well-formed, TRUE ON ERROR)
SELECT CASE WHEN JSON_EXISTS('[}', '$.a') THEN 'TRUE' ELSE 'FALSE' END,
       CASE WHEN JSON_EXISTS('[}', '$.a' TRUE ON ERROR) THEN 'TRUE' ELSE 'FALSE' END
  FROM DUAL;
= FALSE | TRUE

-- Oracle SQL Language Reference 23ai, JSON_ARRAY
SELECT JSON_ARRAY (
    JSON_OBJECT('percentage' VALUE .50),
    JSON_ARRAY(1,2,3),
    100,
    'California',
    null
    NULL ON NULL
    ) "JSON Array Example"
  FROM DUAL;
= [{"percentage":0.5},[1,2,3],100,"California",null]

-- Oracle SQL Language Reference 23ai, JSON_ARRAYAGG (ORDER BY; the null is absent by default)
WITH id_table AS (SELECT 624 id FROM dual UNION ALL SELECT null FROM dual UNION ALL SELECT 925 FROM dual UNION ALL SELECT 585 FROM dual)
SELECT JSON_ARRAYAGG(id ORDER BY id RETURNING VARCHAR2(100)) ID_NUMBERS
  FROM id_table;
= [585,624,925]

-- Oracle SQL Language Reference 23ai, JSON_OBJECTAGG (one department a row, as the order of members is not certain)
WITH departments AS (SELECT 10 department_id, 'Administration' department_name FROM dual)
SELECT JSON_OBJECTAGG(KEY department_name VALUE department_id) "Department Numbers"
  FROM departments
  WHERE department_id <= 30;
= {"Administration":10}

-- Oracle SQL Language Reference 23ai, JSON_OBJECT
WITH d AS (
  SELECT 10 department_id, 'Administration' department_name FROM dual UNION ALL
  SELECT 20, 'Marketing' FROM dual UNION ALL
  SELECT 30, 'Purchasing' FROM dual UNION ALL
  SELECT 40, 'Human Resources' FROM dual UNION ALL
  SELECT 50, 'Shipping' FROM dual)
SELECT JSON_OBJECT (
    KEY 'deptno' VALUE d.department_id,
    KEY 'deptname' VALUE d.department_name
    ) "Department Objects"
  FROM d
  ORDER BY d.department_id;
= {"deptno":10,"deptname":"Administration"}
= {"deptno":20,"deptname":"Marketing"}
= {"deptno":30,"deptname":"Purchasing"}
= {"deptno":40,"deptname":"Human Resources"}
= {"deptno":50,"deptname":"Shipping"}

-- Oracle SQL Language Reference 23ai, JSON_OBJECT (column entries with keys; a DATE is an ISO 8601 string)
WITH employees AS (SELECT 140 employee_id, 'Joshua' first_name, 'Patel' last_name, 'JPATEL' email, DATE '2006-04-06' hire_date FROM dual)
SELECT JSON_OBJECT(
'first_name' VALUE first_name,
'last_name' VALUE last_name,
'email' VALUE email,
'hire_date' VALUE hire_date
)
FROM employees
WHERE employee_id = 140;
= {"first_name":"Joshua","last_name":"Patel","email":"JPATEL","hire_date":"2006-04-06T00:00:00"}

-- Oracle SQL Language Reference 23ai, JSON_OBJECT (columns without keys)
WITH employees AS (SELECT 140 employee_id, 'Joshua' first_name, 'Patel' last_name, 'JPATEL' email, DATE '2006-04-06' hire_date FROM dual)
SELECT JSON_OBJECT(first_name, last_name, email, hire_date)
FROM employees
WHERE employee_id = 140;
= {"first_name":"Joshua","last_name":"Patel","email":"JPATEL","hire_date":"2006-04-06T00:00:00"}

-- Oracle SQL Language Reference 23ai, JSON_OBJECT (the key keeps the case as typed)
WITH employees AS (SELECT 140 employee_id, 'Joshua' first_name, 'Patel' last_name, 'JPATEL' email, DATE '2006-04-06' hire_date FROM dual)
SELECT JSON_OBJECT(eMail)
FROM employees
WHERE employee_id = 140;
= {"eMail":"JPATEL"}

-- Oracle SQL Language Reference 23ai, JSON_OBJECT (wildcard)
WITH employees AS (SELECT 140 employee_id, 'Joshua' first_name, 'Patel' last_name, 'JPATEL' email, '650.121.1834' phone_number,
  DATE '2006-04-06' hire_date, 'ST_CLERK' job_id, 2500 salary, CAST(NULL AS NUMBER) commission_pct, 123 manager_id, 50 department_id FROM dual)
SELECT JSON_OBJECT(*)
FROM employees
WHERE employee_id = 140;
= {"EMPLOYEE_ID":140,"FIRST_NAME":"Joshua","LAST_NAME":"Patel","EMAIL":"JPATEL","PHONE_NUMBER":"650.121.1834","HIRE_DATE":"2006-04-06T00:00:00","JOB_ID":"ST_CLERK","SALARY":2500,"COMMISSION_PCT":null,"MANAGER_ID":123,"DEPARTMENT_ID":50}

-- Oracle SQL Language Reference 23ai, JSON_OBJECT (FORMAT JSON not used: the value is quoted)
SELECT JSON_OBJECT ('name' value 'Foo') FROM DUAL;
= {"name":"Foo"}

-- Oracle SQL Language Reference 23ai, JSON_OBJECT (FORMAT JSON: no quotes)
SELECT JSON_OBJECT ('name' value 'Foo' FORMAT JSON ) FROM DUAL;
= {"name":Foo}

-- Oracle SQL Language Reference 23ai, JSON_OBJECT (FORMAT JSON STRICT)
SELECT JSON_OBJECT ('name' value 'Foo' FORMAT JSON STRICT ) FROM DUAL;
! ORA-40441

-- Oracle SQL Language Reference 23ai, JSON Object Access Expressions (item method number(); po_document treated AS JSON)
-- gap: simple dot notation on JSON columns
WITH j_purchaseorder AS (SELECT
    '{"PONumber"              : 1600,
      "Reference"             : "ABULL-20140421",
       "Requestor"            : "Alexis Bull",
       "User"                 : "ABULL",
       "CostCenter"           : "A50",
       "ShippingInstructions" : {"name"   : "Alexis Bull",
                                 "Address": {"street"   : "200 Sporting Green",
                                              "city"    : "South San Francisco",
                                              "state"   : "CA",
                                              "zipCode" : 99236,
                                              "country" : "United States of America"},
                                 "Phone" : [{"type" : "Office", "number" : "909-555-7307"},
                                            {"type" : "Mobile", "number" : "415-555-1234"}]},
       "Special Instructions" : null,
       "AllowPartialShipment" : true,
       "LineItems" : [{"ItemNumber" : 1,
                       "Part" : {"Description" : "One Magic Christmas",
                                 "UnitPrice"   : 19.95,
                                 "UPCCode"     : 13131092899},
                       "Quantity" : 9.0},
                      {"ItemNumber" : 2,
                       "Part" : {"Description" : "Lethal Weapon",
                                 "UnitPrice"   : 19.95,
                                 "UPCCode"     : 85391628927},
                       "Quantity" : 5.0}]}' d FROM dual),
po AS (SELECT TREAT(d AS JSON) po_document FROM j_purchaseorder)
SELECT po.po_document.PONumber.number()
  FROM po;
= 1600

-- Oracle SQL Language Reference 23ai, JSON Object Access Expressions (an array)
-- gap: simple dot notation on JSON columns
WITH j_purchaseorder AS (SELECT
    '{"PONumber"              : 1600,
      "Reference"             : "ABULL-20140421",
       "Requestor"            : "Alexis Bull",
       "User"                 : "ABULL",
       "CostCenter"           : "A50",
       "ShippingInstructions" : {"name"   : "Alexis Bull",
                                 "Address": {"street"   : "200 Sporting Green",
                                              "city"    : "South San Francisco",
                                              "state"   : "CA",
                                              "zipCode" : 99236,
                                              "country" : "United States of America"},
                                 "Phone" : [{"type" : "Office", "number" : "909-555-7307"},
                                            {"type" : "Mobile", "number" : "415-555-1234"}]},
       "Special Instructions" : null,
       "AllowPartialShipment" : true,
       "LineItems" : [{"ItemNumber" : 1,
                       "Part" : {"Description" : "One Magic Christmas",
                                 "UnitPrice"   : 19.95,
                                 "UPCCode"     : 13131092899},
                       "Quantity" : 9.0},
                      {"ItemNumber" : 2,
                       "Part" : {"Description" : "Lethal Weapon",
                                 "UnitPrice"   : 19.95,
                                 "UPCCode"     : 85391628927},
                       "Quantity" : 5.0}]}' d FROM dual),
po AS (SELECT TREAT(d AS JSON) po_document FROM j_purchaseorder)
SELECT po.po_document.ShippingInstructions.Phone
  FROM po;
= [{"type":"Office","number":"909-555-7307"},{"type":"Mobile","number":"415-555-1234"}]

-- Oracle SQL Language Reference 23ai, JSON_TABLE (nested_clause, Example 1)
-- gap: NESTED ... COLUMNS
WITH j_purchaseorder AS (SELECT
    '{"PONumber"              : 1600,
      "Reference"             : "ABULL-20140421",
       "Requestor"            : "Alexis Bull",
       "User"                 : "ABULL",
       "CostCenter"           : "A50",
       "ShippingInstructions" : {"name"   : "Alexis Bull",
                                 "Address": {"street"   : "200 Sporting Green",
                                              "city"    : "South San Francisco",
                                              "state"   : "CA",
                                              "zipCode" : 99236,
                                              "country" : "United States of America"},
                                 "Phone" : [{"type" : "Office", "number" : "909-555-7307"},
                                            {"type" : "Mobile", "number" : "415-555-1234"}]},
       "Special Instructions" : null,
       "AllowPartialShipment" : true,
       "LineItems" : [{"ItemNumber" : 1,
                       "Part" : {"Description" : "One Magic Christmas",
                                 "UnitPrice"   : 19.95,
                                 "UPCCode"     : 13131092899},
                       "Quantity" : 9.0},
                      {"ItemNumber" : 2,
                       "Part" : {"Description" : "Lethal Weapon",
                                 "UnitPrice"   : 19.95,
                                 "UPCCode"     : 85391628927},
                       "Quantity" : 5.0}]}' po_document FROM dual)
SELECT t.*
FROM j_purchaseorder
NESTED po_document COLUMNS(PONumber, Reference, Requestor) t;
= 1600 | ABULL-20140421 | Alexis Bull

-- Oracle SQL Language Reference 23ai, JSON_TABLE (nested_clause, Example 2: the equivalent left outer join)
WITH j_purchaseorder AS (SELECT
    '{"PONumber"              : 1600,
      "Reference"             : "ABULL-20140421",
       "Requestor"            : "Alexis Bull",
       "User"                 : "ABULL",
       "CostCenter"           : "A50",
       "ShippingInstructions" : {"name"   : "Alexis Bull",
                                 "Address": {"street"   : "200 Sporting Green",
                                              "city"    : "South San Francisco",
                                              "state"   : "CA",
                                              "zipCode" : 99236,
                                              "country" : "United States of America"},
                                 "Phone" : [{"type" : "Office", "number" : "909-555-7307"},
                                            {"type" : "Mobile", "number" : "415-555-1234"}]},
       "Special Instructions" : null,
       "AllowPartialShipment" : true,
       "LineItems" : [{"ItemNumber" : 1,
                       "Part" : {"Description" : "One Magic Christmas",
                                 "UnitPrice"   : 19.95,
                                 "UPCCode"     : 13131092899},
                       "Quantity" : 9.0},
                      {"ItemNumber" : 2,
                       "Part" : {"Description" : "Lethal Weapon",
                                 "UnitPrice"   : 19.95,
                                 "UPCCode"     : 85391628927},
                       "Quantity" : 5.0}]}' po_document FROM dual)
SELECT t.*
FROM j_purchaseorder LEFT OUTER JOIN
JSON_TABLE(po_document COLUMNS(PONumber, Reference, Requestor)) t ON 1=1;
= 1600 | ABULL-20140421 | Alexis Bull

-- Oracle SQL Language Reference 23ai, JSON_TABLE (nested columns in the nested_clause)
-- gap: NESTED ... COLUMNS
WITH j_purchaseorder AS (SELECT
    '{"PONumber"              : 1600,
      "Reference"             : "ABULL-20140421",
       "Requestor"            : "Alexis Bull",
       "User"                 : "ABULL",
       "CostCenter"           : "A50",
       "ShippingInstructions" : {"name"   : "Alexis Bull",
                                 "Address": {"street"   : "200 Sporting Green",
                                              "city"    : "South San Francisco",
                                              "state"   : "CA",
                                              "zipCode" : 99236,
                                              "country" : "United States of America"},
                                 "Phone" : [{"type" : "Office", "number" : "909-555-7307"},
                                            {"type" : "Mobile", "number" : "415-555-1234"}]},
       "Special Instructions" : null,
       "AllowPartialShipment" : true,
       "LineItems" : [{"ItemNumber" : 1,
                       "Part" : {"Description" : "One Magic Christmas",
                                 "UnitPrice"   : 19.95,
                                 "UPCCode"     : 13131092899},
                       "Quantity" : 9.0},
                      {"ItemNumber" : 2,
                       "Part" : {"Description" : "Lethal Weapon",
                                 "UnitPrice"   : 19.95,
                                 "UPCCode"     : 85391628927},
                       "Quantity" : 5.0}]}' po_document FROM dual)
SELECT t.*
FROM j_purchaseorder
NESTED po_document COLUMNS(PONumber, Reference,
NESTED LineItems[*] COLUMNS(ItemNumber, Quantity)
) t
ORDER BY ItemNumber;
= 1600 | ABULL-20140421 | 1 | 9
= 1600 | ABULL-20140421 | 2 | 5

-- Oracle SQL Language Reference 23ai, JSON_TABLE (the same printed rows through JSON_TABLE with NESTED PATH)
WITH j_purchaseorder AS (SELECT
    '{"PONumber"              : 1600,
      "Reference"             : "ABULL-20140421",
       "Requestor"            : "Alexis Bull",
       "User"                 : "ABULL",
       "CostCenter"           : "A50",
       "ShippingInstructions" : {"name"   : "Alexis Bull",
                                 "Address": {"street"   : "200 Sporting Green",
                                              "city"    : "South San Francisco",
                                              "state"   : "CA",
                                              "zipCode" : 99236,
                                              "country" : "United States of America"},
                                 "Phone" : [{"type" : "Office", "number" : "909-555-7307"},
                                            {"type" : "Mobile", "number" : "415-555-1234"}]},
       "Special Instructions" : null,
       "AllowPartialShipment" : true,
       "LineItems" : [{"ItemNumber" : 1,
                       "Part" : {"Description" : "One Magic Christmas",
                                 "UnitPrice"   : 19.95,
                                 "UPCCode"     : 13131092899},
                       "Quantity" : 9.0},
                      {"ItemNumber" : 2,
                       "Part" : {"Description" : "Lethal Weapon",
                                 "UnitPrice"   : 19.95,
                                 "UPCCode"     : 85391628927},
                       "Quantity" : 5.0}]}' po_document FROM dual)
SELECT t.*
FROM j_purchaseorder,
JSON_TABLE(po_document, '$' COLUMNS(PONumber NUMBER PATH '$.PONumber', Reference VARCHAR2(30) PATH '$.Reference',
  NESTED PATH '$.LineItems[*]' COLUMNS(ItemNumber NUMBER PATH '$.ItemNumber', Quantity NUMBER PATH '$.Quantity'))) t
ORDER BY ItemNumber;
= 1600 | ABULL-20140421 | 1 | 9
= 1600 | ABULL-20140421 | 2 | 5

-- Oracle SQL Language Reference 23ai, JSON_VALUE (text: not well-formed data gives null by default; DEFAULT ON ERROR)
SELECT JSON_VALUE('{a:', '$.a'), JSON_VALUE('{a:', '$.a' DEFAULT 'bad' ON ERROR) FROM DUAL;
= NULL | bad

-- Oracle SQL Language Reference 23ai, JSON_VALUE (text: a nonscalar value is an error, so null by default or the DEFAULT ON ERROR)
SELECT JSON_VALUE('{a:[1,2]}', '$.a'), JSON_VALUE('{a:{b:1}}', '$.a' DEFAULT 'object' ON ERROR) FROM DUAL;
= NULL | object

-- Oracle SQL Language Reference 23ai, JSON_VALUE (text: ON EMPTY overrides ON ERROR for no match only)
SELECT JSON_VALUE('{a:1}', '$.b' DEFAULT 'E' ON ERROR DEFAULT 'M' ON EMPTY),
       JSON_VALUE('{a:[1]}', '$.a' DEFAULT 'E' ON ERROR DEFAULT 'M' ON EMPTY),
       JSON_VALUE('{a:1}', '$.b' DEFAULT 'E' ON ERROR NULL ON EMPTY)
  FROM DUAL;
= M | E | NULL

-- Oracle SQL Language Reference 23ai, JSON_VALUE (text: a value too long for the return type is an error, null by default)
SELECT JSON_VALUE('{a:"abcdef"}', '$.a' RETURNING VARCHAR2(3)), JSON_VALUE('{a:"abcdef"}', '$.a' RETURNING VARCHAR2(3) DEFAULT 'x' ON ERROR) FROM DUAL;
= NULL | x

-- Oracle SQL Language Reference 23ai, JSON_QUERY (text: a single scalar, or several values, without wrapper give null by default)
SELECT JSON_QUERY('{a:100, b:[1,2]}', '$.b'), JSON_QUERY('[{a:1},{a:2}]', '$[*]'), JSON_QUERY('[1,2]', '$[*]') FROM DUAL;
= [1,2] | NULL | NULL

-- Oracle SQL Language Reference 23ai, JSON_QUERY (text: ON EMPTY and ON ERROR forms)
SELECT JSON_QUERY('{a:1}', '$.b' EMPTY ON EMPTY), JSON_QUERY('{a:1}', '$.b' EMPTY OBJECT ON EMPTY), JSON_QUERY('{a:1}', '$.b' EMPTY ARRAY ON ERROR),
       JSON_QUERY('{a:', '$.a' EMPTY OBJECT ON ERROR), JSON_QUERY('{a:1}', '$.b' EMPTY ON ERROR NULL ON EMPTY)
  FROM DUAL;
= [] | {} | [] | {} | NULL

-- Oracle SQL Language Reference 23ai, JSON_QUERY (text: CONDITIONAL wraps a scalar and several values, not one object or array)
SELECT JSON_QUERY('{a:100, b:[1,2]}', '$.a' WITH CONDITIONAL WRAPPER), JSON_QUERY('{a:100, b:[1,2]}', '$.b' WITH CONDITIONAL WRAPPER),
       JSON_QUERY('{a:100, b:[1,2]}', '$.b[*]' WITH CONDITIONAL WRAPPER) FROM DUAL;
= [100] | [1,2] | [1,2]

-- Oracle SQL Language Reference 23ai, JSON_TABLE (text: NULL ON ERROR default: no row when the row path matches nothing)
SELECT COUNT(*) FROM JSON_TABLE('{a:1}', '$.x' COLUMNS (v NUMBER PATH '$'));
= 0

-- Oracle SQL Language Reference 23ai, JSON_TABLE (text: a JSON_exists_column of NUMBER is 1 or 0)
SELECT * FROM JSON_TABLE('{a:1}', '$' COLUMNS (x NUMBER EXISTS PATH '$.a', y NUMBER EXISTS PATH '$.b', z VARCHAR2(5) EXISTS PATH '$.b'));
= 1 | 0 | false

-- Oracle SQL Language Reference 23ai, JSON_TABLE (text: without PATH the field is the column name; column with DEFAULT ON EMPTY as JSON_VALUE)
SELECT * FROM JSON_TABLE('{"A":1, "B":"x"}', '$' COLUMNS (a NUMBER PATH '$.A', b VARCHAR2(5) PATH '$.B', c VARCHAR2(5) PATH '$.C' DEFAULT 'none' ON EMPTY, d NUMBER PATH '$.B' NULL ON ERROR));
= 1 | x | none | NULL

-- Oracle LiveLabs, SODA/JSON workshop, SQL/JSON (public repository oracle-livelabs; JSON_VALUE of an array with ERROR ON ERROR)
WITH products AS (SELECT '{"_id":1, "type":"movie", "title":"T", "starring":["A","B","C"], "genres":["x","y"]}' data FROM dual UNION ALL
  SELECT '{"_id":2, "type":"book", "title":"U", "format":"DVD"}' FROM dual)
select JSON_Value (data, '$.starring' ERROR ON ERROR) from products where JSON_VALUE(data, '$.title') = 'T';
! ORA-40456

-- Oracle LiveLabs, SODA/JSON workshop, SQL/JSON (public repository oracle-livelabs; JSON_VALUE of several values with ERROR ON ERROR)
WITH products AS (SELECT '{"_id":1, "type":"movie", "title":"T", "starring":["A","B","C"], "genres":["x","y"]}' data FROM dual UNION ALL
  SELECT '{"_id":2, "type":"book", "title":"U", "format":"DVD"}' FROM dual)
select JSON_Value (data, '$.starring[0,1]' ERROR ON ERROR) from products where JSON_VALUE(data, '$.title') = 'T';
! ORA-40470

-- Oracle LiveLabs, SODA/JSON workshop, SQL/JSON (public repository oracle-livelabs; the same without ERROR ON ERROR: NULL)
WITH products AS (SELECT '{"_id":1, "type":"movie", "title":"T", "starring":["A","B","C"], "genres":["x","y"]}' data FROM dual UNION ALL
  SELECT '{"_id":2, "type":"book", "title":"U", "format":"DVD"}' FROM dual)
select JSON_Value (data, '$.starring[0,1]') from products where JSON_VALUE(data, '$.title') = 'T';
= NULL

-- Oracle LiveLabs, SODA/JSON workshop, SQL/JSON (public repository oracle-livelabs; default 'none' on empty)
WITH products AS (SELECT '{"_id":1, "type":"movie", "title":"T", "starring":["A","B","C"], "genres":["x","y"]}' data FROM dual UNION ALL
  SELECT '{"_id":2, "type":"book", "title":"U", "format":"DVD"}' FROM dual)
select JSON_Value (data, '$.format' returning varchar2(10) default 'none' on empty) from products order by JSON_VALUE(data, '$.title');
= none
= DVD

-- Oracle LiveLabs, SODA/JSON workshop, SQL/JSON (public repository oracle-livelabs; JSON_QUERY of the array, and of its first two values with array wrapper)
WITH products AS (SELECT '{"_id":1, "type":"movie", "title":"T", "starring":["A","B","C"], "genres":["x","y"]}' data FROM dual UNION ALL
  SELECT '{"_id":2, "type":"book", "title":"U", "format":"DVD"}' FROM dual)
select JSON_Query(p.data, '$.starring'), JSON_Query(p.data, '$.starring[0,1]' with array wrapper)
from products p where JSON_VALUE(data, '$.title') = 'T';
= ["A","B","C"] | ["A","B"]

-- Oracle LiveLabs, SODA/JSON workshop, SQL/JSON (public repository oracle-livelabs; JSON_EXISTS)
WITH products AS (SELECT '{"_id":1, "type":"movie", "title":"T", "starring":["A","B","C"], "genres":["x","y"]}' data FROM dual UNION ALL
  SELECT '{"_id":2, "type":"book", "title":"U", "format":"DVD"}' FROM dual)
select count(1)
from products
where JSON_Exists(data, '$.format');
= 1

-- Oracle LiveLabs, SODA/JSON workshop, SQL/JSON (public repository oracle-livelabs; JSON_EXISTS with a path predicate; any element of the array may satisfy it)
WITH products AS (SELECT '{"_id":1, "type":"movie", "title":"T", "starring":["A","B","C"], "genres":["x","y"]}' data FROM dual UNION ALL
  SELECT '{"_id":2, "type":"book", "title":"U", "format":"DVD"}' FROM dual)
select JSON_VALUE(p.data, '$.title')
from products p
where JSON_Exists(p.data, '$.starring?(@ == "B")');
= T

-- Oracle LiveLabs, SODA/JSON workshop, SQL/JSON (public repository oracle-livelabs; text: sibling nested paths are a UNION join: separate rows with NULLs)
WITH products AS (SELECT '{"_id":1, "type":"movie", "title":"T", "starring":["A","B","C"], "genres":["x","y"]}' data FROM dual UNION ALL
  SELECT '{"_id":2, "type":"book", "title":"U", "format":"DVD"}' FROM dual)
select jt.*
from products,
JSON_TABLE (data, '$' columns (
  title VARCHAR2(5) path '$.title',
  nested path '$.starring[*]'
  columns (actor VARCHAR2(5) path '$'),
  nested path '$.genres[*]'
  columns (genre VARCHAR2(5) path '$')
)) jt
where title = 'T'
order by actor nulls last, genre;
= T | A | NULL
= T | B | NULL
= T | C | NULL
= T | NULL | x
= T | NULL | y

-- docs.oracle.com/error-help/db/ora-40462 (JSON_VALUE evaluated to no value: the path did not select a value) with Oracle SQL Language Reference 23ai, JSON_VALUE (ERROR ON EMPTY)
SELECT JSON_VALUE('{firstname:"John"}', '$.lastname' ERROR ON EMPTY) FROM DUAL;
! ORA-40462

-- oracle-base.com, Hierarchical Queries in Oracle (misc/hierarchical-queries)
WITH tab1 AS (
  SELECT 1 id, CAST(NULL AS NUMBER) parent_id FROM dual UNION ALL
  SELECT 2, 1 FROM dual UNION ALL
  SELECT 3, 2 FROM dual UNION ALL
  SELECT 4, 2 FROM dual UNION ALL
  SELECT 5, 4 FROM dual UNION ALL
  SELECT 6, 4 FROM dual UNION ALL
  SELECT 7, 1 FROM dual UNION ALL
  SELECT 8, 7 FROM dual UNION ALL
  SELECT 9, 1 FROM dual UNION ALL
  SELECT 10, 9 FROM dual UNION ALL
  SELECT 11, 10 FROM dual UNION ALL
  SELECT 12, 9 FROM dual)
SELECT id,
       parent_id,
       RPAD('.', (level-1)*2, '.') || id AS tree,
       level,
       CONNECT_BY_ROOT id AS root_id,
       LTRIM(SYS_CONNECT_BY_PATH(id, '-'), '-') AS path,
       CONNECT_BY_ISLEAF AS leaf
FROM   tab1
START WITH parent_id IS NULL
CONNECT BY parent_id = PRIOR id
ORDER SIBLINGS BY id;
= 1 | NULL | 1 | 1 | 1 | 1 | 0
= 2 | 1 | ..2 | 2 | 1 | 1-2 | 0
= 3 | 2 | ....3 | 3 | 1 | 1-2-3 | 1
= 4 | 2 | ....4 | 3 | 1 | 1-2-4 | 0
= 5 | 4 | ......5 | 4 | 1 | 1-2-4-5 | 1
= 6 | 4 | ......6 | 4 | 1 | 1-2-4-6 | 1
= 7 | 1 | ..7 | 2 | 1 | 1-7 | 0
= 8 | 7 | ....8 | 3 | 1 | 1-7-8 | 1
= 9 | 1 | ..9 | 2 | 1 | 1-9 | 0
= 10 | 9 | ....10 | 3 | 1 | 1-9-10 | 0
= 11 | 10 | ......11 | 4 | 1 | 1-9-10-11 | 1
= 12 | 9 | ....12 | 3 | 1 | 1-9-12 | 1

-- oracle-base.com, Hierarchical Queries in Oracle (misc/hierarchical-queries: cyclic)
WITH tab1 AS (
  SELECT 1 id, CAST(9 AS NUMBER) parent_id FROM dual UNION ALL
  SELECT 2, 1 FROM dual UNION ALL
  SELECT 3, 2 FROM dual UNION ALL
  SELECT 4, 2 FROM dual UNION ALL
  SELECT 5, 4 FROM dual UNION ALL
  SELECT 6, 4 FROM dual UNION ALL
  SELECT 7, 1 FROM dual UNION ALL
  SELECT 8, 7 FROM dual UNION ALL
  SELECT 9, 1 FROM dual UNION ALL
  SELECT 10, 9 FROM dual UNION ALL
  SELECT 11, 10 FROM dual UNION ALL
  SELECT 12, 9 FROM dual)
SELECT id,
       parent_id,
       RPAD('.', (level-1)*2, '.') || id AS tree,
       level,
       CONNECT_BY_ROOT id AS root_id,
       LTRIM(SYS_CONNECT_BY_PATH(id, '-'), '-') AS path,
       CONNECT_BY_ISLEAF AS leaf
FROM   tab1
START WITH id = 1
CONNECT BY parent_id = PRIOR id
ORDER SIBLINGS BY id;
! ORA-01436

-- oracle-base.com, Hierarchical Queries in Oracle (misc/hierarchical-queries: NOCYCLE, CONNECT_BY_ISCYCLE)
WITH tab1 AS (
  SELECT 1 id, CAST(9 AS NUMBER) parent_id FROM dual UNION ALL
  SELECT 2, 1 FROM dual UNION ALL
  SELECT 3, 2 FROM dual UNION ALL
  SELECT 4, 2 FROM dual UNION ALL
  SELECT 5, 4 FROM dual UNION ALL
  SELECT 6, 4 FROM dual UNION ALL
  SELECT 7, 1 FROM dual UNION ALL
  SELECT 8, 7 FROM dual UNION ALL
  SELECT 9, 1 FROM dual UNION ALL
  SELECT 10, 9 FROM dual UNION ALL
  SELECT 11, 10 FROM dual UNION ALL
  SELECT 12, 9 FROM dual)
SELECT id,
       parent_id,
       RPAD('.', (level-1)*2, '.') || id AS tree,
       level,
       CONNECT_BY_ROOT id AS root_id,
       LTRIM(SYS_CONNECT_BY_PATH(id, '-'), '-') AS path,
       CONNECT_BY_ISLEAF AS leaf,
       CONNECT_BY_ISCYCLE AS cycle
FROM   tab1
START WITH id = 1
CONNECT BY NOCYCLE parent_id = PRIOR id
ORDER SIBLINGS BY id;
= 1 | 9 | 1 | 1 | 1 | 1 | 0 | 0
= 2 | 1 | ..2 | 2 | 1 | 1-2 | 0 | 0
= 3 | 2 | ....3 | 3 | 1 | 1-2-3 | 1 | 0
= 4 | 2 | ....4 | 3 | 1 | 1-2-4 | 0 | 0
= 5 | 4 | ......5 | 4 | 1 | 1-2-4-5 | 1 | 0
= 6 | 4 | ......6 | 4 | 1 | 1-2-4-6 | 1 | 0
= 7 | 1 | ..7 | 2 | 1 | 1-7 | 0 | 0
= 8 | 7 | ....8 | 3 | 1 | 1-7-8 | 1 | 0
= 9 | 1 | ..9 | 2 | 1 | 1-9 | 0 | 1
= 10 | 9 | ....10 | 3 | 1 | 1-9-10 | 0 | 0
= 11 | 10 | ......11 | 4 | 1 | 1-9-10-11 | 1 | 0
= 12 | 9 | ....12 | 3 | 1 | 1-9-12 | 1 | 0

-- oracle-base.com, Recursive Subquery Factoring (11g/recursive-subquery-factoring-11gr2: SEARCH BREADTH FIRST)
WITH tab1 AS (
  SELECT 1 id, CAST(NULL AS NUMBER) parent_id FROM dual UNION ALL
  SELECT 2, 1 FROM dual UNION ALL
  SELECT 3, 2 FROM dual UNION ALL
  SELECT 4, 2 FROM dual UNION ALL
  SELECT 5, 4 FROM dual UNION ALL
  SELECT 6, 4 FROM dual UNION ALL
  SELECT 7, 1 FROM dual UNION ALL
  SELECT 8, 7 FROM dual UNION ALL
  SELECT 9, 1 FROM dual UNION ALL
  SELECT 10, 9 FROM dual UNION ALL
  SELECT 11, 10 FROM dual UNION ALL
  SELECT 12, 9 FROM dual),
t1(id, parent_id) AS (
  SELECT id, parent_id
  FROM   tab1
  WHERE  parent_id IS NULL
  UNION ALL
  SELECT t2.id, t2.parent_id
  FROM   tab1 t2, t1
  WHERE  t2.parent_id = t1.id
)
SEARCH BREADTH FIRST BY id SET order1
SELECT id, parent_id
FROM   t1
ORDER BY order1;
= 1 | NULL
= 2 | 1
= 7 | 1
= 9 | 1
= 3 | 2
= 4 | 2
= 8 | 7
= 10 | 9
= 12 | 9
= 5 | 4
= 6 | 4
= 11 | 10

-- oracle-base.com, Recursive Subquery Factoring (11g/recursive-subquery-factoring-11gr2: SEARCH DEPTH FIRST)
WITH tab1 AS (
  SELECT 1 id, CAST(NULL AS NUMBER) parent_id FROM dual UNION ALL
  SELECT 2, 1 FROM dual UNION ALL
  SELECT 3, 2 FROM dual UNION ALL
  SELECT 4, 2 FROM dual UNION ALL
  SELECT 5, 4 FROM dual UNION ALL
  SELECT 6, 4 FROM dual UNION ALL
  SELECT 7, 1 FROM dual UNION ALL
  SELECT 8, 7 FROM dual UNION ALL
  SELECT 9, 1 FROM dual UNION ALL
  SELECT 10, 9 FROM dual UNION ALL
  SELECT 11, 10 FROM dual UNION ALL
  SELECT 12, 9 FROM dual),
t1(id, parent_id) AS (
  SELECT id, parent_id
  FROM   tab1
  WHERE  parent_id IS NULL
  UNION ALL
  SELECT t2.id, t2.parent_id
  FROM   tab1 t2, t1
  WHERE  t2.parent_id = t1.id
)
SEARCH DEPTH FIRST BY id SET order1
SELECT id, parent_id
FROM   t1
ORDER BY order1;
= 1 | NULL
= 2 | 1
= 3 | 2
= 4 | 2
= 5 | 4
= 6 | 4
= 7 | 1
= 8 | 7
= 9 | 1
= 10 | 9
= 11 | 10
= 12 | 9

-- oracle-base.com, Recursive Subquery Factoring (11g/recursive-subquery-factoring-11gr2: LEVEL, CONNECT_BY_ROOT, SYS_CONNECT_BY_PATH and CONNECT_BY_ISLEAF equivalents)
WITH tab1 AS (
  SELECT 1 id, CAST(NULL AS NUMBER) parent_id FROM dual UNION ALL
  SELECT 2, 1 FROM dual UNION ALL
  SELECT 3, 2 FROM dual UNION ALL
  SELECT 4, 2 FROM dual UNION ALL
  SELECT 5, 4 FROM dual UNION ALL
  SELECT 6, 4 FROM dual UNION ALL
  SELECT 7, 1 FROM dual UNION ALL
  SELECT 8, 7 FROM dual UNION ALL
  SELECT 9, 1 FROM dual UNION ALL
  SELECT 10, 9 FROM dual UNION ALL
  SELECT 11, 10 FROM dual UNION ALL
  SELECT 12, 9 FROM dual),
t1(id, parent_id, lvl, root_id, path) AS (
  SELECT id, parent_id, 1 AS lvl, id AS root_id, TO_CHAR(id) AS path
  FROM   tab1
  WHERE  parent_id IS NULL
  UNION ALL
  SELECT t2.id, t2.parent_id, lvl+1, t1.root_id, t1.path || '-' || t2.id AS path
  FROM   tab1 t2, t1
  WHERE  t2.parent_id = t1.id
)
SEARCH DEPTH FIRST BY id SET order1
SELECT id,
       parent_id,
       RPAD('.', (lvl-1)*2, '.') || id AS tree,
       lvl,
       root_id,
       path,
       CASE
         WHEN LEAD(lvl, 1, 1) OVER (ORDER BY order1) <= lvl THEN 1
         ELSE 0
       END leaf
FROM   t1
ORDER BY order1;
= 1 | NULL | 1 | 1 | 1 | 1 | 0
= 2 | 1 | ..2 | 2 | 1 | 1-2 | 0
= 3 | 2 | ....3 | 3 | 1 | 1-2-3 | 1
= 4 | 2 | ....4 | 3 | 1 | 1-2-4 | 0
= 5 | 4 | ......5 | 4 | 1 | 1-2-4-5 | 1
= 6 | 4 | ......6 | 4 | 1 | 1-2-4-6 | 1
= 7 | 1 | ..7 | 2 | 1 | 1-7 | 0
= 8 | 7 | ....8 | 3 | 1 | 1-7-8 | 1
= 9 | 1 | ..9 | 2 | 1 | 1-9 | 0
= 10 | 9 | ....10 | 3 | 1 | 1-9-10 | 0
= 11 | 10 | ......11 | 4 | 1 | 1-9-10-11 | 1
= 12 | 9 | ....12 | 3 | 1 | 1-9-12 | 1

-- oracle-base.com, Recursive Subquery Factoring (11g/recursive-subquery-factoring-11gr2: cyclic)
WITH tab1 AS (
  SELECT 1 id, CAST(9 AS NUMBER) parent_id FROM dual UNION ALL
  SELECT 2, 1 FROM dual UNION ALL
  SELECT 3, 2 FROM dual UNION ALL
  SELECT 4, 2 FROM dual UNION ALL
  SELECT 5, 4 FROM dual UNION ALL
  SELECT 6, 4 FROM dual UNION ALL
  SELECT 7, 1 FROM dual UNION ALL
  SELECT 8, 7 FROM dual UNION ALL
  SELECT 9, 1 FROM dual UNION ALL
  SELECT 10, 9 FROM dual UNION ALL
  SELECT 11, 10 FROM dual UNION ALL
  SELECT 12, 9 FROM dual),
t1(id, parent_id, lvl, root_id, path) AS (
  SELECT id, parent_id, 1 AS lvl, id AS root_id, TO_CHAR(id) AS path
  FROM   tab1
  WHERE  id = 1
  UNION ALL
  SELECT t2.id, t2.parent_id, lvl+1, t1.root_id, t1.path || '-' || t2.id AS path
  FROM   tab1 t2, t1
  WHERE  t2.parent_id = t1.id
)
SEARCH DEPTH FIRST BY id SET order1
SELECT id,
       parent_id,
       RPAD('.', (lvl-1)*2, '.') || id AS tree,
       lvl,
       root_id,
       path
FROM   t1
ORDER BY order1;
! ORA-32044

-- oracle-base.com, Recursive Subquery Factoring (11g/recursive-subquery-factoring-11gr2: CYCLE clause; unlike NOCYCLE it stops at the row after the cycle)
WITH tab1 AS (
  SELECT 1 id, CAST(9 AS NUMBER) parent_id FROM dual UNION ALL
  SELECT 2, 1 FROM dual UNION ALL
  SELECT 3, 2 FROM dual UNION ALL
  SELECT 4, 2 FROM dual UNION ALL
  SELECT 5, 4 FROM dual UNION ALL
  SELECT 6, 4 FROM dual UNION ALL
  SELECT 7, 1 FROM dual UNION ALL
  SELECT 8, 7 FROM dual UNION ALL
  SELECT 9, 1 FROM dual UNION ALL
  SELECT 10, 9 FROM dual UNION ALL
  SELECT 11, 10 FROM dual UNION ALL
  SELECT 12, 9 FROM dual),
t1(id, parent_id, lvl, root_id, path) AS (
  SELECT id, parent_id, 1 AS lvl, id AS root_id, TO_CHAR(id) AS path
  FROM   tab1
  WHERE  id = 1
  UNION ALL
  SELECT t2.id, t2.parent_id, lvl+1, t1.root_id, t1.path || '-' || t2.id AS path
  FROM   tab1 t2, t1
  WHERE  t2.parent_id = t1.id
)
SEARCH DEPTH FIRST BY id SET order1
CYCLE id SET cycle TO 1 DEFAULT 0
SELECT id,
       parent_id,
       RPAD('.', (lvl-1)*2, '.') || id AS tree,
       lvl,
       root_id,
       path,
       cycle
FROM   t1
ORDER BY order1;
= 1 | 9 | 1 | 1 | 1 | 1 | 0
= 2 | 1 | ..2 | 2 | 1 | 1-2 | 0
= 3 | 2 | ....3 | 3 | 1 | 1-2-3 | 0
= 4 | 2 | ....4 | 3 | 1 | 1-2-4 | 0
= 5 | 4 | ......5 | 4 | 1 | 1-2-4-5 | 0
= 6 | 4 | ......6 | 4 | 1 | 1-2-4-6 | 0
= 7 | 1 | ..7 | 2 | 1 | 1-7 | 0
= 8 | 7 | ....8 | 3 | 1 | 1-7-8 | 0
= 9 | 1 | ..9 | 2 | 1 | 1-9 | 0
= 1 | 9 | ....1 | 3 | 1 | 1-9-1 | 1
= 10 | 9 | ....10 | 3 | 1 | 1-9-10 | 0
= 11 | 10 | ......11 | 4 | 1 | 1-9-10-11 | 0
= 12 | 9 | ....12 | 3 | 1 | 1-9-12 | 0

-- Oracle SQL Language Reference 23ai, Hierarchical Queries (START WITH Examples; ORDER SIBLINGS BY; the printed rows)
WITH employees AS (
  SELECT 100 employee_id, 'King' last_name, CAST(NULL AS NUMBER) manager_id FROM dual UNION ALL
  SELECT 102, 'De Haan', 100 FROM dual UNION ALL
  SELECT 103, 'Hunold', 102 FROM dual UNION ALL
  SELECT 104, 'Ernst', 103 FROM dual UNION ALL
  SELECT 105, 'Austin', 103 FROM dual UNION ALL
  SELECT 106, 'Pataballa', 103 FROM dual UNION ALL
  SELECT 107, 'Lorentz', 103 FROM dual UNION ALL
  SELECT 147, 'Errazuriz', 100 FROM dual UNION ALL
  SELECT 148, 'Cambrault', 100 FROM dual UNION ALL
  SELECT 166, 'Ande', 147 FROM dual UNION ALL
  SELECT 167, 'Banda', 147 FROM dual UNION ALL
  SELECT 168, 'Ozer', 148 FROM dual UNION ALL
  SELECT 169, 'Bloom', 148 FROM dual UNION ALL
  SELECT 170, 'Fox', 148 FROM dual UNION ALL
  SELECT 171, 'Smith', 148 FROM dual UNION ALL
  SELECT 172, 'Bates', 148 FROM dual UNION ALL
  SELECT 173, 'Kumar', 148 FROM dual)
SELECT last_name, employee_id, manager_id, LEVEL
      FROM employees
      START WITH employee_id = 100
      CONNECT BY PRIOR employee_id = manager_id
      ORDER SIBLINGS BY last_name;
= King | 100 | NULL | 1
= Cambrault | 148 | 100 | 2
= Bates | 172 | 148 | 3
= Bloom | 169 | 148 | 3
= Fox | 170 | 148 | 3
= Kumar | 173 | 148 | 3
= Ozer | 168 | 148 | 3
= Smith | 171 | 148 | 3
= De Haan | 102 | 100 | 2
= Hunold | 103 | 102 | 3
= Austin | 105 | 103 | 4
= Ernst | 104 | 103 | 4
= Lorentz | 107 | 103 | 4
= Pataballa | 106 | 103 | 4
= Errazuriz | 147 | 100 | 2
= Ande | 166 | 147 | 3
= Banda | 167 | 147 | 3

-- Oracle SQL Language Reference 23ai, Hierarchical Queries (CONNECT BY Example without START WITH: every row is a root; LEVEL as printed; the tree under Kochhar; an ORDER BY added)
WITH employees AS (
  SELECT 101 employee_id, 'Kochhar' last_name, 100 manager_id FROM dual UNION ALL
  SELECT 108, 'Greenberg', 101 FROM dual UNION ALL
  SELECT 109, 'Faviet', 108 FROM dual UNION ALL
  SELECT 110, 'Chen', 108 FROM dual UNION ALL
  SELECT 111, 'Sciarra', 108 FROM dual UNION ALL
  SELECT 112, 'Urman', 108 FROM dual UNION ALL
  SELECT 113, 'Popp', 108 FROM dual UNION ALL
  SELECT 200, 'Whalen', 101 FROM dual UNION ALL
  SELECT 203, 'Mavris', 101 FROM dual UNION ALL
  SELECT 204, 'Baer', 101 FROM dual UNION ALL
  SELECT 205, 'Higgins', 101 FROM dual UNION ALL
  SELECT 206, 'Gietz', 205 FROM dual)
SELECT employee_id, last_name, manager_id, LEVEL
   FROM employees
   WHERE CONNECT_BY_ROOT employee_id = 101
   CONNECT BY PRIOR employee_id = manager_id
   ORDER SIBLINGS BY employee_id;
= 101 | Kochhar | 100 | 1
= 108 | Greenberg | 101 | 2
= 109 | Faviet | 108 | 3
= 110 | Chen | 108 | 3
= 111 | Sciarra | 108 | 3
= 112 | Urman | 108 | 3
= 113 | Popp | 108 | 3
= 200 | Whalen | 101 | 2
= 203 | Mavris | 101 | 2
= 204 | Baer | 101 | 2
= 205 | Higgins | 101 | 2
= 206 | Gietz | 205 | 3

-- Oracle SQL Language Reference 23ai, SYS_CONNECT_BY_PATH (ordered by the path instead of by the indented text)
WITH employees AS (
  SELECT 100 employee_id, 'King' last_name, CAST(NULL AS NUMBER) manager_id FROM dual UNION ALL
  SELECT 101, 'Kochhar', 100 FROM dual UNION ALL
  SELECT 102, 'De Haan', 100 FROM dual UNION ALL
  SELECT 108, 'Greenberg', 101 FROM dual UNION ALL
  SELECT 109, 'Faviet', 108 FROM dual UNION ALL
  SELECT 110, 'Chen', 108 FROM dual UNION ALL
  SELECT 111, 'Sciarra', 108 FROM dual UNION ALL
  SELECT 112, 'Urman', 108 FROM dual UNION ALL
  SELECT 113, 'Popp', 108 FROM dual UNION ALL
  SELECT 200, 'Whalen', 101 FROM dual UNION ALL
  SELECT 203, 'Mavris', 101 FROM dual UNION ALL
  SELECT 204, 'Baer', 101 FROM dual UNION ALL
  SELECT 205, 'Higgins', 101 FROM dual UNION ALL
  SELECT 206, 'Gietz', 205 FROM dual)
SELECT LEVEL, SYS_CONNECT_BY_PATH(last_name, '/') "Path"
   FROM employees
   START WITH last_name = 'Kochhar'
   CONNECT BY PRIOR employee_id = manager_id
   ORDER BY 2;
= 1 | /Kochhar
= 2 | /Kochhar/Baer
= 2 | /Kochhar/Greenberg
= 3 | /Kochhar/Greenberg/Chen
= 3 | /Kochhar/Greenberg/Faviet
= 3 | /Kochhar/Greenberg/Popp
= 3 | /Kochhar/Greenberg/Sciarra
= 3 | /Kochhar/Greenberg/Urman
= 2 | /Kochhar/Higgins
= 3 | /Kochhar/Higgins/Gietz
= 2 | /Kochhar/Mavris
= 2 | /Kochhar/Whalen

-- Oracle SQL Language Reference 23ai, Hierarchical Queries (ORA-01436; Russell made King's manager)
WITH employees AS (
  SELECT 145 employee_id, 'Russell' last_name, 80 department_id FROM dual UNION ALL
  SELECT 148, 'Cambrault', 80 FROM dual UNION ALL
  SELECT 150, 'Tucker', 80 FROM dual),
e2 AS (SELECT employee_id, last_name, department_id, 100 manager_id FROM employees WHERE employee_id <> 150 UNION ALL
       SELECT employee_id, last_name, department_id, 145 FROM employees WHERE employee_id = 150 UNION ALL
       SELECT 100, 'King', 90, 145 FROM dual)
SELECT last_name "Employee",
   LEVEL, SYS_CONNECT_BY_PATH(last_name, '/') "Path"
   FROM e2
   WHERE level <= 3 AND department_id = 80
   START WITH last_name = 'King'
   CONNECT BY PRIOR employee_id = manager_id AND LEVEL <= 4;
! ORA-01436

-- Oracle SQL Language Reference 23ai, Hierarchical Queries (NOCYCLE, CONNECT_BY_ISCYCLE; King's manager changed to Russell; the printed rows)
-- needs: hr
SELECT * FROM (
SELECT last_name "Employee", CONNECT_BY_ISCYCLE "Cycle",
   LEVEL, SYS_CONNECT_BY_PATH(last_name, '/') "Path"
   FROM (SELECT employee_id, last_name, department_id,
                DECODE(employee_id, 100, 145, manager_id) manager_id FROM employees)
   WHERE level <= 3 AND department_id = 80
   START WITH last_name = 'King'
   CONNECT BY NOCYCLE PRIOR employee_id = manager_id AND LEVEL <= 4)
   WHERE "Employee" <= 'Fox'
   ORDER BY "Employee", "Cycle", LEVEL, "Path";
= Abel | 0 | 3 | /King/Zlotkey/Abel
= Ande | 0 | 3 | /King/Errazuriz/Ande
= Banda | 0 | 3 | /King/Errazuriz/Banda
= Bates | 0 | 3 | /King/Cambrault/Bates
= Bernstein | 0 | 3 | /King/Russell/Bernstein
= Bloom | 0 | 3 | /King/Cambrault/Bloom
= Cambrault | 0 | 2 | /King/Cambrault
= Cambrault | 0 | 3 | /King/Russell/Cambrault
= Doran | 0 | 3 | /King/Partners/Doran
= Errazuriz | 0 | 2 | /King/Errazuriz
= Fox | 0 | 3 | /King/Cambrault/Fox

-- Oracle SQL Language Reference 23ai, Hierarchical Query Pseudocolumns (CONNECT_BY_ISLEAF Example; the printed rows)
-- needs: hr
SELECT * FROM (
SELECT last_name "Employee", CONNECT_BY_ISLEAF "IsLeaf",
       LEVEL l, SYS_CONNECT_BY_PATH(last_name, '/') "Path"
  FROM employees
  WHERE LEVEL <= 3 AND department_id = 80
  START WITH employee_id = 100
  CONNECT BY PRIOR employee_id = manager_id AND LEVEL <= 4)
  WHERE "Employee" <= 'Fox'
  ORDER BY "Employee", "IsLeaf";
= Abel | 1 | 3 | /King/Zlotkey/Abel
= Ande | 1 | 3 | /King/Errazuriz/Ande
= Banda | 1 | 3 | /King/Errazuriz/Banda
= Bates | 1 | 3 | /King/Cambrault/Bates
= Bernstein | 1 | 3 | /King/Russell/Bernstein
= Bloom | 1 | 3 | /King/Cambrault/Bloom
= Cambrault | 0 | 2 | /King/Cambrault
= Cambrault | 1 | 3 | /King/Russell/Cambrault
= Doran | 1 | 3 | /King/Partners/Doran
= Errazuriz | 0 | 2 | /King/Errazuriz
= Fox | 1 | 3 | /King/Cambrault/Fox

-- Oracle SQL Language Reference 23ai, Hierarchical Queries (CONNECT_BY_ISLEAF Example: values of a column into a list; warehouses 1 to 9)
WITH warehouses AS (SELECT LEVEL warehouse_id FROM dual CONNECT BY LEVEL <= 9)
SELECT LTRIM(SYS_CONNECT_BY_PATH (warehouse_id,','),',') FROM
   (SELECT ROWNUM r, warehouse_id FROM warehouses)
   WHERE CONNECT_BY_ISLEAF = 1
   START WITH r = 1
   CONNECT BY r = PRIOR r + 1
   ORDER BY warehouse_id;
= 1,2,3,4,5,6,7,8,9

-- Oracle SQL Language Reference 23ai, Hierarchical Queries (CONNECT_BY_ROOT Examples)
WITH employees AS (
  SELECT 100 employee_id, 'King' last_name, CAST(NULL AS NUMBER) manager_id, 90 department_id, 24000 salary FROM dual UNION ALL
  SELECT 101, 'Kochhar', 100, 90, 17000 FROM dual UNION ALL
  SELECT 102, 'De Haan', 100, 90, 17000 FROM dual UNION ALL
  SELECT 205, 'Higgins', 101, 110, 12008 FROM dual UNION ALL
  SELECT 206, 'Gietz', 205, 110, 8300 FROM dual)
SELECT last_name "Employee", CONNECT_BY_ROOT last_name "Manager",
   LEVEL-1 "Pathlen", SYS_CONNECT_BY_PATH(last_name, '/') "Path"
   FROM employees
   WHERE LEVEL > 1 and department_id = 110
   CONNECT BY PRIOR employee_id = manager_id
   ORDER BY "Employee", "Manager", "Pathlen", "Path";
= Gietz | Higgins | 1 | /Higgins/Gietz
= Gietz | King | 3 | /King/Kochhar/Higgins/Gietz
= Gietz | Kochhar | 2 | /Kochhar/Higgins/Gietz
= Higgins | King | 2 | /King/Kochhar/Higgins
= Higgins | Kochhar | 1 | /Kochhar/Higgins

-- Oracle SQL Language Reference 23ai, Hierarchical Queries (CONNECT_BY_ROOT with GROUP BY; the page's figures are of Higgins' salary 12000, inlined so)
WITH employees AS (
  SELECT 100 employee_id, 'King' last_name, CAST(NULL AS NUMBER) manager_id, 90 department_id, 24000 salary FROM dual UNION ALL
  SELECT 101, 'Kochhar', 100, 90, 17000 FROM dual UNION ALL
  SELECT 205, 'Higgins', 101, 110, 12000 FROM dual UNION ALL
  SELECT 206, 'Gietz', 205, 110, 8300 FROM dual)
SELECT name, SUM(salary) "Total_Salary" FROM (
   SELECT CONNECT_BY_ROOT last_name as name, Salary
      FROM employees
      WHERE department_id = 110
      CONNECT BY PRIOR employee_id = manager_id)
      GROUP BY name
   ORDER BY name, "Total_Salary";
= Gietz | 8300
= Higgins | 20300
= King | 20300
= Kochhar | 20300

-- Oracle SQL Language Reference 23ai, SELECT (Recursive Subquery Factoring: reports to 101)
WITH employees AS (
  SELECT 100 employee_id, 'King' last_name, CAST(NULL AS NUMBER) manager_id FROM dual UNION ALL
  SELECT 101, 'Kochhar', 100 FROM dual UNION ALL
  SELECT 102, 'De Haan', 100 FROM dual UNION ALL
  SELECT 108, 'Greenberg', 101 FROM dual UNION ALL
  SELECT 109, 'Faviet', 108 FROM dual UNION ALL
  SELECT 110, 'Chen', 108 FROM dual UNION ALL
  SELECT 111, 'Sciarra', 108 FROM dual UNION ALL
  SELECT 112, 'Urman', 108 FROM dual UNION ALL
  SELECT 113, 'Popp', 108 FROM dual UNION ALL
  SELECT 200, 'Whalen', 101 FROM dual UNION ALL
  SELECT 203, 'Mavris', 101 FROM dual UNION ALL
  SELECT 204, 'Baer', 101 FROM dual UNION ALL
  SELECT 205, 'Higgins', 101 FROM dual UNION ALL
  SELECT 206, 'Gietz', 205 FROM dual),
  reports_to_101 (eid, emp_last, mgr_id, reportLevel) AS
  (
     SELECT employee_id, last_name, manager_id, 0 reportLevel
     FROM employees
     WHERE employee_id = 101
   UNION ALL
     SELECT e.employee_id, e.last_name, e.manager_id, reportLevel+1
     FROM reports_to_101 r, employees e
     WHERE r.eid = e.manager_id
  )
SELECT eid, emp_last, mgr_id, reportLevel
FROM reports_to_101
ORDER BY reportLevel, eid;
= 101 | Kochhar | 100 | 0
= 108 | Greenberg | 101 | 1
= 200 | Whalen | 101 | 1
= 203 | Mavris | 101 | 1
= 204 | Baer | 101 | 1
= 205 | Higgins | 101 | 1
= 109 | Faviet | 108 | 2
= 110 | Chen | 108 | 2
= 111 | Sciarra | 108 | 2
= 112 | Urman | 108 | 2
= 113 | Popp | 108 | 2
= 206 | Gietz | 205 | 2

-- Oracle SQL Language Reference 23ai, SELECT (Recursive Subquery Factoring: reports to 101 with the management chain)
WITH employees AS (
  SELECT 100 employee_id, 'King' last_name, CAST(NULL AS NUMBER) manager_id FROM dual UNION ALL
  SELECT 101, 'Kochhar', 100 FROM dual UNION ALL
  SELECT 102, 'De Haan', 100 FROM dual UNION ALL
  SELECT 108, 'Greenberg', 101 FROM dual UNION ALL
  SELECT 109, 'Faviet', 108 FROM dual UNION ALL
  SELECT 110, 'Chen', 108 FROM dual UNION ALL
  SELECT 111, 'Sciarra', 108 FROM dual UNION ALL
  SELECT 112, 'Urman', 108 FROM dual UNION ALL
  SELECT 113, 'Popp', 108 FROM dual UNION ALL
  SELECT 200, 'Whalen', 101 FROM dual UNION ALL
  SELECT 203, 'Mavris', 101 FROM dual UNION ALL
  SELECT 204, 'Baer', 101 FROM dual UNION ALL
  SELECT 205, 'Higgins', 101 FROM dual UNION ALL
  SELECT 206, 'Gietz', 205 FROM dual),
  reports_to_101 (eid, emp_last, mgr_id, reportLevel, mgr_list) AS
  (
     SELECT employee_id, last_name, manager_id, 0 reportLevel,
            CAST(manager_id AS VARCHAR2(2000))
     FROM employees
     WHERE employee_id = 101
  UNION ALL
     SELECT e.employee_id, e.last_name, e.manager_id, reportLevel+1,
            CAST(mgr_list || ',' || manager_id AS VARCHAR2(2000))
     FROM reports_to_101 r, employees e
     WHERE r.eid = e.manager_id
  )
SELECT eid, emp_last, mgr_id, reportLevel, mgr_list
FROM reports_to_101
ORDER BY reportLevel, eid;
= 101 | Kochhar | 100 | 0 | 100
= 108 | Greenberg | 101 | 1 | 100,101
= 200 | Whalen | 101 | 1 | 100,101
= 203 | Mavris | 101 | 1 | 100,101
= 204 | Baer | 101 | 1 | 100,101
= 205 | Higgins | 101 | 1 | 100,101
= 109 | Faviet | 108 | 2 | 100,101,108
= 110 | Chen | 108 | 2 | 100,101,108
= 111 | Sciarra | 108 | 2 | 100,101,108
= 112 | Urman | 108 | 2 | 100,101,108
= 113 | Popp | 108 | 2 | 100,101,108
= 206 | Gietz | 205 | 2 | 100,101,205

-- Oracle SQL Language Reference 23ai, SELECT (Recursive Subquery Factoring: stops at reporting level 1)
WITH employees AS (
  SELECT 100 employee_id, 'King' last_name, CAST(NULL AS NUMBER) manager_id FROM dual UNION ALL
  SELECT 101, 'Kochhar', 100 FROM dual UNION ALL
  SELECT 102, 'De Haan', 100 FROM dual UNION ALL
  SELECT 108, 'Greenberg', 101 FROM dual UNION ALL
  SELECT 109, 'Faviet', 108 FROM dual UNION ALL
  SELECT 110, 'Chen', 108 FROM dual UNION ALL
  SELECT 111, 'Sciarra', 108 FROM dual UNION ALL
  SELECT 112, 'Urman', 108 FROM dual UNION ALL
  SELECT 113, 'Popp', 108 FROM dual UNION ALL
  SELECT 200, 'Whalen', 101 FROM dual UNION ALL
  SELECT 203, 'Mavris', 101 FROM dual UNION ALL
  SELECT 204, 'Baer', 101 FROM dual UNION ALL
  SELECT 205, 'Higgins', 101 FROM dual UNION ALL
  SELECT 206, 'Gietz', 205 FROM dual),
  reports_to_101 (eid, emp_last, mgr_id, reportLevel) AS
  (
    SELECT employee_id, last_name, manager_id, 0 reportLevel
    FROM employees
    WHERE employee_id = 101
  UNION ALL
    SELECT e.employee_id, e.last_name, e.manager_id, reportLevel+1
    FROM reports_to_101 r, employees e
    WHERE r.eid = e.manager_id
  )
SELECT eid, emp_last, mgr_id, reportLevel
FROM reports_to_101
WHERE reportLevel <= 1
ORDER BY reportLevel, eid;
= 101 | Kochhar | 100 | 0
= 108 | Greenberg | 101 | 1
= 200 | Whalen | 101 | 1
= 203 | Mavris | 101 | 1
= 204 | Baer | 101 | 1
= 205 | Higgins | 101 | 1

-- Oracle SQL Language Reference 23ai, SELECT (Recursive Subquery Factoring: org_chart, SEARCH DEPTH FIRST; the printed rows; '>' shows the indent)
WITH employees AS (
  SELECT 100 employee_id, 'King' last_name, CAST(NULL AS NUMBER) manager_id, 24000 salary, 'AD_PRES' job_id FROM dual UNION ALL
  SELECT 102, 'De Haan', 100, 17000, 'AD_VP' FROM dual UNION ALL
  SELECT 103, 'Hunold', 102, 9000, 'IT_PROG' FROM dual UNION ALL
  SELECT 104, 'Ernst', 103, 6000, 'IT_PROG' FROM dual UNION ALL
  SELECT 105, 'Austin', 103, 4800, 'IT_PROG' FROM dual UNION ALL
  SELECT 106, 'Pataballa', 103, 4800, 'IT_PROG' FROM dual UNION ALL
  SELECT 107, 'Lorentz', 103, 4200, 'IT_PROG' FROM dual UNION ALL
  SELECT 147, 'Errazuriz', 100, 12000, 'SA_MAN' FROM dual UNION ALL
  SELECT 148, 'Cambrault', 100, 11000, 'SA_MAN' FROM dual UNION ALL
  SELECT 166, 'Ande', 147, 6400, 'SA_REP' FROM dual UNION ALL
  SELECT 168, 'Ozer', 148, 11500, 'SA_REP' FROM dual UNION ALL
  SELECT 169, 'Bloom', 148, 10000, 'SA_REP' FROM dual UNION ALL
  SELECT 170, 'Fox', 148, 9600, 'SA_REP' FROM dual UNION ALL
  SELECT 171, 'Smith', 148, 7400, 'SA_REP' FROM dual UNION ALL
  SELECT 172, 'Bates', 148, 7300, 'SA_REP' FROM dual UNION ALL
  SELECT 173, 'Kumar', 148, 6100, 'SA_REP' FROM dual),
  org_chart (eid, emp_last, mgr_id, reportLevel, salary, job_id) AS
  (
    SELECT employee_id, last_name, manager_id, 0 reportLevel, salary, job_id
    FROM employees
    WHERE manager_id is null
  UNION ALL
    SELECT e.employee_id, e.last_name, e.manager_id,
           r.reportLevel+1 reportLevel, e.salary, e.job_id
    FROM org_chart r, employees e
    WHERE r.eid = e.manager_id
  )
  SEARCH DEPTH FIRST BY emp_last SET order1
SELECT '>' || lpad(' ',2*reportLevel)||emp_last emp_name, eid, mgr_id, salary, job_id
FROM org_chart
ORDER BY order1;
= >King | 100 | NULL | 24000 | AD_PRES
= >  Cambrault | 148 | 100 | 11000 | SA_MAN
= >    Bates | 172 | 148 | 7300 | SA_REP
= >    Bloom | 169 | 148 | 10000 | SA_REP
= >    Fox | 170 | 148 | 9600 | SA_REP
= >    Kumar | 173 | 148 | 6100 | SA_REP
= >    Ozer | 168 | 148 | 11500 | SA_REP
= >    Smith | 171 | 148 | 7400 | SA_REP
= >  De Haan | 102 | 100 | 17000 | AD_VP
= >    Hunold | 103 | 102 | 9000 | IT_PROG
= >      Austin | 105 | 103 | 4800 | IT_PROG
= >      Ernst | 104 | 103 | 6000 | IT_PROG
= >      Lorentz | 107 | 103 | 4200 | IT_PROG
= >      Pataballa | 106 | 103 | 4800 | IT_PROG
= >  Errazuriz | 147 | 100 | 12000 | SA_MAN
= >    Ande | 166 | 147 | 6400 | SA_REP

-- Oracle SQL Language Reference 23ai, SELECT (Recursive Subquery Factoring: CYCLE hire_date; employee_id added to SEARCH for equal dates; some of the printed rows)
WITH employees AS (
  SELECT 100 employee_id, 'King' last_name, CAST(NULL AS NUMBER) manager_id, DATE '2003-06-17' hire_date, 'AD_PRES' job_id FROM dual UNION ALL
  SELECT 101, 'Kochhar', 100, DATE '2005-09-21', 'AD_VP' FROM dual UNION ALL
  SELECT 108, 'Greenberg', 101, DATE '2002-08-17', 'FI_MGR' FROM dual UNION ALL
  SELECT 109, 'Faviet', 108, DATE '2002-08-16', 'FI_ACCOUNT' FROM dual UNION ALL
  SELECT 110, 'Chen', 108, DATE '2005-09-28', 'FI_ACCOUNT' FROM dual UNION ALL
  SELECT 203, 'Mavris', 101, DATE '2002-06-07', 'HR_REP' FROM dual UNION ALL
  SELECT 204, 'Baer', 101, DATE '2002-06-07', 'PR_REP' FROM dual UNION ALL
  SELECT 205, 'Higgins', 101, DATE '2002-06-07', 'AC_MGR' FROM dual UNION ALL
  SELECT 206, 'Gietz', 205, DATE '2002-06-07', 'AC_ACCOUNT' FROM dual),
  dup_hiredate (eid, emp_last, mgr_id, reportLevel, hire_date, job_id) AS
  (
    SELECT employee_id, last_name, manager_id, 0 reportLevel, hire_date, job_id
    FROM employees
    WHERE manager_id is null
  UNION ALL
    SELECT e.employee_id, e.last_name, e.manager_id,
           r.reportLevel+1 reportLevel, e.hire_date, e.job_id
    FROM dup_hiredate r, employees e
    WHERE r.eid = e.manager_id
  )
  SEARCH DEPTH FIRST BY hire_date, eid SET order1
  CYCLE hire_date SET is_cycle TO 'Y' DEFAULT 'N'
SELECT '>' || lpad(' ',2*reportLevel)||emp_last emp_name, eid, mgr_id,
       TO_CHAR(hire_date, 'YYYY-MM-DD HH24:MI:SS'), job_id, is_cycle
FROM dup_hiredate
ORDER BY order1;
= >King | 100 | NULL | 2003-06-17 00:00:00 | AD_PRES | N
= >  Kochhar | 101 | 100 | 2005-09-21 00:00:00 | AD_VP | N
= >    Mavris | 203 | 101 | 2002-06-07 00:00:00 | HR_REP | N
= >    Baer | 204 | 101 | 2002-06-07 00:00:00 | PR_REP | N
= >    Higgins | 205 | 101 | 2002-06-07 00:00:00 | AC_MGR | N
= >      Gietz | 206 | 205 | 2002-06-07 00:00:00 | AC_ACCOUNT | Y
= >    Greenberg | 108 | 101 | 2002-08-17 00:00:00 | FI_MGR | N
= >      Faviet | 109 | 108 | 2002-08-16 00:00:00 | FI_ACCOUNT | N
= >      Chen | 110 | 108 | 2005-09-28 00:00:00 | FI_ACCOUNT | N

-- Oracle SQL Language Reference 23ai, SELECT (Recursive Subquery Factoring: number of employees under each manager; the printed rows)
-- needs: hr
WITH
  emp_count (eid, emp_last, mgr_id, mgrLevel, salary, cnt_employees) AS
  (
    SELECT employee_id, last_name, manager_id, 0 mgrLevel, salary, 0 cnt_employees
    FROM employees
  UNION ALL
    SELECT e.employee_id, e.last_name, e.manager_id,
           r.mgrLevel+1 mgrLevel, e.salary, 1 cnt_employees
    FROM emp_count r, employees e
    WHERE e.employee_id = r.mgr_id
  )
  SEARCH DEPTH FIRST BY emp_last SET order1
SELECT emp_last, eid, mgr_id, salary, sum(cnt_employees), max(mgrLevel) mgrLevel
FROM emp_count
WHERE eid IN (100, 148, 102, 147, 121, 201, 122)
GROUP BY emp_last, eid, mgr_id, salary
HAVING max(mgrLevel) > 0
ORDER BY mgr_id NULLS FIRST, emp_last;
= King | 100 | NULL | 24000 | 106 | 3
= Cambrault | 148 | 100 | 11000 | 7 | 2
= De Haan | 102 | 100 | 17000 | 5 | 2
= Errazuriz | 147 | 100 | 12000 | 6 | 1
= Fripp | 121 | 100 | 8200 | 8 | 1
= Hartstein | 201 | 100 | 13000 | 1 | 1
= Kaufling | 122 | 100 | 7900 | 8 | 1

-- Oracle SQL Language Reference 23ai, SELECT (Subquery Factoring: Example; department sums above the average)
-- needs: hr
WITH departments AS (
  SELECT 10 department_id, 'Administration' department_name FROM dual UNION ALL
  SELECT 20, 'Marketing' FROM dual UNION ALL
  SELECT 30, 'Purchasing' FROM dual UNION ALL
  SELECT 40, 'Human Resources' FROM dual UNION ALL
  SELECT 50, 'Shipping' FROM dual UNION ALL
  SELECT 60, 'IT' FROM dual UNION ALL
  SELECT 70, 'Public Relations' FROM dual UNION ALL
  SELECT 80, 'Sales' FROM dual UNION ALL
  SELECT 90, 'Executive' FROM dual UNION ALL
  SELECT 100, 'Finance' FROM dual UNION ALL
  SELECT 110, 'Accounting' FROM dual),
   dept_costs AS (
      SELECT department_name, SUM(salary) dept_total
         FROM employees e, departments d
         WHERE e.department_id = d.department_id
      GROUP BY department_name),
   avg_cost AS (
      SELECT SUM(dept_total)/COUNT(*) avg
      FROM dept_costs)
SELECT * FROM dept_costs
   WHERE dept_total >
      (SELECT avg FROM avg_cost)
      ORDER BY department_name;
= Sales | 304500
= Shipping | 156400

-- Oracle SQL Language Reference 23ai, Literals (Table 2-14: INTERVAL '4' YEAR maps to '4-0', INTERVAL '50' MONTH to '4-2'; compared as intervals)
SELECT CASE WHEN INTERVAL '4' YEAR = INTERVAL '4-0' YEAR TO MONTH THEN 'equal' END,
       CASE WHEN INTERVAL '50' MONTH = INTERVAL '4-2' YEAR TO MONTH THEN 'equal' END
  FROM DUAL;
= equal | equal

-- Oracle SQL Language Reference 23ai, Literals (fields of the forms in Table 2-14)
SELECT EXTRACT(YEAR FROM INTERVAL '123-2' YEAR(3) TO MONTH), EXTRACT(MONTH FROM INTERVAL '123-2' YEAR(3) TO MONTH),
       EXTRACT(YEAR FROM INTERVAL '123' YEAR(3)), EXTRACT(MONTH FROM INTERVAL '123' YEAR(3)),
       EXTRACT(YEAR FROM INTERVAL '50' MONTH), EXTRACT(MONTH FROM INTERVAL '50' MONTH),
       EXTRACT(YEAR FROM INTERVAL '300' MONTH(3)), EXTRACT(MONTH FROM INTERVAL '300' MONTH(3))
  FROM DUAL;
= 123 | 2 | 123 | 0 | 4 | 2 | 25 | 0

-- Oracle SQL Language Reference 23ai, Literals (INTERVAL '5-3' YEAR TO MONTH + INTERVAL '20' MONTH = INTERVAL '6-11' YEAR TO MONTH)
SELECT CASE WHEN INTERVAL '5-3' YEAR TO MONTH + INTERVAL '20' MONTH = INTERVAL '6-11' YEAR TO MONTH THEN 'equal' END
  FROM DUAL;
= equal

-- Oracle SQL Language Reference 23ai, Literals (INTERVAL '20' DAY - INTERVAL '240' HOUR = INTERVAL '10-0' DAY TO SECOND, written '10 0:0:0' here and HOUR(3) for the three digits)
SELECT CASE WHEN INTERVAL '20' DAY - INTERVAL '240' HOUR(3) = INTERVAL '10 0:0:0' DAY TO SECOND THEN 'equal' END
  FROM DUAL;
= equal

-- Oracle SQL Language Reference 23ai, Literals (Table 2-15: fields of INTERVAL DAY TO SECOND forms)
SELECT EXTRACT(DAY FROM INTERVAL '400 5' DAY(3) TO HOUR), EXTRACT(HOUR FROM INTERVAL '400 5' DAY(3) TO HOUR),
       EXTRACT(MINUTE FROM INTERVAL '11:20' HOUR TO MINUTE), EXTRACT(SECOND FROM INTERVAL '10:22' MINUTE TO SECOND),
       EXTRACT(SECOND FROM INTERVAL '4 5:12:10.222' DAY TO SECOND(3)), EXTRACT(SECOND FROM INTERVAL '30.12345' SECOND(2,4))
  FROM DUAL;
= 400 | 5 | 20 | 22 | 10.222 | 30.1235

-- Oracle SQL Language Reference 23ai, TO_CHAR (datetime)
SELECT TO_CHAR(INTERVAL '123-2' YEAR(3) TO MONTH) FROM DUAL;
= +123-02

-- Oracle SQL Language Reference 23ai, TO_YMINTERVAL (a date one year two months later; printed pairs)
WITH employees AS (
  SELECT DATE '2003-06-17' hire_date FROM dual UNION ALL
  SELECT DATE '2005-09-21' FROM dual UNION ALL
  SELECT DATE '2001-01-13' FROM dual UNION ALL
  SELECT DATE '2008-05-20' FROM dual UNION ALL
  SELECT DATE '2007-05-21' FROM dual)
SELECT TO_CHAR(hire_date, 'YYYY-MM-DD HH24:MI:SS'), TO_CHAR(hire_date + TO_YMINTERVAL('01-02'), 'YYYY-MM-DD HH24:MI:SS') "14 months"
   FROM employees ORDER BY hire_date;
= 2001-01-13 00:00:00 | 2002-03-13 00:00:00
= 2003-06-17 00:00:00 | 2004-08-17 00:00:00
= 2005-09-21 00:00:00 | 2006-11-21 00:00:00
= 2007-05-21 00:00:00 | 2008-07-21 00:00:00
= 2008-05-20 00:00:00 | 2009-07-20 00:00:00

-- Oracle SQL Language Reference 23ai, TO_YMINTERVAL (ISO format; "the same calculation")
SELECT TO_CHAR(DATE '2003-06-17' + TO_YMINTERVAL('P1Y2M'), 'YYYY-MM-DD HH24:MI:SS') FROM DUAL;
= 2004-08-17 00:00:00

-- Oracle SQL Language Reference 23ai, TO_YMINTERVAL (DEFAULT ... ON CONVERSION ERROR; TO_CHAR of the printed value)
-- gap: DEFAULT ... ON CONVERSION ERROR
SELECT TO_CHAR(TO_YMINTERVAL('1x-02'
       DEFAULT '00-00' ON CONVERSION ERROR)) "Value"
  FROM DUAL;
= +000000000-00

-- Oracle SQL Language Reference 23ai, TO_DSINTERVAL (100 days)
WITH employees AS (
  SELECT 100 employee_id, 'King' last_name, DATE '2003-06-17' hire_date FROM dual UNION ALL
  SELECT 102, 'De Haan', DATE '2001-01-13' FROM dual UNION ALL
  SELECT 114, 'Raphaely', DATE '2002-12-07' FROM dual UNION ALL
  SELECT 200, 'Whalen', DATE '2003-09-17' FROM dual UNION ALL
  SELECT 203, 'Mavris', DATE '2002-06-07' FROM dual UNION ALL
  SELECT 204, 'Baer', DATE '2002-06-07' FROM dual UNION ALL
  SELECT 205, 'Higgins', DATE '2002-06-07' FROM dual UNION ALL
  SELECT 206, 'Gietz', DATE '2002-06-07' FROM dual)
SELECT employee_id, last_name FROM employees
   WHERE hire_date + TO_DSINTERVAL('100 00:00:00')
   <= DATE '2002-11-01'
   ORDER BY employee_id;
= 102 | De Haan
= 203 | Mavris
= 204 | Baer
= 205 | Higgins
= 206 | Gietz

-- Oracle SQL Language Reference 23ai, TO_DSINTERVAL (ISO format)
SELECT TO_CHAR(TIMESTAMP '2009-01-01 00:00:00' + TO_DSINTERVAL('P100DT05H'),
   'YYYY-MM-DD HH24:MI:SS') "Time Stamp"
     FROM DUAL;
= 2009-04-11 05:00:00

-- Oracle SQL Language Reference 23ai, TO_DSINTERVAL (DEFAULT ... ON CONVERSION ERROR; TO_CHAR of the printed value)
-- gap: DEFAULT ... ON CONVERSION ERROR
SELECT TO_CHAR(TO_DSINTERVAL('1o 1:02:10'
       DEFAULT '10 8:00:00' ON CONVERSION ERROR)) "Value"
  FROM DUAL;
= +000000010 08:00:00.000000000

-- Oracle SQL Language Reference 23ai, Data Types (Datetime/Interval Arithmetic: adding four years to a February 29 is valid)
SELECT TO_CHAR(TO_DATE('29-FEB-2004', 'DD-MON-YYYY') + TO_YMINTERVAL('4-0'), 'YYYY-MM-DD HH24:MI:SS')
  FROM DUAL;
= 2008-02-29 00:00:00

-- Oracle SQL Language Reference 23ai, ADD_MONTHS
SELECT TO_CHAR(ADD_MONTHS(hire_date, 1), 'DD-MON-YYYY') "Next month"
  FROM (SELECT 'Baer' last_name, DATE '2002-06-07' hire_date FROM dual)
  WHERE last_name = 'Baer';
= 07-JUL-2002

-- Oracle SQL Language Reference 23ai, MONTHS_BETWEEN
SELECT ROUND(MONTHS_BETWEEN
       (TO_DATE('02-02-1995','MM-DD-YYYY'),
        TO_DATE('01-01-1995','MM-DD-YYYY') ), 8) "Months"
  FROM DUAL;
= 1.03225806

-- Oracle SQL Language Reference 23ai, LAST_DAY (with ADD_MONTHS; printed rows)
WITH employees AS (
  SELECT 'Abel' last_name, DATE '2004-05-11' hire_date FROM dual UNION ALL
  SELECT 'Ande', DATE '2008-03-24' FROM dual UNION ALL
  SELECT 'Atkinson', DATE '2005-10-30' FROM dual UNION ALL
  SELECT 'Austin', DATE '2005-06-25' FROM dual UNION ALL
  SELECT 'Baer', DATE '2002-06-07' FROM dual UNION ALL
  SELECT 'Baida', DATE '2005-12-24' FROM dual UNION ALL
  SELECT 'Banda', DATE '2008-04-21' FROM dual UNION ALL
  SELECT 'Bates', DATE '2007-03-24' FROM dual)
SELECT last_name, TO_CHAR(ADD_MONTHS(LAST_DAY(hire_date), 5), 'YYYY-MM-DD HH24:MI:SS') "Eval Date"
  FROM employees
  ORDER BY last_name, hire_date;
= Abel | 2004-10-31 00:00:00
= Ande | 2008-08-31 00:00:00
= Atkinson | 2006-03-31 00:00:00
= Austin | 2005-11-30 00:00:00
= Baer | 2002-11-30 00:00:00
= Baida | 2006-05-31 00:00:00
= Banda | 2008-09-30 00:00:00
= Bates | 2007-08-31 00:00:00

-- Oracle SQL Language Reference 23ai, NEXT_DAY
SELECT TO_CHAR(NEXT_DAY(DATE '2009-10-15','TUESDAY'), 'YYYY-MM-DD HH24:MI:SS') "NEXT DAY"
  FROM DUAL;
= 2009-10-20 00:00:00

-- Oracle SQL Language Reference 23ai, EXTRACT (datetime)
SELECT EXTRACT(YEAR FROM DATE '1998-03-07')
  FROM DUAL;
= 1998

-- use-the-index-luke documentation notes (public repository; "leads ORA-01839: date not valid for month specified"); the same rule without the code: Oracle SQL Language Reference 23ai, Data Types, Datetime/Interval Arithmetic
SELECT TO_DATE ( '2014-01-31', 'YYYY-MM-DD' ) + INTERVAL '1' MONTH FROM dual;
! ORA-01839

-- Oracle certification exercises with results of running them (public repository, S16_Time_Zones_and_Intervals)
SELECT DATE '2024-03-31' + INTERVAL '1' MONTH FROM dual;
! ORA-01839

-- Oracle SQL Language Reference 23ai, Data Types (Datetime/Interval Arithmetic: adding one month to August 31 is an error; code as in the preceding cases)
SELECT TO_DATE('31-AUG-2004','DD-MON-YYYY') + TO_YMINTERVAL('0-1')
  FROM DUAL;
! ORA-01839

-- Oracle SQL Language Reference 23ai, Data Types (Datetime/Interval Arithmetic: adding one year to February 29 is an error; code as in the preceding cases)
SELECT TO_DATE('29-FEB-2004','DD-MON-YYYY') + TO_YMINTERVAL('1-0')
  FROM DUAL;
! ORA-01839

-- Oracle certification exercises with results of running them (public repository, S16_Time_Zones_and_Intervals)
SELECT TO_CHAR(TIMESTAMP '2024-05-01 10:00:00' - TIMESTAMP '2024-04-29 22:15:30') iv FROM dual;
= +000000001 11:44:30.000000000

-- Oracle certification exercises with results of running them (public repository, S16_Time_Zones_and_Intervals)
SELECT TO_CHAR(FROM_TZ(TIMESTAMP '2024-12-01 09:00:00', '+02:00') AT TIME ZONE '-05:00', 'YYYY-MM-DD HH24:MI TZH:TZM') t FROM dual;
= 2024-12-01 02:00 -05:00

-- Oracle certification exercises with results of running them (public repository, S16_Time_Zones_and_Intervals)
SELECT EXTRACT(DAY FROM INTERVAL '3 20:00:00' DAY TO SECOND) d, EXTRACT(HOUR FROM INTERVAL '3 20:00:00' DAY TO SECOND) h, EXTRACT(MONTH FROM TO_YMINTERVAL('01-07')) m FROM dual;
= 3 | 20 | 7

-- Oracle certification exercises with results of running them (public repository, S16_Time_Zones_and_Intervals)
SELECT INTERVAL '365' DAY FROM dual;
! ORA-01873

-- Oracle certification exercises with results of running them (public repository, S06_Dates)
SELECT MONTHS_BETWEEN(DATE '2024-06-30', DATE '2024-02-29') a, TO_CHAR(ADD_MONTHS(DATE '2024-04-30', -2), 'YYYY-MM-DD HH24:MI:SS') b, TO_CHAR(NEXT_DAY(DATE '2024-07-08', 'MONDAY'), 'YYYY-MM-DD HH24:MI:SS') c FROM dual;
= 4 | 2024-02-29 00:00:00 | 2024-07-15 00:00:00

-- Oracle certification exercises with results of running them (public repository, S06_Dates)
SELECT TO_CHAR(ROUND(DATE '2024-02-15', 'MONTH'), 'YYYY-MM-DD HH24:MI:SS') a, TO_CHAR(ROUND(DATE '2024-02-16', 'MONTH'), 'YYYY-MM-DD HH24:MI:SS') b, TO_CHAR(TRUNC(DATE '2024-12-31', 'YEAR'), 'YYYY-MM-DD HH24:MI:SS') c, TO_CHAR(ROUND(DATE '2024-06-30', 'YEAR'), 'YYYY-MM-DD HH24:MI:SS') d FROM dual;
= 2024-02-01 00:00:00 | 2024-03-01 00:00:00 | 2024-01-01 00:00:00 | 2024-01-01 00:00:00

-- Oracle certification exercises with results of running them (public repository, S06_Dates)
SELECT MONTHS_BETWEEN(DATE '2024-01-01') FROM dual;
! ORA-00909

-- Oracle SQL Language Reference 23ai, STDDEV (Analytic Examples, cumulative)
WITH employees AS (
  SELECT 'Raphaely' last_name, 11000 salary, DATE '2002-12-07' hire_date, 30 department_id FROM dual UNION ALL
  SELECT 'Khoo', 3100, DATE '2003-05-18', 30 FROM dual UNION ALL
  SELECT 'Baida', 2900, DATE '2005-12-24', 30 FROM dual UNION ALL
  SELECT 'Tobias', 2800, DATE '2005-07-24', 30 FROM dual UNION ALL
  SELECT 'Himuro', 2600, DATE '2006-11-15', 30 FROM dual UNION ALL
  SELECT 'Colmenares', 2500, DATE '2007-08-10', 30 FROM dual)
SELECT last_name, salary,
   ROUND(STDDEV(salary) OVER (ORDER BY hire_date), 5) "StdDev"
   FROM employees
   WHERE department_id = 30
   ORDER BY last_name, salary, "StdDev";
= Baida | 2900 | 4035.26125
= Colmenares | 2500 | 3362.58829
= Himuro | 2600 | 3649.2465
= Khoo | 3100 | 5586.14357
= Raphaely | 11000 | 0
= Tobias | 2800 | 4650.0896

-- Oracle SQL Language Reference 23ai, STDDEV_POP (Analytic Example; the printed rows of departments 20, 30 and NULL)
WITH employees AS (
  SELECT 30 department_id, 'Raphaely' last_name, 11000 salary FROM dual UNION ALL
  SELECT 30, 'Khoo', 3100 FROM dual UNION ALL
  SELECT 30, 'Baida', 2900 FROM dual UNION ALL
  SELECT 30, 'Tobias', 2800 FROM dual UNION ALL
  SELECT 30, 'Himuro', 2600 FROM dual UNION ALL
  SELECT 30, 'Colmenares', 2500 FROM dual UNION ALL
  SELECT CAST(NULL AS NUMBER), 'Grant', 7000 FROM dual UNION ALL
  SELECT 10, 'Whalen', 4400 FROM dual UNION ALL
  SELECT 20, 'Hartstein', 13000 FROM dual UNION ALL
  SELECT 20, 'Fay', 6000 FROM dual)
SELECT * FROM (SELECT department_id, last_name, salary,
   ROUND(STDDEV_POP(salary) OVER (PARTITION BY department_id), 5) AS pop_std
   FROM employees)
   WHERE last_name IN ('Whalen', 'Fay', 'Hartstein', 'Baida', 'Grant')
   ORDER BY department_id, last_name, salary, pop_std;
= 10 | Whalen | 4400 | 0
= 20 | Fay | 6000 | 3500
= 20 | Hartstein | 13000 | 3500
= 30 | Baida | 2900 | 3069.6091
= NULL | Grant | 7000 | 0

-- Oracle SQL Language Reference 23ai, STDDEV_SAMP (Analytic Example, ROWS; null for one row; the printed rows up to Raphaely and of the last department)
WITH employees AS (
  SELECT 100 department_id, 'Greenberg' last_name, DATE '2002-08-17' hire_date, 12008 salary FROM dual UNION ALL
  SELECT 100, 'Faviet', DATE '2002-08-16', 9000 FROM dual UNION ALL
  SELECT 100, 'Chen', DATE '2005-09-28', 8200 FROM dual UNION ALL
  SELECT 100, 'Sciarra', DATE '2005-09-30', 7700 FROM dual UNION ALL
  SELECT 100, 'Urman', DATE '2006-03-07', 7800 FROM dual UNION ALL
  SELECT 100, 'Popp', DATE '2007-12-07', 6900 FROM dual UNION ALL
  SELECT 30, 'Raphaely', DATE '2002-12-07', 11000 FROM dual UNION ALL
  SELECT 30, 'Khoo', DATE '2003-05-18', 3100 FROM dual UNION ALL
  SELECT 30, 'Baida', DATE '2005-12-24', 2900 FROM dual UNION ALL
  SELECT 30, 'Tobias', DATE '2005-07-24', 2800 FROM dual UNION ALL
  SELECT 30, 'Himuro', DATE '2006-11-15', 2600 FROM dual UNION ALL
  SELECT 30, 'Colmenares', DATE '2007-08-10', 2500 FROM dual UNION ALL
  SELECT CAST(NULL AS NUMBER), 'Grant', DATE '2007-05-24', 7000 FROM dual UNION ALL
  SELECT 10, 'Whalen', DATE '2003-09-17', 4400 FROM dual UNION ALL
  SELECT 20, 'Hartstein', DATE '2004-02-17', 13000 FROM dual UNION ALL
  SELECT 20, 'Fay', DATE '2005-08-17', 6000 FROM dual)
SELECT * FROM (SELECT department_id, last_name, salary,
   ROUND(STDDEV_SAMP(salary) OVER (PARTITION BY department_id
      ORDER BY hire_date
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), 5) AS cum_sdev
   FROM employees)
   WHERE last_name IN ('Whalen', 'Fay', 'Hartstein', 'Baida', 'Colmenares', 'Himuro', 'Khoo', 'Raphaely', 'Greenberg', 'Popp', 'Sciarra', 'Urman', 'Grant')
   ORDER BY department_id, last_name, salary, cum_sdev;
= 10 | Whalen | 4400 | NULL
= 20 | Fay | 6000 | 4949.74747
= 20 | Hartstein | 13000 | NULL
= 30 | Baida | 2900 | 4035.26125
= 30 | Colmenares | 2500 | 3362.58829
= 30 | Himuro | 2600 | 3649.2465
= 30 | Khoo | 3100 | 5586.14357
= 30 | Raphaely | 11000 | NULL
= 100 | Greenberg | 12008 | 2126.9772
= 100 | Popp | 6900 | 1804.13155
= 100 | Sciarra | 7700 | 1929.76233
= 100 | Urman | 7800 | 1788.92504
= NULL | Grant | 7000 | NULL

-- Oracle SQL Language Reference 23ai, VARIANCE (Analytic Example; 0 for one row)
WITH employees AS (
  SELECT 'Raphaely' last_name, 11000 salary, DATE '2002-12-07' hire_date, 30 department_id FROM dual UNION ALL
  SELECT 'Khoo', 3100, DATE '2003-05-18', 30 FROM dual UNION ALL
  SELECT 'Baida', 2900, DATE '2005-12-24', 30 FROM dual UNION ALL
  SELECT 'Tobias', 2800, DATE '2005-07-24', 30 FROM dual UNION ALL
  SELECT 'Himuro', 2600, DATE '2006-11-15', 30 FROM dual UNION ALL
  SELECT 'Colmenares', 2500, DATE '2007-08-10', 30 FROM dual)
SELECT last_name, salary, ROUND(VARIANCE(salary)
      OVER (ORDER BY hire_date), 1) "Variance"
   FROM employees
   WHERE department_id = 30
   ORDER BY last_name, salary, "Variance";
= Baida | 2900 | 16283333.3
= Colmenares | 2500 | 11307000
= Himuro | 2600 | 13317000
= Khoo | 3100 | 31205000
= Raphaely | 11000 | 0
= Tobias | 2800 | 21623333.3

-- Oracle SQL Language Reference 23ai, MEDIAN (Aggregate Example)
-- needs: hr
SELECT department_id, MEDIAN(salary)
  FROM employees
  GROUP BY department_id
  ORDER BY department_id;
= 10 | 4400
= 20 | 9500
= 30 | 2850
= 40 | 6500
= 50 | 3100
= 60 | 4800
= 70 | 10000
= 80 | 8900
= 90 | 17000
= 100 | 8000
= 110 | 10154
= NULL | 7000

-- Oracle SQL Language Reference 23ai, MEDIAN (Analytic Example; the printed rows)
-- needs: hr
SELECT * FROM (SELECT manager_id, employee_id, salary,
       MEDIAN(salary) OVER (PARTITION BY manager_id) "Median by Mgr"
  FROM employees
  WHERE department_id > 60)
  WHERE manager_id IN (100, 101, 108) OR employee_id IN (150, 151, 152)
  ORDER BY manager_id, employee_id;
= 100 | 101 | 17000 | 13500
= 100 | 102 | 17000 | 13500
= 100 | 145 | 14000 | 13500
= 100 | 146 | 13500 | 13500
= 100 | 147 | 12000 | 13500
= 100 | 148 | 11000 | 13500
= 100 | 149 | 10500 | 13500
= 101 | 108 | 12008 | 12008
= 101 | 204 | 10000 | 12008
= 101 | 205 | 12008 | 12008
= 108 | 109 | 9000 | 7800
= 108 | 110 | 8200 | 7800
= 108 | 111 | 7700 | 7800
= 108 | 112 | 7800 | 7800
= 108 | 113 | 6900 | 7800
= 145 | 150 | 10000 | 8500
= 145 | 151 | 9500 | 8500
= 145 | 152 | 9000 | 8500

-- Oracle SQL Language Reference 23ai, PERCENTILE_CONT (Aggregate Example, with PERCENTILE_DISC)
-- needs: hr
SELECT department_id,
       PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY salary DESC) "Median cont",
       PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY salary DESC) "Median disc"
  FROM employees
  GROUP BY department_id
  ORDER BY department_id;
= 10 | 4400 | 4400
= 20 | 9500 | 13000
= 30 | 2850 | 2900
= 40 | 6500 | 6500
= 50 | 3100 | 3100
= 60 | 4800 | 4800
= 70 | 10000 | 10000
= 80 | 8900 | 9000
= 90 | 17000 | 17000
= 100 | 8000 | 8200
= 110 | 10154 | 12008
= NULL | 7000 | 7000

-- Oracle SQL Language Reference 23ai, PERCENTILE_CONT (Analytic Example)
WITH employees AS (
  SELECT 'Hunold' last_name, 9000 salary, 60 department_id FROM dual UNION ALL
  SELECT 'Ernst', 6000, 60 FROM dual UNION ALL
  SELECT 'Austin', 4800, 60 FROM dual UNION ALL
  SELECT 'Pataballa', 4800, 60 FROM dual UNION ALL
  SELECT 'Lorentz', 4200, 60 FROM dual UNION ALL
  SELECT 'Raphaely', 11000, 30 FROM dual UNION ALL
  SELECT 'Khoo', 3100, 30 FROM dual UNION ALL
  SELECT 'Baida', 2900, 30 FROM dual UNION ALL
  SELECT 'Tobias', 2800, 30 FROM dual UNION ALL
  SELECT 'Himuro', 2600, 30 FROM dual UNION ALL
  SELECT 'Colmenares', 2500, 30 FROM dual)
SELECT last_name, salary, department_id,
       PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY salary DESC)
         OVER (PARTITION BY department_id) "Percentile_Cont",
       PERCENT_RANK()
        OVER (PARTITION BY department_id ORDER BY salary DESC) "Percent_Rank"
  FROM employees
  WHERE department_id IN (30, 60)
  ORDER BY last_name, salary, department_id;
= Austin | 4800 | 60 | 4800 | .5
= Baida | 2900 | 30 | 2850 | .4
= Colmenares | 2500 | 30 | 2850 | 1
= Ernst | 6000 | 60 | 4800 | .25
= Himuro | 2600 | 30 | 2850 | .8
= Hunold | 9000 | 60 | 4800 | 0
= Khoo | 3100 | 30 | 2850 | .2
= Lorentz | 4200 | 60 | 4800 | 1
= Pataballa | 4800 | 60 | 4800 | .5
= Raphaely | 11000 | 30 | 2850 | 0
= Tobias | 2800 | 30 | 2850 | .6

-- Oracle SQL Language Reference 23ai, PERCENTILE_DISC (Analytic Example)
WITH employees AS (
  SELECT 'Hunold' last_name, 9000 salary, 60 department_id FROM dual UNION ALL
  SELECT 'Ernst', 6000, 60 FROM dual UNION ALL
  SELECT 'Austin', 4800, 60 FROM dual UNION ALL
  SELECT 'Pataballa', 4800, 60 FROM dual UNION ALL
  SELECT 'Lorentz', 4200, 60 FROM dual UNION ALL
  SELECT 'Raphaely', 11000, 30 FROM dual UNION ALL
  SELECT 'Khoo', 3100, 30 FROM dual UNION ALL
  SELECT 'Baida', 2900, 30 FROM dual UNION ALL
  SELECT 'Tobias', 2800, 30 FROM dual UNION ALL
  SELECT 'Himuro', 2600, 30 FROM dual UNION ALL
  SELECT 'Colmenares', 2500, 30 FROM dual)
SELECT last_name, salary, department_id,
       PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY salary DESC)
         OVER (PARTITION BY department_id) "Percentile_Disc",
       ROUND(CUME_DIST() OVER (PARTITION BY department_id
         ORDER BY salary DESC), 9) "Cume_Dist"
  FROM employees
  WHERE department_id in (30, 60)
  ORDER BY last_name, salary, department_id;
= Austin | 4800 | 60 | 4800 | .8
= Baida | 2900 | 30 | 2900 | .5
= Colmenares | 2500 | 30 | 2900 | 1
= Ernst | 6000 | 60 | 4800 | .4
= Himuro | 2600 | 30 | 2900 | .833333333
= Hunold | 9000 | 60 | 4800 | .2
= Khoo | 3100 | 30 | 2900 | .333333333
= Lorentz | 4200 | 60 | 4800 | 1
= Pataballa | 4800 | 60 | 4800 | .8
= Raphaely | 11000 | 30 | 2900 | .166666667
= Tobias | 2800 | 30 | 2900 | .666666667

-- Oracle SQL Language Reference 23ai, STATS_MODE (smallest of several modes; the departments the page prints, without 80 and 50)
-- gap: STATS_MODE
WITH employees AS (
  SELECT 90 department_id, 24000 salary FROM dual UNION ALL
  SELECT 90, 17000 FROM dual UNION ALL
  SELECT 90, 17000 FROM dual UNION ALL
  SELECT 60, 9000 FROM dual UNION ALL
  SELECT 60, 6000 FROM dual UNION ALL
  SELECT 60, 4800 FROM dual UNION ALL
  SELECT 60, 4800 FROM dual UNION ALL
  SELECT 60, 4200 FROM dual UNION ALL
  SELECT CAST(NULL AS NUMBER), 7000 FROM dual UNION ALL
  SELECT 10, 4400 FROM dual UNION ALL
  SELECT 20, 13000 FROM dual UNION ALL
  SELECT 20, 6000 FROM dual UNION ALL
  SELECT 40, 6500 FROM dual UNION ALL
  SELECT 70, 10000 FROM dual)
SELECT department_id, STATS_MODE(salary) FROM employees
   WHERE department_id IS NULL OR department_id <> 20
   GROUP BY department_id
   ORDER BY department_id;
= 10 | 4400
= 40 | 6500
= 60 | 4800
= 70 | 10000
= 90 | 17000
= NULL | 7000

-- Oracle SQL Language Reference 23ai, EXP
SELECT ROUND(EXP(4), 5) "e to the 4th power"
  FROM DUAL;
= 54.59815

-- Oracle SQL Language Reference 23ai, LN
SELECT ROUND(LN(95), 8) "Natural log of 95"
  FROM DUAL;
= 4.55387689

-- Oracle SQL Language Reference 23ai, LOG
SELECT LOG(10,100) "Log base 10 of 100"
  FROM DUAL;
= 2

-- Oracle SQL Language Reference 23ai, POWER
SELECT POWER(3,2) "Raised"
  FROM DUAL;
= 9

-- Oracle SQL Language Reference 23ai, SQRT
SELECT ROUND(SQRT(26), 8) "Square root" FROM DUAL;
= 5.09901951

-- Oracle SQL Language Reference 23ai, BITAND
SELECT BITAND(6,3)
  FROM DUAL;
= 2

-- Oracle SQL Language Reference 23ai, BITAND (with BIN_TO_NUM)
SELECT BITAND(
    BIN_TO_NUM(1,1,0),
    BIN_TO_NUM(0,1,1)) "Binary"
  FROM DUAL;
= 2

-- Oracle SQL Language Reference 23ai, BITAND (order_status bits)
WITH orders AS (
  SELECT 2416 order_id, 104 customer_id, 6 order_status FROM dual UNION ALL
  SELECT 2419, 107, 3 FROM dual UNION ALL
  SELECT 2420, 108, 2 FROM dual UNION ALL
  SELECT 2423, 145, 3 FROM dual UNION ALL
  SELECT 2441, 106, 5 FROM dual UNION ALL
  SELECT 2455, 145, 7 FROM dual)
SELECT order_id, customer_id, order_status,
    DECODE(BITAND(order_status, 1), 1, 'Warehouse', 'PostOffice') "Location",
    DECODE(BITAND(order_status, 2), 2, 'Ground', 'Air') "Method",
    DECODE(BITAND(order_status, 4), 4, 'Insured', 'Certified') "Receipt"
  FROM orders
  ORDER BY order_id;
= 2416 | 104 | 6 | PostOffice | Ground | Insured
= 2419 | 107 | 3 | Warehouse | Ground | Certified
= 2420 | 108 | 2 | PostOffice | Ground | Certified
= 2423 | 145 | 3 | Warehouse | Ground | Certified
= 2441 | 106 | 5 | Warehouse | Air | Insured
= 2455 | 145 | 7 | Warehouse | Ground | Insured

-- Oracle SQL Language Reference 23ai, BIN_TO_NUM
SELECT BIN_TO_NUM(1,0,1,0)
  FROM DUAL;
= 10

-- Oracle SQL Language Reference 23ai, WIDTH_BUCKET (the maximum is in the overflow bucket; one customer per printed credit limit)
WITH customers AS (
  SELECT 853 customer_id, 'Palin' cust_last_name, 400 credit_limit FROM dual UNION ALL
  SELECT 825, 'Dreyfuss', 500 FROM dual UNION ALL
  SELECT 843, 'Oates', 700 FROM dual UNION ALL
  SELECT 835, 'Eastwood', 1200 FROM dual UNION ALL
  SELECT 840, 'Elliott', 1400 FROM dual UNION ALL
  SELECT 848, 'Olmos', 1800 FROM dual UNION ALL
  SELECT 828, 'Minnelli', 2300 FROM dual UNION ALL
  SELECT 830, 'Dutt', 3500 FROM dual UNION ALL
  SELECT 845, 'Fawcett', 5000 FROM dual)
SELECT customer_id, cust_last_name, credit_limit,
   WIDTH_BUCKET(credit_limit, 100, 5000, 10) "Credit Group"
   FROM customers
   ORDER BY "Credit Group", customer_id, cust_last_name, credit_limit;
= 825 | Dreyfuss | 500 | 1
= 853 | Palin | 400 | 1
= 843 | Oates | 700 | 2
= 835 | Eastwood | 1200 | 3
= 840 | Elliott | 1400 | 3
= 848 | Olmos | 1800 | 4
= 828 | Minnelli | 2300 | 5
= 830 | Dutt | 3500 | 7
= 845 | Fawcett | 5000 | 11

-- Oracle SQL Language Reference 23ai, WIDTH_BUCKET (text: underflow bucket 0, null of a null)
SELECT WIDTH_BUCKET(99, 100, 5000, 10), WIDTH_BUCKET(100, 100, 5000, 10), WIDTH_BUCKET(NULL, 100, 5000, 10) FROM DUAL;
= 0 | 1 | NULL

-- Oracle SQL Language Reference 23ai, MOD
SELECT MOD(11,4) "Modulus"
  FROM DUAL;
= 3

-- Oracle SQL Language Reference 23ai, MOD (table of signs; "Returns n2 if n1 is 0")
SELECT MOD(11,4), MOD(11,-4), MOD(-11,4), MOD(-11,-4), MOD(11,0) FROM DUAL;
= 3 | 3 | -3 | -3 | 11

-- Oracle SQL Language Reference 23ai, REMAINDER (text: n2 - n1*N, N the integer nearest n2/n1, at x.5 the nearest even integer)
SELECT REMAINDER(11,4), REMAINDER(-11,4), REMAINDER(10,4), REMAINDER(6,4), REMAINDER(12,4), REMAINDER(2.5,1), REMAINDER(3.5,1) FROM DUAL;
= -1 | 1 | 2 | -2 | 0 | .5 | -.5

-- Oracle SQL Language Reference 23ai, SIN
SELECT ROUND(SIN(30 * 3.14159265359/180), 9)
 "Sine of 30 degrees" FROM DUAL;
= .5

-- Oracle SQL Language Reference 23ai, COS
SELECT ROUND(COS(180 * 3.14159265359/180), 9) "Cosine of 180 degrees"
  FROM DUAL;
= -1

-- Oracle SQL Language Reference 23ai, TAN
SELECT ROUND(TAN(135 * 3.14159265359/180), 9)
   "Tangent of 135 degrees"  FROM DUAL;
= -1

-- Oracle SQL Language Reference 23ai, ASIN
SELECT ROUND(ASIN(.3), 9) "Arc_Sine"
  FROM DUAL;
= .304692654

-- Oracle SQL Language Reference 23ai, ACOS
SELECT ROUND(ACOS(.3), 8) "Arc_Cosine"
  FROM DUAL;
= 1.26610367

-- Oracle SQL Language Reference 23ai, ATAN
SELECT ROUND(ATAN(.3), 9) "Arc_Tangent"
  FROM DUAL;
= .291456794

-- Oracle SQL Language Reference 23ai, ATAN2
SELECT ROUND(ATAN2(.3, .2), 9) "Arc_Tangent2"
  FROM DUAL;
= .982793723

-- Oracle SQL Language Reference 23ai, SINH
SELECT ROUND(SINH(1), 8) "Hyperbolic sine of 1" FROM DUAL;
= 1.17520119

-- Oracle SQL Language Reference 23ai, COSH
SELECT COSH(0) "Hyperbolic cosine of 0"
  FROM DUAL;
= 1

-- Oracle SQL Language Reference 23ai, TANH
SELECT ROUND(TANH(.5), 9) "Hyperbolic tangent of .5"
   FROM DUAL;
= .462117157

-- Oracle SQL Language Reference 23ai, SIGN
SELECT SIGN(-15) "Sign" FROM DUAL;
= -1

-- Oracle SQL Language Reference 23ai, ROUND (number)
SELECT ROUND(15.193,1), ROUND(15.193,-1) FROM DUAL;
= 15.2 | 20

-- Oracle SQL Language Reference 23ai, ROUND (number; text: ROUND of 0 is 0, a negative number is -ROUND(-n), FLOOR(n * POWER(10, integer) + 0.5))
SELECT ROUND(0, 3), ROUND(2.5), ROUND(-2.5), ROUND(-15.193, 1) FROM DUAL;
= 0 | 3 | -3 | -15.2

-- Oracle SQL Language Reference 23ai, TRUNC (number)
SELECT TRUNC(15.79,1), TRUNC(15.79,-1) FROM DUAL;
= 15.7 | 10

-- Oracle SQL Language Reference 23ai, ROUND_TIES_TO_EVEN (number)
-- gap: ROUND_TIES_TO_EVEN
SELECT ROUND_TIES_TO_EVEN (0.05, 1), ROUND_TIES_TO_EVEN(45.177,-1) from DUAL;
= 0 | 50

-- Oracle SQL Language Reference 23ai, FLOOR (number) and CEIL (number)
SELECT FLOOR(15.7), CEIL(268651.8) FROM DUAL;
= 15 | 268652

-- Oracle SQL Language Reference 23ai, GREATEST and LEAST
SELECT GREATEST('HARRY', 'HARRIOT', 'HAROLD'), GREATEST (1, '3.925', '2.4'), LEAST('HARRY','HARRIOT','HAROLD'), LEAST (1, '2.1', '.000832')
  FROM DUAL;
= HARRY | 3.925 | HAROLD | .000832

-- Oracle SQL Language Reference 23ai, VAR_SAMP and VAR_POP (Aggregate Examples)
-- needs: hr
SELECT ROUND(VAR_SAMP(salary), 1), ROUND(VAR_POP(salary), 1) FROM employees;
= 15284813.7 | 15141964.9

-- shift-the-oracle.com/sql/functions/standard_hash.html (SQL*Plus output; the database character set is AL32UTF8)
SELECT STANDARD_HASH('ある文字列', 'SHA256') FROM dual;
= 525066005B42EAB9F3618176C397D6E4DB4BDDBBDC8CB6CBE005C430FF32C593

-- "Computing ORA_HASH", blog post in a public repository with SQL*Plus output of Oracle 23c on Linux x86-64
SELECT ORA_HASH('test') FROM dual;
= 2662839991

-- "Computing ORA_HASH", blog post in a public repository with SQL*Plus output of Oracle 23c (a NUMBER is hashed by its internal bytes c2,15,18)
SELECT ORA_HASH(2023) FROM dual;
= 2671887358

-- "Computing ORA_HASH", blog post in a public repository with SQL*Plus output of Oracle 23c (a DATE by its eight bytes of DUMP Typ=13: e7,7,3,1,c,22,38,0)
SELECT ORA_HASH(TO_DATE('2023-03-01 12:34:56', 'yyyy-mm-dd hh24:mi:ss')) FROM dual;
= 112410422

-- "Computing ORA_HASH", blog post in a public repository with SQL*Plus output of Oracle 23c (max_bucket)
SELECT ORA_HASH('abracadabra', 255) FROM dual;
= 82

-- "Computing ORA_HASH", blog post in a public repository with SQL*Plus output of Oracle 23c (seed_value)
SELECT ORA_HASH('abracadabra', POWER(2,32)-1, 123) FROM dual;
= 4012392341

-- "Computing ORA_HASH", blog post in a public repository with SQL*Plus output of Oracle 23c (max_bucket and seed_value)
SELECT ORA_HASH('abracadabra', 255, 123) FROM dual;
= 149

-- "Computing ORA_HASH", blog post in a public repository with SQL*Plus output of Oracle 23c (DUMP of a NUMBER in hexadecimal)
SELECT DUMP(2023, 16) FROM dual;
= Typ=2 Len=3: c2,15,18

-- Oracle SQL Language Reference 23ai, SELECT (Row Limiting: FETCH FIRST 5 ROWS ONLY)
WITH employees AS (
  SELECT 100 employee_id, 'King' last_name FROM dual UNION ALL
  SELECT 101, 'Kochhar' FROM dual UNION ALL
  SELECT 102, 'De Haan' FROM dual UNION ALL
  SELECT 103, 'Hunold' FROM dual UNION ALL
  SELECT 104, 'Ernst' FROM dual UNION ALL
  SELECT 105, 'Austin' FROM dual UNION ALL
  SELECT 106, 'Pataballa' FROM dual UNION ALL
  SELECT 107, 'Lorentz' FROM dual UNION ALL
  SELECT 108, 'Greenberg' FROM dual UNION ALL
  SELECT 109, 'Faviet' FROM dual UNION ALL
  SELECT 110, 'Chen' FROM dual UNION ALL
  SELECT 111, 'Sciarra' FROM dual)
SELECT employee_id, last_name
  FROM employees
  ORDER BY employee_id
  FETCH FIRST 5 ROWS ONLY;
= 100 | King
= 101 | Kochhar
= 102 | De Haan
= 103 | Hunold
= 104 | Ernst

-- Oracle SQL Language Reference 23ai, SELECT (Row Limiting: OFFSET 5 ROWS FETCH NEXT 5 ROWS ONLY)
WITH employees AS (
  SELECT 100 employee_id, 'King' last_name FROM dual UNION ALL
  SELECT 101, 'Kochhar' FROM dual UNION ALL
  SELECT 102, 'De Haan' FROM dual UNION ALL
  SELECT 103, 'Hunold' FROM dual UNION ALL
  SELECT 104, 'Ernst' FROM dual UNION ALL
  SELECT 105, 'Austin' FROM dual UNION ALL
  SELECT 106, 'Pataballa' FROM dual UNION ALL
  SELECT 107, 'Lorentz' FROM dual UNION ALL
  SELECT 108, 'Greenberg' FROM dual UNION ALL
  SELECT 109, 'Faviet' FROM dual UNION ALL
  SELECT 110, 'Chen' FROM dual UNION ALL
  SELECT 111, 'Sciarra' FROM dual)
SELECT employee_id, last_name
  FROM employees
  ORDER BY employee_id
  OFFSET 5 ROWS FETCH NEXT 5 ROWS ONLY;
= 105 | Austin
= 106 | Pataballa
= 107 | Lorentz
= 108 | Greenberg
= 109 | Faviet

-- Oracle SQL Language Reference 23ai, SELECT (Row Limiting: FETCH FIRST 5 PERCENT ROWS ONLY; 6 of 107 rows; employee_id added for equal salaries gives the printed set)
-- needs: hr
SELECT employee_id, last_name, salary
  FROM employees
  ORDER BY salary, employee_id
  FETCH FIRST 5 PERCENT ROWS ONLY;
= 132 | Olson | 2100
= 128 | Markle | 2200
= 136 | Philtanker | 2200
= 127 | Landry | 2400
= 135 | Gee | 2400
= 119 | Colmenares | 2500

-- Oracle SQL Language Reference 23ai, SELECT (Row Limiting: FETCH FIRST 5 PERCENT ROWS WITH TIES; ordered outside)
-- needs: hr
SELECT * FROM (SELECT employee_id, last_name, salary
  FROM employees
  ORDER BY salary
  FETCH FIRST 5 PERCENT ROWS WITH TIES)
  ORDER BY salary, employee_id;
= 132 | Olson | 2100
= 128 | Markle | 2200
= 136 | Philtanker | 2200
= 127 | Landry | 2400
= 135 | Gee | 2400
= 119 | Colmenares | 2500
= 131 | Marlow | 2500
= 140 | Patel | 2500
= 144 | Vargas | 2500
= 182 | Sullivan | 2500
= 191 | Perkins | 2500

-- Oracle SQL Language Reference 23ai, SELECT (Using PIVOT; one order inlined per printed yearly total)
-- gap: PIVOT and UNPIVOT
WITH orders AS (
  SELECT DATE '2004-05-01' order_date, 'direct' order_mode, 5546.6 order_total FROM dual UNION ALL
  SELECT DATE '2006-05-01', 'direct', 371895.5 FROM dual UNION ALL
  SELECT DATE '2006-06-01', 'online', 100056.6 FROM dual UNION ALL
  SELECT DATE '2007-05-01', 'direct', 1274078.8 FROM dual UNION ALL
  SELECT DATE '2007-06-01', 'online', 1271019.5 FROM dual UNION ALL
  SELECT DATE '2008-05-01', 'direct', 252108.3 FROM dual UNION ALL
  SELECT DATE '2008-06-01', 'online', 393349.4 FROM dual)
SELECT * FROM
(SELECT EXTRACT(YEAR FROM order_date) year, order_mode, order_total FROM orders)
PIVOT
(SUM(order_total) FOR order_mode IN ('direct' AS Store, 'online' AS Internet))
ORDER BY year;
= 2004 | 5546.6 | NULL
= 2006 | 371895.5 | 100056.6
= 2007 | 1274078.8 | 1271019.5
= 2008 | 252108.3 | 393349.4

-- Oracle SQL Language Reference 23ai, SELECT (Using UNPIVOT: nulls are excluded by default)
-- gap: PIVOT and UNPIVOT
WITH pivot_table AS (
  SELECT 2004 year, 5546.6 store, CAST(NULL AS NUMBER) internet FROM dual UNION ALL
  SELECT 2006, 371895.5, 100056.6 FROM dual UNION ALL
  SELECT 2007, 1274078.8, 1271019.5 FROM dual UNION ALL
  SELECT 2008, 252108.3, 393349.4 FROM dual)
SELECT * FROM pivot_table
  UNPIVOT (yearly_total FOR order_mode IN (store AS 'direct',
           internet AS 'online'))
  ORDER BY year, order_mode;
= 2004 | direct | 5546.6
= 2006 | direct | 371895.5
= 2006 | online | 100056.6
= 2007 | direct | 1274078.8
= 2007 | online | 1271019.5
= 2008 | direct | 252108.3
= 2008 | online | 393349.4

-- Oracle SQL Language Reference 23ai, SELECT (Using UNPIVOT INCLUDE NULLS)
-- gap: PIVOT and UNPIVOT
WITH pivot_table AS (
  SELECT 2004 year, 5546.6 store, CAST(NULL AS NUMBER) internet FROM dual UNION ALL
  SELECT 2006, 371895.5, 100056.6 FROM dual UNION ALL
  SELECT 2007, 1274078.8, 1271019.5 FROM dual UNION ALL
  SELECT 2008, 252108.3, 393349.4 FROM dual)
SELECT * FROM pivot_table
  UNPIVOT INCLUDE NULLS
    (yearly_total FOR order_mode IN (store AS 'direct', internet AS 'online'))
  ORDER BY year, order_mode;
= 2004 | direct | 5546.6
= 2004 | online | NULL
= 2006 | direct | 371895.5
= 2006 | online | 100056.6
= 2007 | direct | 1274078.8
= 2007 | online | 1271019.5
= 2008 | direct | 252108.3
= 2008 | online | 393349.4

-- Oracle SQL Language Reference 23ai, SELECT (Using CROSS APPLY)
WITH employees AS (
  SELECT 201 employee_id, 'Hartstein' last_name, 20 department_id FROM dual UNION ALL
  SELECT 202, 'Fay', 20 FROM dual UNION ALL
  SELECT 203, 'Mavris', 40 FROM dual UNION ALL
  SELECT 204, 'Baer', 70 FROM dual),
departments AS (SELECT 20 department_id, 'Marketing' department_name FROM dual UNION ALL
  SELECT 70, 'Public Relations' FROM dual UNION ALL SELECT 180, 'Operations' FROM dual UNION ALL SELECT 40, 'Human Resources' FROM dual)
SELECT d.department_name, v.employee_id, v.last_name
  FROM departments d CROSS APPLY (SELECT * FROM employees e
                                  WHERE e.department_id = d.department_id) v
  WHERE d.department_name IN ('Marketing', 'Operations', 'Public Relations')
  ORDER BY d.department_name, v.employee_id;
= Marketing | 201 | Hartstein
= Marketing | 202 | Fay
= Public Relations | 204 | Baer

-- Oracle SQL Language Reference 23ai, SELECT (Using OUTER APPLY)
WITH employees AS (
  SELECT 201 employee_id, 'Hartstein' last_name, 20 department_id FROM dual UNION ALL
  SELECT 202, 'Fay', 20 FROM dual UNION ALL
  SELECT 203, 'Mavris', 40 FROM dual UNION ALL
  SELECT 204, 'Baer', 70 FROM dual),
departments AS (SELECT 20 department_id, 'Marketing' department_name FROM dual UNION ALL
  SELECT 70, 'Public Relations' FROM dual UNION ALL SELECT 180, 'Operations' FROM dual UNION ALL SELECT 40, 'Human Resources' FROM dual)
SELECT d.department_name, v.employee_id, v.last_name
  FROM departments d OUTER APPLY (SELECT * FROM employees e
                                  WHERE e.department_id = d.department_id) v
  WHERE d.department_name IN ('Marketing', 'Operations', 'Public Relations')
  ORDER by d.department_name, v.employee_id;
= Marketing | 201 | Hartstein
= Marketing | 202 | Fay
= Operations | NULL | NULL
= Public Relations | 204 | Baer

-- Oracle SQL Language Reference 23ai, SELECT (Using Lateral Inline Views: an ordinary inline view does not see the other table)
WITH employees AS (
  SELECT 201 employee_id, 'Hartstein' last_name, 20 department_id FROM dual UNION ALL
  SELECT 202, 'Fay', 20 FROM dual),
departments AS (SELECT 20 department_id, 'Marketing' department_name FROM dual)
SELECT * FROM employees e, (SELECT * FROM departments d
                            WHERE e.department_id = d.department_id);
! ORA-00904

-- Oracle SQL Language Reference 23ai, INSTR, SUBSTR, REPLACE, TRANSLATE, LPAD, LTRIM
SELECT INSTR('CORPORATE FLOOR','OR', 3, 2), INSTR('CORPORATE FLOOR','OR', -3, 2), SUBSTR('ABCDEFG',3,4), SUBSTR('ABCDEFG',-5,4),
       REPLACE('JACK and JUE','J','BL'), TRANSLATE('SQL*Plus User''s Guide', ' */''', '___'), LPAD('Page 1',15,'*.'),
       LTRIM('<=====>BROWNING<=====>', '<>=')
  FROM DUAL;
= 14 | 2 | CDEF | CDEF | BLACK and BLUE | SQL_Plus_Users_Guide | *.*.*.*.*Page 1 | BROWNING<=====>

-- oracle-base.com, PIVOT and UNPIVOT Operators in Oracle Database 11g Release 1 (11g/pivot-and-unpivot-operators-11gr1; output as quoted in a public repository: PIVOT)
-- gap: PIVOT and UNPIVOT
WITH pivot_test AS (
  SELECT 1 id, 1 customer_id, 'A' product_code, 10 quantity FROM dual UNION ALL
  SELECT 2, 1, 'B', 20 FROM dual UNION ALL
  SELECT 3, 1, 'C', 30 FROM dual UNION ALL
  SELECT 4, 2, 'A', 40 FROM dual UNION ALL
  SELECT 5, 2, 'C', 50 FROM dual UNION ALL
  SELECT 6, 3, 'A', 60 FROM dual UNION ALL
  SELECT 7, 3, 'B', 70 FROM dual UNION ALL
  SELECT 8, 3, 'C', 80 FROM dual UNION ALL
  SELECT 9, 3, 'D', 90 FROM dual UNION ALL
  SELECT 10, 4, 'A', 100 FROM dual)
SELECT *
FROM   (SELECT product_code, quantity
        FROM   pivot_test)
PIVOT  (SUM(quantity) AS sum_quantity FOR (product_code) IN ('A' AS a, 'B' AS b, 'C' AS c));
= 210 | 90 | 160

-- oracle-base.com, PIVOT and UNPIVOT Operators in Oracle Database 11g Release 1 (11g/pivot-and-unpivot-operators-11gr1; output as quoted in a public repository: PIVOT by customer; the columns by their generated names)
-- gap: PIVOT and UNPIVOT
WITH pivot_test AS (
  SELECT 1 id, 1 customer_id, 'A' product_code, 10 quantity FROM dual UNION ALL
  SELECT 2, 1, 'B', 20 FROM dual UNION ALL
  SELECT 3, 1, 'C', 30 FROM dual UNION ALL
  SELECT 4, 2, 'A', 40 FROM dual UNION ALL
  SELECT 5, 2, 'C', 50 FROM dual UNION ALL
  SELECT 6, 3, 'A', 60 FROM dual UNION ALL
  SELECT 7, 3, 'B', 70 FROM dual UNION ALL
  SELECT 8, 3, 'C', 80 FROM dual UNION ALL
  SELECT 9, 3, 'D', 90 FROM dual UNION ALL
  SELECT 10, 4, 'A', 100 FROM dual)
SELECT customer_id, a_sum_quantity, b_sum_quantity, c_sum_quantity
FROM   (SELECT customer_id, product_code, quantity
        FROM   pivot_test)
PIVOT  (SUM(quantity) AS sum_quantity FOR (product_code) IN ('A' AS a, 'B' AS b, 'C' AS c))
ORDER BY customer_id;
= 1 | 10 | 20 | 30
= 2 | 40 | NULL | 50
= 3 | 60 | 70 | 80
= 4 | 100 | NULL | NULL

-- oracle-base.com, PIVOT and UNPIVOT Operators in Oracle Database 11g Release 1 (11g/pivot-and-unpivot-operators-11gr1; output as quoted in a public repository: the DECODE equivalent)
WITH pivot_test AS (
  SELECT 1 id, 1 customer_id, 'A' product_code, 10 quantity FROM dual UNION ALL
  SELECT 2, 1, 'B', 20 FROM dual UNION ALL
  SELECT 3, 1, 'C', 30 FROM dual UNION ALL
  SELECT 4, 2, 'A', 40 FROM dual UNION ALL
  SELECT 5, 2, 'C', 50 FROM dual UNION ALL
  SELECT 6, 3, 'A', 60 FROM dual UNION ALL
  SELECT 7, 3, 'B', 70 FROM dual UNION ALL
  SELECT 8, 3, 'C', 80 FROM dual UNION ALL
  SELECT 9, 3, 'D', 90 FROM dual UNION ALL
  SELECT 10, 4, 'A', 100 FROM dual)
SELECT customer_id,
       SUM(DECODE(product_code, 'A', quantity, 0)) AS a_sum_quantity,
       SUM(DECODE(product_code, 'B', quantity, 0)) AS b_sum_quantity,
       SUM(DECODE(product_code, 'C', quantity, 0)) AS c_sum_quantity
FROM   pivot_test
GROUP BY customer_id
ORDER BY customer_id;
= 1 | 10 | 20 | 30
= 2 | 40 | 0 | 50
= 3 | 60 | 70 | 80
= 4 | 100 | 0 | 0

-- oracle-base.com, PIVOT and UNPIVOT Operators in Oracle Database 11g Release 1 (11g/pivot-and-unpivot-operators-11gr1; output as quoted in a public repository: UNPIVOT)
-- gap: PIVOT and UNPIVOT
WITH unpivot_test AS (
  SELECT 1 id, 101 customer_id, 10 product_code_a, 20 product_code_b, 30 product_code_c, CAST(NULL AS NUMBER) product_code_d FROM dual UNION ALL
  SELECT 2, 102, 40, CAST(NULL AS NUMBER), 50, CAST(NULL AS NUMBER) FROM dual UNION ALL
  SELECT 3, 103, 60, 70, 80, 90 FROM dual UNION ALL
  SELECT 4, 104, 100, CAST(NULL AS NUMBER), CAST(NULL AS NUMBER), CAST(NULL AS NUMBER) FROM dual)
SELECT *
FROM   unpivot_test
UNPIVOT (quantity FOR product_code IN (product_code_a AS 'A', product_code_b AS 'B', product_code_c AS 'C', product_code_d AS 'D'))
ORDER BY id, product_code;
= 1 | 101 | A | 10
= 1 | 101 | B | 20
= 1 | 101 | C | 30
= 2 | 102 | A | 40
= 2 | 102 | C | 50
= 3 | 103 | A | 60
= 3 | 103 | B | 70
= 3 | 103 | C | 80
= 3 | 103 | D | 90
= 4 | 104 | A | 100

-- oracle-base.com, PIVOT and UNPIVOT Operators in Oracle Database 11g Release 1 (11g/pivot-and-unpivot-operators-11gr1; output as quoted in a public repository: UNPIVOT equivalent with CONNECT BY and DECODE, nulls kept)
WITH unpivot_test AS (
  SELECT 1 id, 101 customer_id, 10 product_code_a, 20 product_code_b, 30 product_code_c, CAST(NULL AS NUMBER) product_code_d FROM dual UNION ALL
  SELECT 2, 102, 40, CAST(NULL AS NUMBER), 50, CAST(NULL AS NUMBER) FROM dual UNION ALL
  SELECT 3, 103, 60, 70, 80, 90 FROM dual UNION ALL
  SELECT 4, 104, 100, CAST(NULL AS NUMBER), CAST(NULL AS NUMBER), CAST(NULL AS NUMBER) FROM dual)
SELECT id,
       customer_id,
       DECODE(unpivot_row, 1, 'A', 2, 'B', 3, 'C', 4, 'D', 'N/A') AS product_code,
       DECODE(unpivot_row, 1, product_code_a, 2, product_code_b, 3, product_code_c, 4, product_code_d) AS quantity
FROM   unpivot_test,
       (SELECT level AS unpivot_row FROM dual CONNECT BY level <= 4)
ORDER BY 1,2,3;
= 1 | 101 | A | 10
= 1 | 101 | B | 20
= 1 | 101 | C | 30
= 1 | 101 | D | NULL
= 2 | 102 | A | 40
= 2 | 102 | B | NULL
= 2 | 102 | C | 50
= 2 | 102 | D | NULL
= 3 | 103 | A | 60
= 3 | 103 | B | 70
= 3 | 103 | C | 80
= 3 | 103 | D | 90
= 4 | 104 | A | 100
= 4 | 104 | B | NULL
= 4 | 104 | C | NULL
= 4 | 104 | D | NULL

-- Oracle SQL Language Reference 23ai, FROM_VECTOR
SELECT FROM_VECTOR(TO_VECTOR('[1, 2, 3]') ) FROM dual;
= [1.0E+000,2.0E+000,3.0E+000]

-- Oracle SQL Language Reference 23ai, FROM_VECTOR (FLOAT32)
SELECT FROM_VECTOR(TO_VECTOR('[1.1, 2.2, 3.3]', 3, FLOAT32) ) FROM dual;
= [1.10000002E+000,2.20000005E+000,3.29999995E+000]

-- Oracle SQL Language Reference 23ai, FROM_VECTOR (RETURNING VARCHAR2)
SELECT FROM_VECTOR( TO_VECTOR('[1.1, 2.2, 3.3]', 3, FLOAT32) RETURNING VARCHAR2(1000)) FROM dual;
= [1.10000002E+000,2.20000005E+000,3.29999995E+000]

-- Oracle SQL Language Reference 23ai, FROM_VECTOR (RETURNING CLOB)
SELECT FROM_VECTOR(TO_VECTOR('[1.1, 2.2, 3.3]', 3, FLOAT32) RETURNING CLOB ) FROM dual;
= [1.10000002E+000,2.20000005E+000,3.29999995E+000]

-- Oracle SQL Language Reference 23ai, VECTOR
SELECT VECTOR('[34.6, 77.8, -89.34]', 3, FLOAT32) FROM dual;
= [3.45999985E+001,7.78000031E+001,-8.93399963E+001]

-- Oracle AI Vector Search User's Guide 23ai, VECTOR_SERIALIZE
SELECT VECTOR_SERIALIZE(VECTOR('[1.1,2.2,3.3]',3,FLOAT32)) FROM dual;
= [1.10000002E+000,2.20000005E+000,3.29999995E+000]

-- Oracle SQL Language Reference 19c, JSON_SERIALIZE
SELECT JSON_SERIALIZE ('{a:[1,2,3,4]}' RETURNING VARCHAR2(3) TRUNCATE ERROR ON ERROR) from dual;
= {"a

-- Oracle SQL Language Reference 23ai, XMLSERIALIZE
SELECT XMLSERIALIZE(CONTENT XMLTYPE('<Owner>Grandco</Owner>')) AS xmlserialize_doc
   FROM DUAL;
= <Owner>Grandco</Owner>
