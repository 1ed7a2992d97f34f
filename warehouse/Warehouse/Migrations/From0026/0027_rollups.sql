-- Sums of facts that are kept beside them, in the transaction of every batch. The semantic model declares them; their own tables are made and dropped by the program.
CREATE TABLE rollup (
    table_name    VARCHAR NOT NULL,
    name          VARCHAR NOT NULL,
    fact          VARCHAR NOT NULL,
    time_column   VARCHAR NOT NULL,
    is_monthly    BOOLEAN NOT NULL,
    -- The rows of the fact as they go in, ending with their conditions and without grouping.
    row_select    VARCHAR NOT NULL,
    -- The number of the last migration of the program that built it: a later one may change the rows of the fact.
    schema_number INTEGER NOT NULL
);

-- The columns of a rollup beside its day or month: keys that tell its rows apart, and sums. A key that is an attribute of a dimension says of which.
CREATE TABLE rollup_column (
    table_name VARCHAR NOT NULL,
    position   INTEGER NOT NULL,
    name       VARCHAR NOT NULL,
    is_sum     BOOLEAN NOT NULL,
    dimension  VARCHAR,
    attribute  VARCHAR
);
