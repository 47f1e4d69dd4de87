-- How long before its start people are told of a maintenance, in milliseconds; none: they are not. Those of before: a day.
ALTER TABLE maintenance ADD COLUMN ahead BIGINT DEFAULT 86400000;
