-- What is sent may take the place of what its parent said, and be no post of its own.
ALTER TABLE delivery ADD COLUMN frozen_edit INTEGER NOT NULL DEFAULT 0;
