DELETE FROM compared_texts;
DELETE FROM sketches;
DELETE FROM common_keys;
DELETE FROM reuses;
