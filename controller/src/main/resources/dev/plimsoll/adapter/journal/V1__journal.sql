-- SPDX-License-Identifier: Apache-2.0
-- For H2 in PostgreSQL mode and for PostgreSQL. Where a kill breaks this off, it is run again from
-- the start: every statement may find its work done. Instants are nanoseconds since 1970.

-- Whose the journal is, and where it stands: one row, and all that a quiet cycle writes.
CREATE TABLE IF NOT EXISTS journal (
    form INTEGER PRIMARY KEY,
    owner VARCHAR(1000) NOT NULL,
    epoch BIGINT NOT NULL,
    held_until TIMESTAMP WITH TIME ZONE NOT NULL,
    commits BIGINT NOT NULL,
    last_position BIGINT NOT NULL,
    pulse BIGINT NOT NULL,
    readings_from BIGINT NOT NULL
);

INSERT INTO journal
SELECT 1, '', 0, CURRENT_TIMESTAMP, 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM journal);

-- The number by which the other tables know a workload.
CREATE TABLE IF NOT EXISTS workload (
    id INTEGER PRIMARY KEY,
    namespace VARCHAR(1000) NOT NULL,
    name VARCHAR(1000) NOT NULL
);

-- Observations of one commit, many to a row.
CREATE TABLE IF NOT EXISTS readings (
    last_position BIGINT PRIMARY KEY,
    first_workload INTEGER NOT NULL,
    last_workload INTEGER NOT NULL,
    first_at BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    payload BYTEA NOT NULL
);

CREATE INDEX IF NOT EXISTS readings_by_time ON readings (last_at);

-- Where a decision follows the pulse, its last repeat was at the journal's pulse.
CREATE TABLE IF NOT EXISTS decision (
    position BIGINT PRIMARY KEY,
    workload INTEGER NOT NULL,
    decided_at BIGINT NOT NULL,
    repeated_at BIGINT NOT NULL,
    follows BOOLEAN NOT NULL,
    latest BOOLEAN NOT NULL,
    unfinished BOOLEAN NOT NULL,
    payload BYTEA NOT NULL
);

CREATE INDEX IF NOT EXISTS decision_by_workload ON decision (workload, position);
CREATE INDEX IF NOT EXISTS decision_by_time ON decision (repeated_at);

CREATE TABLE IF NOT EXISTS outcome (
    position BIGINT PRIMARY KEY,
    workload INTEGER NOT NULL,
    acted_at BIGINT NOT NULL,
    payload BYTEA NOT NULL
);

CREATE INDEX IF NOT EXISTS outcome_by_workload ON outcome (workload, position);
CREATE INDEX IF NOT EXISTS outcome_by_time ON outcome (acted_at);

-- What was known of a workload, in parts that both systems take.
CREATE TABLE IF NOT EXISTS knowledge (
    workload INTEGER NOT NULL,
    part INTEGER NOT NULL,
    position BIGINT NOT NULL,
    payload BYTEA NOT NULL,
    PRIMARY KEY (workload, part)
);
