/// The workspace's example of a script that both databases run alike.
public enum BigJoin {
  /// Its place in a workspace.
  public static let path = "sqls/big_sql_join.sql"

  /// Customers and the products that they bought on one day of the sales schema: one text for both databases.
  public static let sql = """
    -- Customers and the products that they bought on :order_date, that whole day.
    -- One text for Oracle and PostgreSQL:
    --   oraferry query --database oracle sqls/big_sql_join.sql --bind order_date=2024-03-17 --csv output/csv/oracle_join.csv
    SELECT c.customer_id,
           c.customer_name,
           c.city,
           c.country_id,
           o.order_id,
           o.order_date,
           o.status,
           i.line_number,
           p.product_id,
           p.product_name,
           g.category_name,
           i.quantity,
           i.unit_price,
           i.discount
      FROM customers c
      JOIN orders o ON o.customer_id = c.customer_id
      JOIN order_items i ON i.order_id = o.order_id
      JOIN products p ON p.product_id = i.product_id
      JOIN product_categories g ON g.category_id = p.category_id
     WHERE o.order_date >= CAST(:order_date AS DATE)
       AND o.order_date < CAST(:order_date AS DATE) + INTERVAL '1' DAY
     ORDER BY c.customer_id, o.order_id, i.line_number

    """
}
