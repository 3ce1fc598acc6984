-- The parts to be absorbed, one row a reading.
CREATE OR REPLACE TEMP TABLE incoming AS
SELECT *
FROM read_json(
    $paths::VARCHAR[],
    format = 'newline_delimited',
    filename = 'part',
    maximum_object_size = $longest,
    columns = {
        id: 'VARCHAR',
        text: 'VARCHAR',
        title: 'VARCHAR',
        outlet: 'VARCHAR',
        agency: 'VARCHAR',
        byline: 'VARCHAR',
        dateline: 'VARCHAR',
        published: 'DATE',
        dating: 'VARCHAR',
        language: 'VARCHAR',
        url: 'VARCHAR',
        ref: 'VARCHAR',
        origin: 'VARCHAR',
        rules: 'VARCHAR',
        version: 'VARCHAR',
        read_at: 'TIMESTAMP',
        sentences: 'INTEGER',
        parsed: 'INTEGER',
        claims: 'STRUCT(
            id VARCHAR, article VARCHAR, position INTEGER, kind VARCHAR, type VARCHAR, mode VARCHAR,
            context VARCHAR[], cameo VARCHAR, quad INTEGER, score DOUBLE, sign VARCHAR,
            "symmetric" BOOLEAN, background BOOLEAN,
            source STRUCT(text VARCHAR, start BIGINT, "end" BIGINT, code VARCHAR, country VARCHAR,
                sector VARCHAR, name VARCHAR, reason VARCHAR)[],
            target STRUCT(text VARCHAR, start BIGINT, "end" BIGINT, code VARCHAR, country VARCHAR,
                sector VARCHAR, name VARCHAR, reason VARCHAR)[],
            via STRUCT(text VARCHAR, start BIGINT, "end" BIGINT, code VARCHAR, country VARCHAR,
                sector VARCHAR, name VARCHAR, reason VARCHAR)[],
            object VARCHAR, issue VARCHAR[],
            when_start DATE, when_end DATE, when_precision VARCHAR, when_text VARCHAR, status VARCHAR,
            speaker STRUCT(text VARCHAR, start BIGINT, "end" BIGINT, verb VARCHAR, code VARCHAR,
                sector VARCHAR, name VARCHAR)[],
            place STRUCT(text VARCHAR, name VARCHAR, country VARCHAR, precision VARCHAR),
            sentence_start BIGINT, sentence_end BIGINT, sentence_text VARCHAR,
            start BIGINT, "end" BIGINT, rule VARCHAR,
            details STRUCT(name VARCHAR, value VARCHAR)[],
            cues STRUCT(answers VARCHAR, value VARCHAR, start BIGINT, "end" BIGINT, text VARCHAR)[],
            confidence DOUBLE, coders STRUCT(coder VARCHAR, root VARCHAR, probability DOUBLE)[]
        )[]',
        unread: 'STRUCT(position INTEGER, start BIGINT, "end" BIGINT, text VARCHAR, actors VARCHAR[],
            verbs VARCHAR[])[]'
    }
);
