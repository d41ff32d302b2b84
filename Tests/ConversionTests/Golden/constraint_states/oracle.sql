-- Constraints in all their states, NULLs in parts of unique keys, keys that a foreign key needs.
CREATE TABLE parent (a NUMBER(5), b NUMBER(5), c VARCHAR2(3), CONSTRAINT parent_pk PRIMARY KEY (a) DEFERRABLE INITIALLY IMMEDIATE,
  CONSTRAINT parent_uk UNIQUE (b, c), CONSTRAINT parent_off CHECK (b > 5) DISABLE, CONSTRAINT parent_rely UNIQUE (c) RELY);
CREATE TABLE child (
  a NUMBER(7), b NUMBER(5), c VARCHAR2(3), d NUMBER(3) CONSTRAINT child_d_nn NOT NULL,
  CONSTRAINT child_a_fk FOREIGN KEY (a) REFERENCES parent ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT child_bc_fk FOREIGN KEY (b, c) REFERENCES parent (b, c) ENABLE NOVALIDATE,
  CONSTRAINT child_gone_fk FOREIGN KEY (d) REFERENCES elsewhere (id),
  CONSTRAINT child_when CHECK (a IS NULL OR b IS NOT NULL) DEFERRABLE,
  CONSTRAINT child_json CHECK (c IS JSON),
  CONSTRAINT child_upper CHECK (c = UPPER(c) AND LENGTH(c) <= 3 AND REGEXP_LIKE(c, '^[A-Z]+$')));
CREATE UNIQUE INDEX child_ux ON child (b, d DESC) REVERSE COMPUTE STATISTICS;
CREATE BITMAP INDEX child_bx ON child (c) NOLOGGING;
