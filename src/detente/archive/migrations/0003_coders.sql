-- What each coder made of an event, and how likely they make its type together; none for claims of older readings.
ALTER TABLE claims ADD COLUMN confidence DOUBLE;
ALTER TABLE claims ADD COLUMN coders STRUCT(coder VARCHAR, root VARCHAR, probability DOUBLE)[] DEFAULT [];
