"""SQLAlchemy's Oracle dialect, with its reflection, and pandas.read_sql over it, unchanged."""

import datetime
import decimal
import os

import pandas
import pytest
import sqlalchemy as sa

import standin

pytestmark = pytest.mark.skipif(
    "ORAFERRY_TEST_ORACLE" in os.environ, reason="the sales schema is the stand-in's own"
)


@pytest.fixture(scope="module", params=["23ai", "19c"])
def engine(request):
    process = standin.StandIn(request.param, "--sample-schema", "0.01")
    engine = sa.create_engine(
        f"oracle+oracledb://{standin.USER}:{standin.PASSWORD}@127.0.0.1:{process.port}/?service_name={standin.SERVICE}",
        connect_args={"tcp_connect_timeout": standin.CONNECT_SECONDS},
    )
    yield engine
    engine.dispose()
    process.stop()


@pytest.fixture
def inspector(engine):
    return sa.inspect(engine)


def test_tables_views_and_sequences(engine, inspector):
    assert len(inspector.get_table_names()) == 12
    assert {"orders_seq", "products_seq", "contacts_seq"} <= set(inspector.get_sequence_names())
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE VIEW open_orders AS SELECT * FROM orders WHERE status = 'open'"))
    inspector.clear_cache()
    assert inspector.get_view_names() == ["open_orders"]
    assert "status = 'open'" in inspector.get_view_definition("open_orders")
    with engine.begin() as connection:
        connection.execute(sa.text("DROP VIEW open_orders"))


def test_columns(inspector):
    columns = {column["name"]: column for column in inspector.get_columns("orders")}
    assert list(columns) == [
        "order_id", "customer_id", "salesperson_id", "status", "order_date", "due_date", "shipped_at", "freight",
    ]
    assert columns["order_id"]["type"].precision == 12 and not columns["order_id"]["nullable"]
    assert columns["status"]["type"].length == 10 and columns["status"]["default"].strip() == "'open'"
    assert columns["freight"]["type"].scale == 2
    assert columns["salesperson_id"]["nullable"]
    assert columns["order_date"]["comment"].startswith("To the second")
    customers = {column["name"]: column for column in inspector.get_columns("customers")}
    assert customers["customer_id"]["identity"]["start"] == 1_000_000_000
    assert not customers["customer_id"]["identity"]["always"]


def test_keys_and_indexes(inspector):
    assert inspector.get_pk_constraint("order_items") == {
        "name": "order_items_pk", "constrained_columns": ["order_id", "line_number"],
    }
    keys = {key["name"]: key for key in inspector.get_foreign_keys("orders")}
    assert keys["orders_customers_fk"]["referred_table"] == "customers"
    assert keys["orders_employees_fk"]["options"]["ondelete"] == "SET NULL"
    assert [key["column_names"] for key in inspector.get_unique_constraints("customers")] == [["customer_key"]]
    indexes = {index["name"]: index for index in inspector.get_indexes("orders")}
    assert indexes["orders_date_ix"]["column_names"] == ["order_date"] and not indexes["orders_date_ix"]["unique"]
    assert {check["name"] for check in inspector.get_check_constraints("orders")} >= {"orders_due_ck", "orders_status_ck"}
    assert inspector.get_table_comment("order_items") == {"text": "The lines of an order"}


def test_a_whole_schema_is_reflected(engine):
    metadata = sa.MetaData()
    metadata.reflect(engine)
    assert len(metadata.tables) == 12
    orders = metadata.tables["orders"]
    with engine.connect() as connection:
        rows = connection.execute(sa.select(orders.c.order_id).order_by(orders.c.order_id).limit(3).offset(2)).fetchall()
    assert [row[0] for row in rows] == [3, 4, 5]


def test_tables_are_made_filled_and_dropped(engine):
    metadata = sa.MetaData()
    table = sa.Table(
        "sa_notes", metadata, sa.Column("id", sa.Integer, sa.Identity(), primary_key=True),
        sa.Column("name", sa.String(30), unique=True), sa.Column("note", sa.Text), sa.Column("made", sa.DateTime),
        sa.Column("amount", sa.Numeric(10, 2)),
    )
    moment = datetime.datetime(2024, 3, 17, 8, 5, 9)
    metadata.create_all(engine)
    try:
        with engine.begin() as connection:
            result = connection.execute(
                table.insert().values(name="first", note="long text", made=moment, amount=decimal.Decimal("1.25"))
            )
            assert result.inserted_primary_key == (1,)
            connection.execute(table.insert(), [{"name": f"n{n}", "amount": n} for n in range(5)])
            row = connection.execute(sa.select(table).where(table.c.id == 1)).one()
            assert row == (1, "first", "long text", moment, decimal.Decimal("1.25"))
            assert connection.execute(table.update().where(table.c.name == "n1").values(amount=9)).rowcount == 1
            assert connection.execute(table.delete().where(table.c.amount > 3)).rowcount == 2
            with pytest.raises(sa.exc.IntegrityError):
                connection.execute(table.insert().values(name="first"))
    finally:
        metadata.drop_all(engine)


def test_pandas_reads_queries(engine):
    frame = pandas.read_sql(
        sa.text(
            "SELECT c.country_id, COUNT(*) AS orders, SUM(o.freight) AS freight FROM orders o "
            "JOIN customers c ON c.customer_id = o.customer_id WHERE o.order_date >= :since GROUP BY c.country_id "
            "ORDER BY 2 DESC, 1"
        ),
        engine, params={"since": datetime.datetime(2020, 1, 1)},
    )
    assert list(frame.columns) == ["country_id", "orders", "freight"]
    assert frame["orders"].sum() == 1000 and frame["orders"].is_monotonic_decreasing
    items = pandas.read_sql("SELECT * FROM order_items", engine)
    assert items.shape == (len(items), 7) and items["quantity"].min() > 0
    assert str(pandas.read_sql("SELECT order_date FROM orders", engine)["order_date"].dtype).startswith("datetime64")
