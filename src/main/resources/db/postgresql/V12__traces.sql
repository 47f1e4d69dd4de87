-- Which trace a delivery goes on with, as W3C's traceparent: none where traces are off, or an earlier version wrote the row.
ALTER TABLE delivery ADD COLUMN trail TEXT;
