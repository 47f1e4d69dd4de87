-- What is told to operators of an alarm is a story in the tables of the incidents: alarm is its key, and of an update what it says, as JSON.
-- seen_at: when a process last saw that it stands.
ALTER TABLE incident ADD COLUMN alarm TEXT;
ALTER TABLE incident ADD COLUMN seen_at BIGINT;
ALTER TABLE incident_update ADD COLUMN alarm TEXT;

CREATE INDEX incident_alarm ON incident (alarm) WHERE alarm IS NOT NULL;
