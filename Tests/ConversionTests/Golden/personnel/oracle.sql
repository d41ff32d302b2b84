REM Staff and departments in the manner of old scripts: commands, slashes, sequence and trigger.
SET ECHO OFF
SET DEFINE ON
DEFINE size_of_name = 25
PROMPT making the tables

DROP TABLE emp CASCADE CONSTRAINTS PURGE
/
CREATE TABLE dept (
  deptno NUMBER(2),
  dname  VARCHAR2(14),
  loc    VARCHAR2(&size_of_name),
  CONSTRAINT pk_dept PRIMARY KEY (deptno)
)
/
CREATE TABLE emp (
  empno    NUMBER(4) NOT NULL,
  ename    VARCHAR2(&size_of_name.),
  job      VARCHAR2(9),
  mgr      NUMBER(4),
  hiredate DATE,
  sal      NUMBER(7,2),
  comm     NUMBER(7,2),
  deptno   NUMBER(2),
  CONSTRAINT pk_emp PRIMARY KEY (empno),
  CONSTRAINT fk_mgr FOREIGN KEY (mgr) REFERENCES emp (empno),
  CONSTRAINT fk_dept FOREIGN KEY (deptno) REFERENCES dept
)
/
CREATE SEQUENCE emp_seq START WITH 8000 INCREMENT BY 1 NOCACHE
/
CREATE OR REPLACE TRIGGER emp_bi
BEFORE INSERT ON emp FOR EACH ROW
WHEN (new.empno IS NULL)
BEGIN
  SELECT emp_seq.NEXTVAL INTO :new.empno FROM dual;
END;
/
CREATE OR REPLACE VIEW chain AS
SELECT LEVEL AS depth, empno, LPAD(' ', 2 * (LEVEL - 1)) || ename AS shown
  FROM emp START WITH mgr IS NULL CONNECT BY PRIOR empno = mgr
/
CREATE OR REPLACE VIEW pay_by_department AS
SELECT d.dname, DECODE(e.job, 'CLERK', 'desk', 'SALESMAN', 'road', 'other') AS place, AVG(e.sal + NVL(e.comm, 0)) AS pay
  FROM dept d JOIN emp e ON e.deptno = d.deptno
 GROUP BY d.dname, DECODE(e.job, 'CLERK', 'desk', 'SALESMAN', 'road', 'other')
/
INSERT INTO dept VALUES (10, 'ACCOUNTING', 'NEW YORK')
/
COMMIT
/
