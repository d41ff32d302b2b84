-- A shop's sales: keys, checks, defaults, a view over all of it.
CREATE TABLE customers (
  customer_id   NUMBER(10)         NOT NULL,
  email         VARCHAR2(120 CHAR) NOT NULL,
  full_name     VARCHAR2(200),
  country       CHAR(2) DEFAULT 'AT' NOT NULL,
  credit_limit  NUMBER(9,2) DEFAULT 0,
  registered_on DATE DEFAULT SYSDATE NOT NULL,
  CONSTRAINT customers_pk PRIMARY KEY (customer_id) USING INDEX TABLESPACE shop_idx,
  CONSTRAINT customers_email_uk UNIQUE (email),
  CONSTRAINT customers_credit_ck CHECK (credit_limit BETWEEN 0 AND 50000)
) TABLESPACE shop_data PCTFREE 5 LOGGING;

CREATE TABLE orders (
  order_id    NUMBER(12) CONSTRAINT orders_pk PRIMARY KEY,
  customer_id NUMBER(10) NOT NULL CONSTRAINT orders_customer_fk REFERENCES customers,
  status      VARCHAR2(10) DEFAULT 'NEW' CHECK (status IN ('NEW', 'PAID', 'SENT', 'VOID')),
  ordered_at  TIMESTAMP(3) DEFAULT SYSTIMESTAMP,
  remark      CLOB
);

CREATE TABLE order_lines (
  order_id NUMBER(12) NOT NULL,
  line_no  NUMBER(4) NOT NULL,
  sku      VARCHAR2(30) NOT NULL,
  quantity NUMBER(7,3) NOT NULL,
  price    NUMBER(10,2) NOT NULL,
  discount NUMBER(3) DEFAULT 0,
  CONSTRAINT order_lines_pk PRIMARY KEY (order_id, line_no),
  CONSTRAINT order_lines_order_fk FOREIGN KEY (order_id) REFERENCES orders (order_id) ON DELETE CASCADE
);

CREATE INDEX orders_customer_ix ON orders (customer_id, ordered_at DESC);
CREATE INDEX customers_name_ix ON customers (UPPER(full_name));

CREATE OR REPLACE VIEW order_totals (order_id, customer, total, lines) AS
SELECT o.order_id, NVL(c.full_name, c.email), SUM(l.quantity * l.price * (1 - l.discount / 100)), COUNT(l.line_no)
  FROM orders o, customers c, order_lines l
 WHERE c.customer_id = o.customer_id AND l.order_id (+) = o.order_id
 GROUP BY o.order_id, NVL(c.full_name, c.email);

COMMENT ON TABLE customers IS 'Who may order; it''s never emptied';
COMMENT ON COLUMN orders.remark IS 'Free text';
