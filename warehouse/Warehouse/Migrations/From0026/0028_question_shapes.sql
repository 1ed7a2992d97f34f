-- What the server was asked of facts themselves, as shapes of questions without their values: from these, rollups are proposed. A few hundred rows at most.
CREATE TABLE question_shape (
    fact          VARCHAR NOT NULL,
    -- Whether sums by month would have done.
    is_monthly    BOOLEAN NOT NULL,
    -- Names in their order, parted by commas.
    dimensions    VARCHAR NOT NULL,
    measures      VARCHAR NOT NULL,
    asked         BIGINT NOT NULL,
    -- The rows that the last question of the shape read.
    rows_read     BIGINT NOT NULL,
    last_asked_at TIMESTAMP NOT NULL
);
