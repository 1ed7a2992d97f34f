-- What models say: scores with their reasons, as facts, and the registry of the models that said them.

CREATE TYPE score_model_role AS ENUM ('champion', 'challenger');
CREATE TYPE score_skill AS ENUM ('none', 'weak', 'good');
CREATE TYPE score_reason_direction AS ENUM ('raises', 'lowers');

-- 模型评分
CREATE TABLE fact_score (
    source_key         SMALLINT NOT NULL,
    source_id          VARCHAR NOT NULL,
    version            BIGINT NOT NULL,
    recorded_at        TIMESTAMP,
    batch_id           INTEGER NOT NULL,
    scored_date        DATE NOT NULL,
    prediction         VARCHAR NOT NULL,
    model_id           VARCHAR NOT NULL,
    model_role         score_model_role NOT NULL,
    skill              score_skill NOT NULL,
    subject_type       VARCHAR NOT NULL,
    subject_id         VARCHAR NOT NULL,
    customer_key       INTEGER NOT NULL,
    product_key        INTEGER NOT NULL,
    owner_key          INTEGER NOT NULL,
    organisation_key   INTEGER NOT NULL,
    horizon_days       BIGINT NOT NULL,
    probability        DOUBLE NOT NULL,
    base_rate          DOUBLE,
    stated_probability DOUBLE,
    amount             DECIMAL(18,4),
    currency           VARCHAR,
    exchange_rate      DOUBLE,
    region_key         SMALLINT NOT NULL,
    amount_document    DECIMAL(18,4)
);

-- 评分原因
CREATE TABLE fact_score_reason (
    source_key    SMALLINT NOT NULL,
    source_id     VARCHAR NOT NULL,
    version       BIGINT NOT NULL,
    recorded_at   TIMESTAMP,
    batch_id      INTEGER NOT NULL,
    scored_date   DATE NOT NULL,
    score_id      VARCHAR NOT NULL,
    customer_key  INTEGER NOT NULL,
    owner_key     INTEGER NOT NULL,
    place         BIGINT NOT NULL,
    direction     score_reason_direction NOT NULL,
    feature       VARCHAR NOT NULL,
    feature_value VARCHAR,
    contribution  DOUBLE NOT NULL,
    region_key    SMALLINT NOT NULL
);

-- One row for each model that was trained. At most one of a prediction is champion; a retired one can be made champion again.
CREATE TYPE model_status AS ENUM ('candidate', 'challenger', 'champion', 'retired');
CREATE TABLE prediction_model (
    model_id       VARCHAR NOT NULL,
    prediction     VARCHAR NOT NULL,
    status         model_status NOT NULL,
    trained_at     TIMESTAMP NOT NULL,
    as_of          DATE NOT NULL,
    data_versions  VARCHAR NOT NULL,
    feature_hash   VARCHAR NOT NULL,
    features       VARCHAR NOT NULL,
    seed           BIGINT NOT NULL,
    skill          score_skill NOT NULL,
    row_count      BIGINT NOT NULL,
    positive_count BIGINT NOT NULL,
    figures        VARCHAR NOT NULL,
    notes          VARCHAR NOT NULL,
    content        VARCHAR NOT NULL,
    sha256         VARCHAR NOT NULL
);

-- Every change of status: who decided it, when, and why.
CREATE TABLE prediction_model_event (
    model_id    VARCHAR NOT NULL,
    decided_at  TIMESTAMP NOT NULL,
    from_status model_status,
    to_status   model_status NOT NULL,
    decided_by  VARCHAR NOT NULL,
    reason      VARCHAR NOT NULL
);
