-- Of an update of a maintenance: which one; its title is in said, its times are since and until.
ALTER TABLE incident_update ADD COLUMN maintenance TEXT;
ALTER TABLE incident_update ADD COLUMN said_more TEXT;
