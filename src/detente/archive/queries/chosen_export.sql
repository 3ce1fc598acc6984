-- The contract of docs/claims.md as nested columns.
SELECT
    c.id,
    c.article,
    nullif(a.ref, '') AS ref,
    nullif(a.outlet, '') AS outlet,
    nullif(a.agency, '') AS agency,
    nullif(a.title, '') AS title,
    a.published,
    c.kind,
    c.type,
    nullif(c.mode, '') AS mode,
    c.context,
    nullif(c.cameo, '') AS cameo,
    c.quad,
    c.score,
    c.sign,
    c.background,
    [{
        'code': nullif(p.code, ''),
        'country': nullif(p.country, ''),
        'sector': nullif(p.sector, ''),
        'name': nullif(p.name, ''),
        'text': p.text
    } FOR p IN c.source] AS source,
    [{
        'code': nullif(p.code, ''),
        'country': nullif(p.country, ''),
        'sector': nullif(p.sector, ''),
        'name': nullif(p.name, ''),
        'text': p.text
    } FOR p IN c.target] AS target,
    [{
        'code': nullif(p.code, ''),
        'country': nullif(p.country, ''),
        'sector': nullif(p.sector, ''),
        'name': nullif(p.name, ''),
        'text': p.text
    } FOR p IN c.via] AS via,
    c."symmetric",
    nullif(c.object, '') AS object,
    c.issue,
    {
        'start': c.when_start,
        'end': c.when_end,
        'precision': c.when_precision,
        'text': nullif(c.when_text, '')
    } AS "when",
    c.status,
    [{
        'code': nullif(s.code, ''),
        'sector': nullif(s.sector, ''),
        'name': nullif(s.name, ''),
        'text': s.text,
        'verb': nullif(s.verb, '')
    } FOR s IN c.speaker] AS speaker,
    CASE WHEN c.place IS NOT NULL THEN {
        'text': c.place.text,
        'name': nullif(c.place.name, ''),
        'country': nullif(c.place.country, ''),
        'precision': nullif(c.place.precision, '')
    } END AS place,
    c.sentence_text AS sentence,
    c.start,
    c."end",
    nullif(c.rule, '') AS rule,
    [{
        'answers': q.answers,
        'value': q.value,
        'text': q.text,
        'start': q.start,
        'end': q."end"
    } FOR q IN c.cues] AS cues,
    -- A map holds a name once: the first of several counts, as in the other formats.
    map_from_entries([
        {'name': d.name, 'value': d.value}
        FOR d, nth IN c.details
        IF list_position([e.name FOR e IN c.details], d.name) = nth
    ]) AS details,
    c.confidence,
    [{'coder': o.coder, 'root': o.root, 'probability': o.probability} FOR o IN c.coders] AS coders
FROM chosen
JOIN claims AS c USING (id)
JOIN articles AS a ON a.id = c.article
ORDER BY chosen.rank
