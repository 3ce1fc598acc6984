-- The claims of the given ids, in the given order.
CREATE OR REPLACE TEMP TABLE chosen AS
SELECT unnest($ids::VARCHAR[]) AS id, generate_subscripts($ids::VARCHAR[], 1) AS rank;
