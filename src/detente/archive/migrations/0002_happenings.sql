-- What is derived from articles and claims. All of it can be derived again, except the judgements, to which rows are only added.

-- Articles whose text has been compared with the others, and by which version of the method.
CREATE TABLE compared_texts (
    article VARCHAR NOT NULL,
    method VARCHAR NOT NULL
);

-- Sketches of the pieces of articles that no earlier piece stands for. `article` is the number in the article's id.
CREATE TABLE sketches (
    key UBIGINT NOT NULL,
    article UBIGINT NOT NULL,
    piece USMALLINT NOT NULL
);

-- Keys so common that they say nothing.
CREATE TABLE common_keys (
    key UBIGINT NOT NULL
);

CREATE TABLE reuses (
    left_article VARCHAR NOT NULL,
    right_article VARCHAR NOT NULL,
    left_start BIGINT NOT NULL,
    left_end BIGINT NOT NULL,
    right_start BIGINT NOT NULL,
    right_end BIGINT NOT NULL,
    left_text VARCHAR NOT NULL,
    right_text VARCHAR NOT NULL,
    similarity DOUBLE NOT NULL,
    manner VARCHAR NOT NULL,
    giver VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);

-- Claims of events that have been compared with the others: the happening of each, and the days between which it looks for others.
-- A claim that has no such days is told as history without a date, and stands alone.
CREATE TABLE placed_claims (
    claim VARCHAR NOT NULL,
    article VARCHAR NOT NULL,
    happening VARCHAR NOT NULL,
    first_day DATE,
    last_day DATE,
    detail INTEGER NOT NULL
);

-- Under which pairs of parties a claim is looked for.
CREATE TABLE claim_pairs (
    pair VARCHAR NOT NULL,
    claim VARCHAR NOT NULL,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL
);

-- Articles whose claims have been compared, as read by which rules and compared by which method.
CREATE TABLE compared_claims (
    article VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    method VARCHAR NOT NULL
);

-- Whether two claims tell of one happening. Rows are only ever added.
CREATE TABLE judgements (
    left_claim VARCHAR NOT NULL,
    right_claim VARCHAR NOT NULL,
    same BOOLEAN NOT NULL,
    score DOUBLE NOT NULL,
    reason VARCHAR NOT NULL,
    made_by VARCHAR NOT NULL,
    made TIMESTAMP NOT NULL
);

CREATE TABLE happenings (
    id VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    mode VARCHAR NOT NULL,
    cameo VARCHAR NOT NULL,
    quad INTEGER,
    score DOUBLE,
    "symmetric" BOOLEAN NOT NULL,
    source VARCHAR[] NOT NULL,
    target VARCHAR[] NOT NULL,
    source_countries VARCHAR[] NOT NULL,
    target_countries VARCHAR[] NOT NULL,
    when_start DATE,
    when_end DATE,
    when_precision VARCHAR NOT NULL,
    when_text VARCHAR NOT NULL,
    place VARCHAR NOT NULL,
    stage VARCHAR NOT NULL,
    stages STRUCT(stage VARCHAR, claims VARCHAR[])[] NOT NULL,
    background BOOLEAN NOT NULL,
    reported DATE,
    voices INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    likeness DOUBLE NOT NULL,
    reason VARCHAR NOT NULL
);
