-- Several values in one cell; null when all of them are unknown.
CREATE OR REPLACE TEMP MACRO joined(cells) AS
    CASE WHEN trim(array_to_string(cells, ''), ' ') <> '' THEN array_to_string(cells, '; ') END;
