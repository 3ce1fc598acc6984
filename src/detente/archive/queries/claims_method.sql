SELECT DISTINCT method FROM compared_claims;
