-- Articles as read. `text` is null when only quoted words are kept.
CREATE TABLE articles (
    id VARCHAR NOT NULL,
    text VARCHAR,
    title VARCHAR NOT NULL,
    outlet VARCHAR NOT NULL,
    agency VARCHAR NOT NULL,
    byline VARCHAR NOT NULL,
    dateline VARCHAR NOT NULL,
    published DATE,
    dating VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    ref VARCHAR NOT NULL,
    origin VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    read_at TIMESTAMP NOT NULL,
    sentences INTEGER NOT NULL,
    parsed INTEGER NOT NULL
);

-- One row a claim. No primary key: an index would slow every insert, and the ids of an article's claims
-- are made unique before they come here. `codes`, `countries` and `sectors` repeat those of all parties,
-- so that a filter reads one short column and not three nested ones.
CREATE TABLE claims (
    id VARCHAR NOT NULL,
    article VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    mode VARCHAR NOT NULL,
    context VARCHAR[] NOT NULL,
    cameo VARCHAR NOT NULL,
    quad INTEGER,
    score DOUBLE,
    sign VARCHAR NOT NULL,
    "symmetric" BOOLEAN NOT NULL,
    background BOOLEAN NOT NULL,
    source STRUCT(text VARCHAR, start BIGINT, "end" BIGINT, code VARCHAR, country VARCHAR, sector VARCHAR,
        name VARCHAR, reason VARCHAR)[] NOT NULL,
    target STRUCT(text VARCHAR, start BIGINT, "end" BIGINT, code VARCHAR, country VARCHAR, sector VARCHAR,
        name VARCHAR, reason VARCHAR)[] NOT NULL,
    via STRUCT(text VARCHAR, start BIGINT, "end" BIGINT, code VARCHAR, country VARCHAR, sector VARCHAR,
        name VARCHAR, reason VARCHAR)[] NOT NULL,
    object VARCHAR NOT NULL,
    issue VARCHAR[] NOT NULL,
    when_start DATE,
    when_end DATE,
    when_precision VARCHAR NOT NULL,
    when_text VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    speaker STRUCT(text VARCHAR, start BIGINT, "end" BIGINT, verb VARCHAR, code VARCHAR, sector VARCHAR,
        name VARCHAR)[] NOT NULL,
    place STRUCT(text VARCHAR, name VARCHAR, country VARCHAR, precision VARCHAR),
    sentence_start BIGINT NOT NULL,
    sentence_end BIGINT NOT NULL,
    sentence_text VARCHAR NOT NULL,
    start BIGINT NOT NULL,
    "end" BIGINT NOT NULL,
    rule VARCHAR NOT NULL,
    details STRUCT(name VARCHAR, value VARCHAR)[] NOT NULL,
    cues STRUCT(answers VARCHAR, value VARCHAR, start BIGINT, "end" BIGINT, text VARCHAR)[] NOT NULL,
    codes VARCHAR[] NOT NULL,
    countries VARCHAR[] NOT NULL,
    sectors VARCHAR[] NOT NULL
);

CREATE TABLE unread (
    article VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    start BIGINT NOT NULL,
    "end" BIGINT NOT NULL,
    text VARCHAR NOT NULL,
    actors VARCHAR[] NOT NULL,
    verbs VARCHAR[] NOT NULL
);

CREATE TABLE rulesets (
    digest VARCHAR NOT NULL,
    version VARCHAR NOT NULL,
    first_used TIMESTAMP NOT NULL
);

-- Every reading there ever was; `articles.rules` tells which one the claims are from.
CREATE TABLE readings (
    article VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    read_at TIMESTAMP NOT NULL,
    claims INTEGER NOT NULL
);

-- Part files already absorbed and perhaps not yet deleted.
CREATE TABLE parts (
    name VARCHAR NOT NULL
);

CREATE VIEW parties AS
WITH placed AS (
    SELECT id, article, 'source' AS role, unnest(source) AS party, generate_subscripts(source, 1) AS nth
    FROM claims
    UNION ALL
    SELECT id, article, 'target', unnest(target), generate_subscripts(target, 1)
    FROM claims
    UNION ALL
    SELECT id, article, 'via', unnest(via), generate_subscripts(via, 1)
    FROM claims
)
SELECT
    id AS claim,
    article,
    role,
    nth - 1 AS position,
    party.code AS code,
    party.country AS country,
    party.sector AS sector,
    party.name AS name,
    party.text AS text,
    party.start AS start,
    party."end" AS "end",
    party.reason AS reason
FROM placed;

CREATE VIEW speakers AS
WITH placed AS (
    SELECT id, article, unnest(speaker) AS speaker, generate_subscripts(speaker, 1) AS nth
    FROM claims
)
SELECT
    id AS claim,
    article,
    nth - 1 AS position,
    speaker.code AS code,
    speaker.sector AS sector,
    speaker.name AS name,
    speaker.text AS text,
    speaker.verb AS verb,
    speaker.start AS start,
    speaker."end" AS "end"
FROM placed;

CREATE VIEW cues AS
WITH placed AS (
    SELECT id, article, unnest(cues) AS cue, generate_subscripts(cues, 1) AS nth
    FROM claims
)
SELECT
    id AS claim,
    article,
    nth - 1 AS position,
    cue.answers AS answers,
    cue.value AS value,
    cue.text AS text,
    cue.start AS start,
    cue."end" AS "end"
FROM placed;
