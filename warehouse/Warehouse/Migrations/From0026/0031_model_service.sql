-- What runs around the models: what a decision rested on, runs of training, scoring, trial and watch, and what the watch saw.

ALTER TABLE prediction_model_event ADD COLUMN figures VARCHAR;

-- One row for each step of a run; one that has no end when the server starts was cut short.
CREATE TABLE model_run (
    run_id     BIGINT NOT NULL,
    kind       VARCHAR NOT NULL,
    prediction VARCHAR NOT NULL,
    asked_by   VARCHAR NOT NULL,
    asked_at   TIMESTAMP NOT NULL,
    started_at TIMESTAMP,
    ended_at   TIMESTAMP,
    outcome    VARCHAR NOT NULL,
    code       VARCHAR,
    facts      VARCHAR NOT NULL
);

-- What the inputs of a model looked like before it was trained, as JSON: what the watch holds each day against.
CREATE TABLE model_reference (
    model_id VARCHAR NOT NULL,
    content  VARCHAR NOT NULL
);

-- What the watch saw of a model on a day: figure, of which feature where it is of one, its value and the rows it rests on.
CREATE TABLE model_watch (
    model_id  VARCHAR NOT NULL,
    watch_day DATE NOT NULL,
    figure    VARCHAR NOT NULL,
    feature   VARCHAR,
    value     DOUBLE NOT NULL,
    row_count BIGINT NOT NULL
);

-- Alarms: what, value, limit, since when, until when.
CREATE TABLE model_alarm (
    model_id   VARCHAR NOT NULL,
    figure     VARCHAR NOT NULL,
    feature    VARCHAR,
    severity   VARCHAR NOT NULL,
    raised_day DATE NOT NULL,
    seen_day   DATE NOT NULL,
    over_day   DATE,
    value      DOUBLE NOT NULL,
    at_limit   DOUBLE NOT NULL
);
